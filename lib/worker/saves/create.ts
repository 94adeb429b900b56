import { slugKey } from '../../catalog/flags.ts';
import { type Fields, fieldsOf } from '../../drafts/fields.ts';
import type { Collection } from '../../highlevel/collection.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { fail, ok } from '../../highlevel/result.ts';
import { bodyOf } from './body.ts';
import { compare, differing, isTidied, storedOtherwise } from './compare.ts';
import { type Desk, isAmbiguous, newEntryId, note, type Outcome, said } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { refuseSlug, stored } from './outcomes.ts';
import { checkSlug } from './slug-check.ts';
import { update } from './update.ts';
import { type Copy, LAG, type Watched, watch } from './watch.ts';

const BLANK: Fields = { name: '', slug: '', image: '', seoTitle: '', seoDescription: '' };
/** ms a copy may show only a part of what was sent, before it is taken at its word. */
const PATIENCE = 2_000;

/** Makes a collection under an id of ours, so that a lost answer is settled by reading that id. */
export async function create(desk: Desk, { id, fields }: { id: string; fields: Fields }): Outcome {
  const { client, journal, clock, locationId } = desk;
  const tries = await journal.list(locationId, clock.now());
  const earlier = tries.find((one) => one.kind === 'create' && one.targetId === id);
  if (earlier) {
    const there = await client.getCollection(id);
    if (there.ok) return goOn(desk, earlier, there.value, fields);
    if (there.error.code !== 'not-found') return fail(there.error);
  }

  let record = await note(desk, {
    id: await newEntryId(desk, id),
    locationId,
    kind: 'create',
    targetId: id,
    title: fields.name,
    at: clock.now(),
    state: 'sending',
    patch: fields,
    sent: fields,
  });
  const taken = await checkSlug(desk, fields.slug, fields.name, id);
  if (taken) return refuseSlug(desk, record, taken);

  let answer = await client.createCollection({ id, fields: bodyOf(fields) });
  const ownId = answer.ok || !refusesId(answer.error);
  // Refused before anything was made: sending it once more cannot make two.
  if (!ownId) answer = await client.createCollection({ fields: bodyOf(fields) });
  if (!answer.ok && !isAmbiguous(answer.error)) {
    await note(desk, { ...record, state: 'failed', error: answer.error });
    return fail(said(answer.error));
  }
  const made = answer.ok ? answer.value?.id : undefined;
  if (answer.ok) record = await note(desk, { ...record, targetId: made ?? id, confirmed: true });

  const { copy: last, ms } = await watchFor(desk, fields, {
    id: made ?? (ownId ? id : undefined),
    confirmed: answer.ok,
  });
  if (last.ok && (answer.ok || last.value.id === id)) {
    const changed = differing(BLANK, fields);
    const otherwise = storedOtherwise(fields, changed, fieldsOf(last.value));
    return stored(desk, { ...record, targetId: last.value.id }, last.value, otherwise);
  }
  if (answer.ok) {
    await note(desk, { ...record, state: 'accepted' });
    return ok({ state: 'accepted', journalId: record.id });
  }
  // Not there, or only something with the same slug: a person must say. Unread: what became of it stays open.
  if (ms >= LAG && (last.ok || last.error.code === 'not-found')) {
    await note(desk, { ...record, state: 'waiting', error: answer.error });
  }
  return fail(answer.error);
}

/** An earlier try did make it: what was written since is an update. */
async function goOn(desk: Desk, earlier: JournalRecord, row: Collection, fields: Fields): Outcome {
  const outcome = await stored(desk, earlier, row, []);
  const base = fieldsOf(row);
  return differing(base, fields).length === 0 ? outcome : update(desk, { id: row.id, base, patch: fields });
}

const refusesId = ({ code, fields, message }: HighLevelError): boolean =>
  code === 'invalid' && (fields?.collectionId !== undefined || /collectionId/i.test(message ?? ''));

/** Looks for what was made by its id, or by its slug where the id is not known or not honoured. */
function watchFor(
  desk: Desk,
  fields: Fields,
  { id, confirmed }: { id: string | undefined; confirmed: boolean },
): Promise<Watched> {
  let since: number | undefined;
  const look = async (signal: AbortSignal): Promise<Copy> => {
    const byId = id === undefined ? undefined : await desk.client.getCollection(id, { signal });
    if (byId && (byId.ok || byId.error.code !== 'not-found')) return byId;
    return bySlug(desk, fields, signal);
  };
  return watch(desk.clock, look, (copy, ms) => {
    // With a lost answer a collection that only has the slug may be somebody else's: ours may still appear.
    if (!copy.ok || (!confirmed && copy.value.id !== id)) return false;
    if (compare(BLANK, fields, differing(BLANK, fields), fieldsOf(copy.value)).sees === 'there') return true;
    since ??= ms;
    return ms - since >= PATIENCE;
  });
}

/** The collection with this very slug and name. Nobody had that slug before we sent it. */
export async function bySlug(desk: Desk, fields: Fields, signal?: AbortSignal): Promise<Copy> {
  const page = await desk.client.listCollections(
    { limit: 100, offset: 0, name: fields.name.trim() },
    { signal },
  );
  if (!page.ok) return page;
  const found: Collection | undefined = page.value.rows.find(
    ({ slug, name }) => slugKey(slug) === slugKey(fields.slug) && isTidied('name', fields.name, name),
  );
  return found ? ok(found) : fail({ code: 'not-found' });
}
