import { type Fields, fieldsOf } from '../../drafts/fields.ts';
import type { Collection } from '../../highlevel/collection.ts';
import { cleared, compare, differing, patched, type Sighting } from './compare.ts';
import { type Desk, note } from './desk.ts';
import type { JournalRecord } from './journal.ts';

/** What a copy says about an update of which only the journal knows. */
export function sightOf(record: JournalRecord, got: Fields): Sighting {
  const base = record.before ?? record.base ?? got;
  const sent = record.sent ?? patched(base, record.patch ?? {});
  const changed = differing(base, sent);
  const sight = compare(base, sent, changed, got);
  // A text that would not be emptied is no reason to doubt the rest.
  const kept = sight.sees === 'partly' && cleared(sight.missing, sent).length === sight.missing.length;
  return kept ? { ...sight, sees: 'there' } : sight;
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
    await note(
      desk,
      isThere
        ? { ...record, state: 'saved', after: fieldsOf(row) }
        : { ...record, state: 'failed', error: record.error ?? { code: 'timeout' } },
    );
  }
}
