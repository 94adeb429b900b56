import { FIELDS, type Fields, fieldsOf, type Patch } from '../../drafts/fields.ts';
import { merge } from '../../drafts/merge.ts';
import { fail, ok } from '../../highlevel/result.ts';
import { bodyOf } from './body.ts';
import { cleared, compare, only, otherFields, patched, storedOtherwise } from './compare.ts';
import { type Desk, dropRow, isAmbiguous, newEntryId, note, type Outcome, said } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { clash, refuseSlug, stored } from './outcomes.ts';
import { checkSlug } from './slug-check.ts';
import { supersede } from './supersede.ts';
import { LAG } from './watch.ts';
import { watchUpdate } from './watch-update.ts';

/** What to change; `record` when the journal already holds it, `undoes` when it takes an entry back. */
export type Update = { id: string; base: Fields; patch: Patch; record?: JournalRecord; undoes?: string };

/** ms a slug check may end after the read it goes with, before that read counts as too old to write by. */
const STALE = 100;

/** One change of one collection, from intent to settled. Runs under the location's lock. */
export async function update(desk: Desk, change: Update): Outcome {
  const { client, clock } = desk;
  const { id, base, patch } = change;
  const ours = patched(base, patch);
  let record = change.record ?? (await intend(desk, change));

  const checking = ours.slug === base.slug ? undefined : checkSlug(desk, ours.slug, ours.name, id);
  let copy = await client.getCollection(id);
  const read = clock.now();
  const taken = await checking;
  if (clock.now() - read > STALE) copy = await client.getCollection(id);
  if (!copy.ok) {
    if (copy.error.code === 'not-found') await dropRow(desk, id);
    await note(desk, { ...record, state: 'failed', error: copy.error });
    return fail(said(copy.error));
  }

  const theirs = fieldsOf(copy.value);
  const { merged, conflicts, changed } = merge(base, theirs, ours);
  if (conflicts.length > 0) return clash(desk, record, copy.value, conflicts);
  if (changed.length === 0)
    return stored(desk, { ...record, before: beforeOf(theirs, record) }, copy.value, []);
  if (taken && changed.includes('slug')) return refuseSlug(desk, record, taken);

  // Nothing is waited for between the read and the write: the journal already holds the intent.
  const noted = note(desk, { ...record, before: theirs, sent: merged, title: theirs.name });
  const answer = await client.updateCollection(id, bodyOf(merged));
  record = await noted;
  if (!answer.ok && !isAmbiguous(answer.error)) {
    await note(desk, { ...record, state: 'failed', error: answer.error });
    return fail(said(answer.error));
  }
  if (answer.ok) record = await note(desk, { ...record, confirmed: true });

  const sent = { theirs, merged, changed, confirmed: answer.ok };
  const { copy: last, ms, isKept } = await watchUpdate(desk, id, sent);
  await supersede(desk, record, copy.value);
  if (!last.ok && last.error.code === 'not-found') {
    await dropRow(desk, id);
    await note(desk, { ...record, state: 'failed', error: last.error });
    return fail(said(last.error));
  }
  if (last.ok) {
    const got = fieldsOf(last.value);
    const { sees, missing } = compare(theirs, merged, changed, got);
    if (sees === 'other') return clash(desk, record, last.value, otherFields(theirs, merged, changed, got));
    const unmoved = missing.filter((field) => !isKept(field, got));
    if (unmoved.length === 0 || (sees === 'partly' && cleared(unmoved, merged).length === 0)) {
      return stored(desk, record, last.value, storedOtherwise(merged, changed, got));
    }
  }
  if (answer.ok) {
    await note(desk, { ...record, state: 'accepted' });
    return ok({ state: 'accepted', journalId: record.id });
  }
  // Without a copy late enough to compare with, what became of it stays open.
  if (last.ok && ms >= LAG) await note(desk, { ...record, state: 'failed', error: answer.error });
  return fail(answer.error);
}

async function intend(desk: Desk, { id, base, patch, undoes }: Update): Promise<JournalRecord> {
  return note(desk, {
    id: await newEntryId(desk, id),
    locationId: desk.locationId,
    kind: 'update',
    targetId: id,
    title: base.name,
    at: desk.clock.now(),
    state: 'sending',
    before: base,
    patch,
    base,
    ...(undoes !== undefined && { undoes }),
  });
}

/** Undo of a field puts back what the person saw; of the others, what was there. */
function beforeOf(theirs: Fields, { base, patch = {} }: JournalRecord): Fields {
  const touched = FIELDS.filter((field) => patch[field] !== undefined);
  return base ? patched(theirs, only(base, touched)) : theirs;
}
