import type { Desk } from './desk.ts';
import type { JournalRecord } from './journal.ts';

/** ms between the two reads that must both find nothing of a change before it is acted on. */
export const SECOND_LOOK = 30_000;

/** The first look that finds nothing is written down. */
export async function isSecondLook(desk: Desk, record: JournalRecord): Promise<boolean> {
  const now = desk.clock.now();
  if (record.missedAt !== undefined) return now - record.missedAt >= SECOND_LOOK;
  await desk.journal.put({ ...record, missedAt: now });
  return false;
}
