import type { JournalEntry } from '../bridge/answers.ts';
import type { Product } from '../highlevel/product.ts';

/** A collection that is not as it was changed here. `kept`: HighLevel never showed the change; `back`: it did, and went back. */
export type Kept = { id: string; does: 'add' | 'remove'; how: 'kept' | 'back'; journalId: string };

/** How long (ms) a change is remembered when it seems to have gone back: later it is rather somebody's wish. */
const LATELY = 24 * 60 * 60_000;

/** Where a product is in a collection, or out of it, against the last change made here. `entries` newest first. */
export function keptOf(
  { id: productId, collectionIds }: Pick<Product, 'id' | 'collectionIds'>,
  entries: readonly JournalEntry[],
  now: number,
): Kept[] {
  if (collectionIds === undefined) return [];
  const found: Kept[] = [];
  const judged = new Set<string>();
  for (const { id: journalId, kind, targetId, at, state, added = [], removed = [] } of entries) {
    if (kind !== 'membership' || targetId !== productId || now - at > LATELY) continue;
    for (const id of [...added, ...removed]) {
      if (judged.has(id)) continue;
      judged.add(id);
      const does = added.includes(id) ? 'add' : 'remove';
      const isAsChanged = collectionIds.includes(id) === (does === 'add');
      if (isAsChanged || (state !== 'saved' && state !== 'conflict')) continue;
      found.push({ id, does, how: state === 'saved' ? 'back' : 'kept', journalId });
    }
  }
  return found;
}
