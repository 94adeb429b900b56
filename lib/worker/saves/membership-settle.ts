import { type Desk, note } from './desk.ts';
import type { JournalRecord } from './journal.ts';
import { setCollections } from './membership.ts';
import { giveUp, kept, missingIn, movedSince, touchedBy } from './membership-journal.ts';
import { look } from './membership-read.ts';
import { isSecondLook } from './second-look.ts';

/**
 * Ends an open change of a product's collections by reading the product. All there: saved. Nothing of it, twice, 30 s
 * apart: sent again, unless HighLevel had accepted it: then it keeps its own, as a smart collection's rules would; or
 * unless a later change moved the same collections. Half of it likewise stays as HighLevel has it.
 */
export async function settleMembership(desk: Desk, open: JournalRecord): Promise<void> {
  const { missedAt: _, ...record } = open;
  const { targetId: productId, title: name, added = [], removed = [], sure, undoes, confirmed } = record;
  async function again(): Promise<void> {
    const moved = await movedSince(desk, record);
    if (touchedBy(record).some((id) => moved.includes(id))) await giveUp(desk, record);
    else
      await setCollections(desk, {
        productId,
        name,
        add: added,
        remove: removed,
        sure,
        record,
        ...(undoes !== undefined && { undoes }),
      });
  }
  if (!record.had) return again();
  const touched = touchedBy(record);
  const copy = await look(desk, productId, touched);
  if (!copy.ok) {
    if (copy.error.code === 'not-found') await note(desk, { ...record, state: 'failed', error: copy.error });
    return;
  }
  const missing = missingIn(record, copy.value.ids);
  if (missing.length === 0) return void (await kept(desk, record, copy.value.product));
  if (!(await isSecondLook(desk, open))) return;
  const isHalf = missing.length < touched.length;
  if (isHalf && confirmed) {
    const there = (ids: string[]) => ids.filter((id) => !missing.includes(id));
    await kept(desk, { ...record, added: there(added), removed: there(removed) }, copy.value.product);
  } else if (isHalf || confirmed) await note(desk, { ...record, state: 'conflict' });
  else await again();
}
