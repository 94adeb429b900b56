import { FIELDS, type Field, type Fields, fieldsOf, type Patch } from '../../drafts/fields.ts';
import { merge } from '../../drafts/merge.ts';
import { fail, ok } from '../../highlevel/result.ts';
import { bodyOf } from './body.ts';
import {
  cleared,
  compare,
  isSpacing,
  otherFields,
  patched,
  type Sighting,
  storedOtherwise,
} from './compare.ts';
import { type Desk, dropRow, isAmbiguous, newEntryId, note, type Outcome, said } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { clash, refuseSlug, stored } from './outcomes.ts';
import { checkSlug } from './slug-check.ts';
import { supersede } from './supersede.ts';
import { type Copy, watch } from './watch.ts';

/** What to change; `record` when the journal already holds it, `undoes` when it takes an entry back. */
export type Update = { id: string; base: Fields; patch: Patch; record?: JournalRecord; undoes?: string };

/** ms a slug check may end after the read it goes with, before that read counts as too old to write by. */
const STALE = 100;
/** ms without a trace of an emptied text, after which the other way of emptying is tried. */
const OTHER_WAY = 1_000;
/** ms a copy may show only a part of a change, or somebody else's, before it is taken at its word. */
const PATIENCE = 2_000;

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

  const last = await watchFor(desk, id, { theirs, merged, changed, confirmed: answer.ok });
  await supersede(desk, record, copy.value);
  if (!last.ok && last.error.code === 'not-found') {
    await dropRow(desk, id);
    await note(desk, { ...record, state: 'failed', error: last.error });
    return fail(said(last.error));
  }
  const sight = last.ok ? compare(theirs, merged, changed, fieldsOf(last.value)) : undefined;
  if (last.ok && sight?.sees === 'other') {
    return clash(desk, record, last.value, otherFields(theirs, merged, changed, fieldsOf(last.value)));
  }
  if (last.ok && sight && isDecided(sight, merged, fieldsOf(last.value), answer.ok)) {
    return stored(desk, record, last.value, storedOtherwise(merged, changed, fieldsOf(last.value)));
  }
  if (answer.ok) {
    await note(desk, { ...record, state: 'accepted' });
    return ok({ state: 'accepted', journalId: record.id });
  }
  // Without a copy to compare with, what became of it stays open.
  if (last.ok) await note(desk, { ...record, state: 'failed', error: answer.error });
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

type Sent = { theirs: Fields; merged: Fields; changed: readonly Field[]; confirmed: boolean };

/**
 * Watches for the change in HighLevel's copy. Texts that were emptied with '' and stay are emptied once more with null:
 * nobody knows which of the two the service understands, and the other one does no harm.
 */
function watchFor({ client, clock }: Desk, id: string, sent: Sent): Promise<Copy> {
  const { theirs, merged, changed, confirmed } = sent;
  let triedNull = false;
  let same: { sees: string; since: number } | undefined;
  return watch(
    clock,
    (signal) => client.getCollection(id, { signal }),
    async (copy, ms) => {
      if (!copy.ok) return copy.error.code === 'not-found' && ms > PATIENCE;
      const got = fieldsOf(copy.value);
      const { sees, missing } = compare(theirs, merged, changed, got);
      if (sees === 'there') return true;
      const nulls = cleared(missing, merged);
      const late = ms >= OTHER_WAY && confirmed && nulls.length === missing.length;
      if (!triedNull && nulls.length > 0 && (sees === 'partly' || (sees === 'nothing' && late))) {
        triedNull = true;
        await client.updateCollection(id, bodyOf(patched(got, only(merged, changed)), nulls));
        same = undefined;
        return false;
      }
      if (sees !== same?.sees) same = { sees, since: ms };
      return sees !== 'nothing' && ms - same.since >= PATIENCE;
    },
  );
}

const only = (fields: Fields, wanted: readonly Field[]): Patch =>
  Object.fromEntries(wanted.map((field) => [field, fields[field]]));

/** Whether the last copy is the end of it: what it still lacks is then what HighLevel would not take. */
function isDecided({ sees, missing }: Sighting, sent: Fields, got: Fields, confirmed: boolean): boolean {
  if (sees !== 'nothing') return true;
  const refused = cleared(missing, sent).length === missing.length;
  return confirmed && (refused || missing.every((field) => isSpacing(field, sent[field], got[field])));
}
