import type { MembershipOutcome, SaveOutcome } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import { FIELDS, type Patch } from '../../drafts/fields.ts';
import { fail, type Result } from '../../highlevel/result.ts';
import type { Desk } from './desk.ts';
import { undoMembership } from './membership-undo.ts';
import { update } from './update.ts';

export type Undone = Promise<Result<SaveOutcome | MembershipOutcome, BridgeError>>;

/**
 * Puts back what an update changed: `changed-since` when a field it changed is not as it left it, so that nothing of
 * anybody's is lost. Other fields stay as they are now. A change of a product's collections likewise.
 */
export async function undo(desk: Desk, journalId: string): Undone {
  const record = await desk.journal.get(journalId);
  if (record?.locationId !== desk.locationId) return fail({ code: 'gone' });
  const { kind, state, before, after, targetId } = record;
  if (kind === 'membership' && state === 'saved') return undoMembership(desk, record);
  if (kind !== 'update' || state !== 'saved' || !before || !after) return fail({ code: 'gone' });
  const patch: Patch = {};
  for (const field of FIELDS) {
    const isOurs = record.patch?.[field] !== undefined;
    if (isOurs && before[field] !== after[field]) patch[field] = before[field];
  }
  return update(desk, { id: targetId, base: after, patch, undoes: journalId });
}
