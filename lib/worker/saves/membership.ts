import type { MembershipOutcome } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import type { Product } from '../../highlevel/product.ts';
import { fieldsNotShown } from '../../highlevel/product-body.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { type Desk, isAmbiguous, newEntryId, note } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { look, lookWhole, type Seen } from './membership-read.ts';
import { isSecondLook } from './second-look.ts';
import { LAG, watch } from './watch.ts';

export type MemberOutcome = Promise<Result<MembershipOutcome, BridgeError>>;
/** What to change; `record` when the journal already holds it, `undoes` when it takes an entry back. */
export type Membership = {
  productId: string;
  name: string;
  add: readonly string[];
  remove: readonly string[];
  sure?: boolean | undefined;
  record?: JournalRecord;
  undoes?: string;
};

/** ms a copy may say "not there" before a product counts as gone. */
const PATIENCE = 2_000;

/**
 * Adds a product to collections and removes it from others, relative to those it is in now: what somebody else changed
 * meanwhile stays, and so does everything else of the product. With nothing to add or remove it only finds out which
 * those are. Runs under the location's lock.
 */
export async function setCollections(desk: Desk, wish: Membership): MemberOutcome {
  const { client, journal, clock, events, locationId } = desk;
  const { productId, sure } = wish;
  const remove = new Set(wish.remove);
  const add = new Set(wish.add.filter((id) => !remove.has(id)));
  const isQuestion = wish.add.length + wish.remove.length === 0;
  let record = wish.record ?? (await intend(desk, wish));
  async function failed(error: HighLevelError): MemberOutcome {
    if (isQuestion) await drop();
    else await note(desk, { ...record, state: 'failed', error });
    return fail(error);
  }
  /** Nothing was sent and nothing has to be: the journal need not know. */
  async function drop(): Promise<void> {
    await journal.remove(record.id);
    events.emit({ type: 'journal', locationId });
  }

  if (await isGone(desk, [...add])) {
    await note(desk, { ...record, state: 'failed', error: { code: 'not-found' } });
    return fail({ code: 'gone' });
  }
  const copy = await lookWhole(desk, productId);
  if (!copy.ok) return failed(copy.error);
  const { product, ids } = copy.value;
  const lacks = ids ? fieldsNotShown(product) : ['collectionIds'];
  if (product.productType === '') return failed({ code: 'bad-answer', field: 'productType' });
  if (!ids || (lacks.length > 0 && !sure)) {
    // Only somebody who asks now can be warned.
    if (wish.record || wish.undoes !== undefined)
      return failed({ code: 'bad-answer', ...(lacks[0] && { field: lacks[0] }) });
    await drop();
    return ok({ state: 'unsafe', lacks });
  }

  const added = [...add].filter((id) => !ids.includes(id));
  const removed = ids.filter((id) => remove.has(id));
  const touched = [...added, ...removed];
  if (touched.length === 0) {
    await supersede(desk, record, ids, [...add, ...remove]);
    await drop();
    if (wish.undoes !== undefined) return fail({ code: 'changed-since' });
    return ok({ state: 'saved', product: { ...product, collectionIds: ids } });
  }
  const collectionIds = [...ids.filter((id) => !removed.includes(id)), ...added];
  // Waited for: only so can the next worker tell what was ours from what was there.
  record = await note(desk, { ...record, title: product.name, had: ids, added, removed });
  const answer = await client.updateProduct(product, { collectionIds });
  if (!answer.ok && !isAmbiguous(answer.error)) return failed(answer.error);
  if (answer.ok) record = await note(desk, { ...record, confirmed: true });

  const { copy: last, ms } = await watch(
    clock,
    (signal) => look(desk, productId, touched, signal),
    (seen, after) =>
      seen.ok
        ? missingIn(record, seen.value).length === 0
        : seen.error.code === 'not-found' && after > PATIENCE,
  );
  if (!last.ok && last.error.code === 'not-found') return failed(last.error);
  if (last.ok) {
    await supersede(desk, record, last.value.ids, touched);
    if (missingIn(record, last.value).length === 0)
      return kept(desk, record, {
        ...last.value.product,
        collectionIds: last.value.product.collectionIds ?? collectionIds,
      });
  }
  if (answer.ok) {
    await note(desk, { ...record, state: 'accepted' });
    return ok({ state: 'accepted', journalId: record.id });
  }
  // Without a copy late enough to compare with, what became of it stays open.
  return last.ok && ms >= LAG ? failed(answer.error) : fail(answer.error);
}

/**
 * Ends an open change of a product's collections by reading the product. All there: saved. Nothing of it, twice, 30 s
 * apart: sent again, unless HighLevel had accepted it: then it keeps its own, as a smart collection's rules would.
 * Half of it likewise stays as HighLevel has it.
 */
export async function settleMembership(desk: Desk, open: JournalRecord): Promise<void> {
  const { missedAt: _, ...record } = open;
  const { targetId: productId, title: name, added = [], removed = [], sure, undoes, confirmed } = record;
  const again = () =>
    setCollections(desk, {
      ...{ productId, name, add: added, remove: removed, sure, record },
      ...(undoes !== undefined && { undoes }),
    });
  if (!record.had) return void (await again());
  const touched = [...added, ...removed];
  const copy = await look(desk, productId, touched);
  if (!copy.ok) {
    if (copy.error.code === 'not-found') await note(desk, { ...record, state: 'failed', error: copy.error });
    return;
  }
  const missing = missingIn(record, copy.value);
  if (missing.length === 0) return void (await kept(desk, record, copy.value.product));
  if (!(await isSecondLook(desk, open))) return;
  const isHalf = missing.length < touched.length;
  if (isHalf && confirmed) {
    const there = (ids: string[]) => ids.filter((id) => !missing.includes(id));
    await kept(desk, { ...record, added: there(added), removed: there(removed) }, copy.value.product);
  } else if (isHalf || confirmed) await note(desk, { ...record, state: 'conflict' });
  else await again();
}

/** What of a change a copy does not show. */
const missingIn = ({ added = [], removed = [] }: JournalRecord, { ids }: Pick<Seen, 'ids'>): string[] => [
  ...added.filter((id) => !ids.includes(id)),
  ...removed.filter((id) => ids.includes(id)),
];

/** HighLevel's copy is the end of it. The device's counts of products follow, until HighLevel tells its own. */
async function kept(desk: Desk, record: JournalRecord, product: Product): MemberOutcome {
  const { journal, replica, events, locationId } = desk;
  const undone = record.undoes === undefined ? undefined : await journal.get(record.undoes);
  if (undone) {
    await note(desk, { ...undone, state: 'undone' });
    await journal.remove(record.id);
  } else await note(desk, { ...record, state: 'saved' });
  const more = await replica.recount(locationId, record.added ?? [], 1);
  const fewer = await replica.recount(locationId, record.removed ?? [], -1);
  const changed = [...more, ...fewer];
  if (changed.length > 0) events.emit({ type: 'collections', locationId, changed, removed: [] });
  return ok({ state: 'saved', journalId: undone?.id ?? record.id, product });
}

/** A newer change of the same collections decides what is left of older ones: nobody sends those again. */
async function supersede(desk: Desk, newer: JournalRecord, ids: string[], touched: string[]): Promise<void> {
  for (const older of await desk.journal.unsettled()) {
    const { id, kind, locationId, targetId, added = [], removed = [], error } = older;
    const isOther = id === newer.id || locationId !== desk.locationId || targetId !== newer.targetId;
    if (isOther || kind !== 'membership' || ![...added, ...removed].some((one) => touched.includes(one)))
      continue;
    const isThere = older.had && missingIn(older, { ids }).length === 0;
    await note(
      desk,
      isThere
        ? { ...older, state: 'saved' }
        : { ...older, state: 'failed', error: error ?? { code: 'timeout' } },
    );
  }
}

/** A collection that is not there any more cannot be added to; only a device that has everything can tell. */
async function isGone({ replica, locationId }: Desk, add: string[]): Promise<boolean> {
  if (!(await replica.state(locationId)).complete) return false;
  return (await replica.get(locationId, add)).length < add.length;
}

async function intend(
  desk: Desk,
  { productId, name, add, remove, sure, undoes }: Membership,
): Promise<JournalRecord> {
  return note(desk, {
    id: await newEntryId(desk, productId),
    locationId: desk.locationId,
    kind: 'membership',
    targetId: productId,
    title: name,
    at: desk.clock.now(),
    state: 'sending',
    added: [...add],
    removed: [...remove],
    ...(sure && { sure }),
    ...(undoes !== undefined && { undoes }),
  });
}
