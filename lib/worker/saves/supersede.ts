import { type Fields, fieldsOf } from '../../drafts/fields.ts';
import type { Collection } from '../../highlevel/collection.ts';
import { cleared, compare, differing, patched, type Sighting } from './compare.ts';
import { type Desk, end, note } from './desk.ts';
import type { JournalRecord } from './journal.ts';

/** What a copy says about an update of which only the journal knows. `kept`: all that is missing was to become empty. */
export function sightOf(record: JournalRecord, got: Fields): Sighting & { kept: boolean } {
  const base = record.before ?? record.base ?? got;
  const sent = record.sent ?? patched(base, record.patch ?? {});
  const sight = compare(base, sent, differing(base, sent), got);
  const kept = sight.missing.length > 0 && cleared(sight.missing, sent).length === sight.missing.length;
  return { ...sight, kept: kept && sight.sees !== 'other' };
}

/** A newer save of the same collection decides what is left of older ones: nobody sends those again. */
export async function supersede(desk: Desk, newer: JournalRecord, row: Collection): Promise<void> {
  const older = (await desk.journal.unsettled()).filter(
    ({ id, locationId, targetId, kind }) =>
      id !== newer.id &&
      locationId === desk.locationId &&
      targetId === newer.targetId &&
      kind !== 'membership',
  );
  for (const record of older) {
    const isThere =
      record.kind === 'create' ||
      (record.kind === 'update' && sightOf(record, fieldsOf(row)).sees === 'there');
    if (isThere) await end(desk, { ...record, after: fieldsOf(row) });
    else await note(desk, { ...record, state: 'failed', error: record.error ?? { code: 'timeout' } });
  }
}
