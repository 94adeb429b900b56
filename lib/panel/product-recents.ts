import * as z from 'zod/mini';
import type { Product } from '../highlevel/product.ts';

const recentSchema = z.object({
  id: z.string(),
  name: z.string(),
  image: z.optional(z.string()),
  /** ms since the epoch. */
  at: z.number(),
});
export type Recent = z.infer<typeof recentSchema>;

const KEPT = 20;

export type Recents = {
  list(): readonly Recent[];
  /** Puts a product first; answers the new list. */
  add(product: Product, at: number): readonly Recent[];
  clear(): readonly Recent[];
};

/** The products last looked up in one location, the newest first, on the device. What cannot be read counts as none. */
export function createRecents(area: Pick<Storage, 'getItem' | 'setItem'>, locationId: string): Recents {
  const key = `aisle.recent.${locationId}`;
  const list = (): readonly Recent[] => {
    try {
      const found = z.array(recentSchema).safeParse(JSON.parse(area.getItem(key) ?? '[]'));
      return found.success ? found.data : [];
    } catch {
      return [];
    }
  };
  const keep = (recents: readonly Recent[]) => {
    try {
      area.setItem(key, JSON.stringify(recents));
    } catch {
      // A full or closed store costs this list, nothing more.
    }
    return recents;
  };
  return {
    list,
    add({ id, name, image }, at) {
      const recent = { id, name, at, ...(image !== undefined && { image }) };
      return keep([recent, ...list().filter((other) => other.id !== id)].slice(0, KEPT));
    },
    clear: () => keep([]),
  };
}
