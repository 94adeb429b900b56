import type { MembershipOutcome } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { fieldsNotShown } from '../../highlevel/product-body.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { type Desk, isAmbiguous, newEntryId, note } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { kept, missingIn, supersede, withSent } from './membership-journal.ts';
import { look, lookWhole } from './membership-read.ts';
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
  const wished = [...add, ...remove];
  const isQuestion = wished.length === 0;
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

  const sent = await withSent(desk, record, ids);
  const added = [...add].filter((id) => !ids.includes(id) || !sent.includes(id));
  const removed = [...remove].filter((id) => ids.includes(id) || sent.includes(id));
  const touched = [...added, ...removed];
  if (touched.length === 0) {
    await supersede(desk, record, ids, wished);
    await drop();
    if (wish.undoes !== undefined) return fail({ code: 'changed-since' });
    return ok({ state: 'saved', product: { ...product, collectionIds: ids } });
  }
  const collectionIds = [...new Set([...sent, ...added])].filter((id) => !remove.has(id));
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
        ? missingIn(record, seen.value.ids).length === 0
        : seen.error.code === 'not-found' && after > PATIENCE,
  );
  if (!last.ok && last.error.code === 'not-found') return failed(last.error);
  if (last.ok) {
    const seen = { ...last.value.product };
    seen.collectionIds ??= collectionIds;
    await supersede(desk, record, seen.collectionIds, wished);
    if (missingIn(record, last.value.ids).length === 0) return kept(desk, record, seen);
  }
  if (answer.ok) {
    await note(desk, { ...record, state: 'accepted' });
    return ok({ state: 'accepted', journalId: record.id });
  }
  // Without a copy late enough to compare with, what became of it stays open.
  return last.ok && ms >= LAG ? failed(answer.error) : fail(answer.error);
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
