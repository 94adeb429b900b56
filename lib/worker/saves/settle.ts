import { fieldsOf } from '../../drafts/fields.ts';
import { bySlug } from './create.ts';
import { type Desk, dropRow, keepRow, note } from './desk.ts';
import { isOpen, type JournalRecord } from './journal.ts';
import { settleMembership } from './membership-settle.ts';
import { stored } from './outcomes.ts';
import { isSecondLook } from './second-look.ts';
import { sightOf } from './supersede.ts';
import { update } from './update.ts';
import type { Copy } from './watch.ts';

/**
 * Ends one open change by reading HighLevel's copy, under the location's lock. There: saved. As before: a second look 30 s
 * later decides, and then an update is sent again, a create or delete waits for a person; one that HighLevel had accepted
 * is not sent again. Anything else: conflict. When nothing can be read it stays as it is.
 */
export async function settleRecord(desk: Desk, record: JournalRecord): Promise<void> {
  if (!isOpen(record)) return;
  if (record.kind === 'membership') return settleMembership(desk, record);
  const copy = await desk.client.getCollection(record.targetId);
  if (!copy.ok && copy.error.code !== 'not-found') return;
  if (record.kind === 'delete') await settleDelete(desk, record, copy);
  else if (record.kind === 'create') await settleCreate(desk, record, copy);
  else await settleUpdate(desk, record, copy);
}

async function settleUpdate(desk: Desk, record: JournalRecord, copy: Copy): Promise<void> {
  if (!copy.ok) {
    await dropRow(desk, record.targetId);
    await note(desk, { ...record, state: 'failed', error: copy.error });
    return;
  }
  const { sees, kept } = sightOf(record, fieldsOf(copy.value));
  if (sees === 'there') await stored(desk, record, copy.value, []);
  else if (sees === 'nothing' || kept) {
    const { missedAt: _, ...again } = record;
    const { targetId: id, base, patch, undoes } = record;
    if (!(await isSecondLook(desk, record)) || !base || !patch) return;
    // What was accepted is not sent again, unless only texts to be emptied are missing: that may have to be said otherwise.
    if (record.confirmed && !kept) return;
    await update(desk, { id, base, patch, record: again, ...(undoes !== undefined && { undoes }) });
  } else {
    await keepRow(desk, copy.value);
    await note(desk, { ...record, state: 'conflict' });
  }
}

async function settleCreate(desk: Desk, record: JournalRecord, copy: Copy): Promise<void> {
  if (copy.ok) {
    await stored(desk, record, copy.value, []);
    return;
  }
  if (record.confirmed && record.sent) {
    // Made, but under an id that the answer did not tell.
    const named = await bySlug(desk, record.sent);
    if (named.ok) await stored(desk, { ...record, targetId: named.value.id }, named.value, []);
  } else if (await isSecondLook(desk, record)) await note(desk, { ...record, state: 'waiting' });
}

async function settleDelete(desk: Desk, record: JournalRecord, copy: Copy): Promise<void> {
  if (!copy.ok) {
    await dropRow(desk, record.targetId);
    await note(desk, { ...record, state: 'saved' });
  } else if (!record.confirmed && (await isSecondLook(desk, record))) {
    await note(desk, { ...record, state: 'waiting' });
  }
}
