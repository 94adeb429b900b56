import { useStore } from 'zustand';
import type { Open } from '../../lib/panel/editor-state.ts';
import type { Shop } from '../../lib/panel/shop.ts';

/** Whether somebody deleted what is being edited. Only a device that has everything can tell. */
export function useVanished({ collections }: Shop, { absent }: Open): boolean {
  const complete = useStore(collections, ({ sync }) => sync?.complete === true);
  return absent && complete;
}
