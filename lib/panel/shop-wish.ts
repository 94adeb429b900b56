import type { CollectionsStore } from './collections.ts';
import type { CollectionsState } from './collections-state.ts';
import type { Wish } from './product.ts';

/** The collection that a wish names, if this location has it on the device; waits until the device has been read, as far as it can be. */
export async function collectionWished(
  collections: CollectionsStore,
  { found, collectionId, collectionSlug }: Wish,
): Promise<string | undefined> {
  if (found !== 'collection') return undefined;
  await readAll(collections);
  if (collectionId !== undefined) return collections.row(collectionId)?.id;
  return collectionSlug === undefined ? undefined : collections.slugOwner(collectionSlug, '')?.id;
}

const readAll = ({ getState, subscribe }: CollectionsStore) =>
  new Promise<void>((resolve) => {
    const isRead = ({ read, unreadable }: CollectionsState) => read === 'all' || unreadable;
    if (isRead(getState())) return resolve();
    const stop = subscribe((state) => {
      if (!isRead(state)) return;
      stop();
      resolve();
    });
  });
