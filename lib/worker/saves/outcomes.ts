import { type Field, fieldsOf } from '../../drafts/fields.ts';
import type { Collection } from '../../highlevel/collection.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { fail, ok } from '../../highlevel/result.ts';
import type { Stored } from './compare.ts';
import { type Desk, end, keepRow, note, type Outcome } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import type { Taken } from './slug-check.ts';

/** HighLevel's copy is the end of it. */
export async function stored(
  desk: Desk,
  record: JournalRecord,
  row: Collection,
  otherwise: Stored[],
): Outcome {
  await keepRow(desk, row);
  const journalId = await end(desk, { ...record, after: fieldsOf(row) });
  return ok({ state: 'saved', journalId, collection: row, stored: otherwise });
}

/** Somebody else wrote what we wanted to write. */
export async function clash(desk: Desk, record: JournalRecord, row: Collection, fields: Field[]): Outcome {
  await keepRow(desk, row);
  if (record.undoes !== undefined) {
    await desk.journal.remove(record.id);
    return fail({ code: 'changed-since' });
  }
  await note(desk, { ...record, state: 'conflict' });
  return ok({ state: 'conflict', journalId: record.id, theirs: fieldsOf(row), fields });
}

/** Another collection has the slug. Nothing was sent. */
export async function refuseSlug(desk: Desk, record: JournalRecord, taken: Taken): Outcome {
  const error: HighLevelError = { code: 'invalid', fields: { slug: [] } };
  await note(desk, { ...record, state: 'failed', error, slugTaken: taken.slug });
  return ok({ state: 'slug-taken', ...taken });
}
