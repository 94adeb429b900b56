import { fieldsOf } from '../../drafts/fields.ts';
import type { Collection } from '../../highlevel/collection.ts';
import { fail, ok } from '../../highlevel/result.ts';
import { type Desk, dropRow, isAmbiguous, newEntryId, note, type Outcome, said } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { supersede } from './supersede.ts';
import { LAG, watch } from './watch.ts';

/** Deletes a collection. The journal keeps all its fields: the API cannot bring it back. */
export async function remove(desk: Desk, { id }: { id: string }): Outcome {
  const { client, clock, locationId, replica } = desk;
  const [known] = await replica.get(locationId, [id]);
  let record = await note(desk, {
    id: await newEntryId(desk, id),
    locationId,
    kind: 'delete',
    targetId: id,
    title: known?.name ?? '',
    at: clock.now(),
    state: 'sending',
    ...(known && { before: fieldsOf(known) }),
  });
  const copy = await client.getCollection(id);
  if (!copy.ok) {
    if (copy.error.code === 'not-found') await dropRow(desk, id);
    await note(desk, { ...record, state: 'failed', error: copy.error });
    return fail(said(copy.error));
  }
  // Waited for, although it widens the gap to the delete: these fields will be nowhere else.
  record = await note(desk, { ...record, title: copy.value.name, before: fieldsOf(copy.value) });

  const answer = await client.deleteCollection(id);
  const isGone = !answer.ok && answer.error.code === 'not-found';
  if (!answer.ok && !isGone && !isAmbiguous(answer.error)) {
    await note(desk, { ...record, state: 'failed', error: answer.error });
    return fail(answer.error);
  }
  if (answer.ok) record = await note(desk, { ...record, confirmed: true });
  const { copy: last, ms } = await watch(
    clock,
    (signal) => client.getCollection(id, { signal }),
    (seen) => !seen.ok && seen.error.code === 'not-found',
  );
  await supersede(desk, record, copy.value);
  if (!last.ok && last.error.code === 'not-found') return removed(desk, record, copy.value);
  if (answer.ok) {
    await note(desk, { ...record, state: 'accepted' });
    return ok({ state: 'accepted', journalId: record.id });
  }
  if (last.ok && ms >= LAG) await note(desk, { ...record, state: 'waiting', error: answer.error });
  return fail(answer.error);
}

/** HighLevel's copy is not there any more. */
export async function removed(desk: Desk, record: JournalRecord, row: Collection): Outcome {
  await dropRow(desk, row.id);
  await note(desk, { ...record, state: 'saved' });
  return ok({ state: 'saved', journalId: record.id, collection: row, stored: [] });
}
