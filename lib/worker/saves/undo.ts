import { FIELDS, type Patch } from '../../drafts/fields.ts';
import { fail } from '../../highlevel/result.ts';
import type { Desk, Outcome } from './desk.ts';
import { update } from './update.ts';

/**
 * Puts back what an update changed: `changed-since` when a field it changed is not as it left it, so that nothing of
 * anybody's is lost. Other fields stay as they are now.
 */
export async function undo(desk: Desk, journalId: string): Outcome {
  const record = await desk.journal.get(journalId);
  if (record?.locationId !== desk.locationId) return fail({ code: 'gone' });
  const { kind, state, before, after, targetId } = record;
  if (kind !== 'update' || state !== 'saved' || !before || !after) return fail({ code: 'gone' });
  const patch: Patch = {};
  for (const field of FIELDS) {
    const isOurs = record.patch?.[field] !== undefined;
    if (isOurs && before[field] !== after[field]) patch[field] = before[field];
  }
  return update(desk, { id: targetId, base: after, patch, undoes: journalId });
}
