import { fail } from '../../highlevel/result.ts';
import type { Desk } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { type MemberOutcome, setCollections } from './membership.ts';
import { movedSince } from './membership-journal.ts';

/**
 * Takes out what a change put in, and the reverse. Collections that a later change of ours or somebody else's moved
 * stay where they are; `changed-since` when that is all of them.
 */
export async function undoMembership(desk: Desk, record: JournalRecord): MemberOutcome {
  const moved = await movedSince(desk, record);
  const ours = (ids: readonly string[] = []) => ids.filter((id) => !moved.includes(id));
  const [add, remove] = [ours(record.removed), ours(record.added)];
  if (add.length + remove.length === 0) return fail({ code: 'changed-since' });
  return setCollections(desk, {
    productId: record.targetId,
    name: record.title,
    add,
    remove,
    undoes: record.id,
    ...(record.sure && { sure: true }),
  });
}
