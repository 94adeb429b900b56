import { useShop } from './use-shop.ts';

/** What a shop does with no screen of its own: its activity is read, and what happens elsewhere is heard. */
export function Behind() {
  useShop();
  return null;
}
