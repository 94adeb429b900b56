import type { Product } from '../../highlevel/product.ts';
import { ok } from '../../highlevel/result.ts';
import { type Desk, end, note } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import type { MemberOutcome } from './membership.ts';

export const touchedBy = ({ added = [], removed = [] }: JournalRecord): string[] => [...added, ...removed];

/** What of a change a copy does not show; `ids`: the collections that the product is in there. */
export const missingIn = ({ added = [], removed = [] }: JournalRecord, ids: readonly string[]): string[] => [
  ...added.filter((id) => !ids.includes(id)),
  ...removed.filter((id) => ids.includes(id)),
];

/** HighLevel's copy is the end of it. The device's counts of products follow, until HighLevel tells its own. */
export async function kept(desk: Desk, record: JournalRecord, product: Product): MemberOutcome {
  const { replica, events, locationId } = desk;
  const journalId = await end(desk, record);
  const more = await replica.recount(locationId, record.added ?? [], 1);
  const fewer = await replica.recount(locationId, record.removed ?? [], -1);
  const changed = [...more, ...fewer];
  if (changed.length > 0) events.emit({ type: 'collections', locationId, changed, removed: [] });
  return ok({ state: 'saved', journalId, product });
}

/** The other changes of the same product that nobody knows the end of yet, oldest first. */
async function openBeside(desk: Desk, { id, targetId }: JournalRecord): Promise<JournalRecord[]> {
  return (await desk.journal.unsettled()).filter(
    (other) =>
      other.kind === 'membership' &&
      other.id !== id &&
      other.locationId === desk.locationId &&
      other.targetId === targetId,
  );
}

/**
 * These collections, and what a worker sent of other changes just before it died: a copy that lags does not show that yet,
 * and an update without it would take it back.
 */
export async function withSent(desk: Desk, record: JournalRecord, ids: readonly string[]): Promise<string[]> {
  const all = new Set(ids);
  for (const { state, had, missedAt, added = [], removed = [] } of await openBeside(desk, record)) {
    if (state !== 'sending' || !had || missedAt !== undefined) continue;
    for (const id of removed) all.delete(id);
    for (const id of added) all.add(id);
  }
  return [...all];
}

/** A newer change of the same collections decides what is left of older ones: nobody sends those again. */
export async function supersede(
  desk: Desk,
  newer: JournalRecord,
  ids: readonly string[],
  touched: readonly string[],
): Promise<void> {
  for (const older of await openBeside(desk, newer)) {
    if (!touchedBy(older).some((id) => touched.includes(id))) continue;
    if (older.had && missingIn(older, ids).length === 0) await end(desk, older);
    else await giveUp(desk, older);
  }
}

export const giveUp = (desk: Desk, record: JournalRecord): Promise<JournalRecord> =>
  note(desk, { ...record, state: 'failed', error: record.error ?? { code: 'timeout' } });

/** The collections that later changes of ours moved the same product into or out of, as far as they may have happened. */
export async function movedSince(desk: Desk, record: JournalRecord): Promise<string[]> {
  const later = (await desk.journal.list(desk.locationId, desk.clock.now())).filter(
    ({ kind, targetId, state, at, undoes }) =>
      kind === 'membership' &&
      targetId === record.targetId &&
      at > record.at &&
      undoes !== record.id &&
      (state === 'saved' || state === 'accepted' || state === 'sending'),
  );
  return later.flatMap(touchedBy);
}
