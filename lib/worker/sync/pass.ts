import type { Sweep } from '../../catalog/sweep.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { ok, type Result } from '../../highlevel/result.ts';
import { createPager, PAGE_ROWS, type Page } from './pager.ts';

/** A pass that was interrupted for longer (ms) has not seen the list in one go. */
const GAP = 60_000;
/** Pages in a row without a new row, after which a list is not followed any further. */
const BARREN = 3;

export type PassParts = Parameters<typeof createPager>[0] & {
  now: () => number;
  /** Writes a page's rows to the replica. */
  write: (page: Page) => Promise<Result<undefined, HighLevelError>>;
  /** Stores how far the pass has come, with the ids of its last page. */
  save: (sweep: Sweep, ids: readonly string[]) => Promise<void>;
};

/** `ended`: this very walk came to the end of the list. */
export type Walked = { sweep: Sweep; ended: boolean };

/**
 * One walk through the list. Each page begins at the last row already seen: if that row is not there, something moved and
 * the pass is not steady. It then ends at once, unless the end of the list was never
 * reached: until then rows matter more than exactness.
 */
export async function walk(
  parts: PassParts,
  begun: Sweep,
  seen: Set<string>,
): Promise<Result<Walked, HighLevelError>> {
  const pager = createPager(parts);
  let sweep = begun.pages > 0 && parts.now() - begun.at > GAP ? { ...begun, steady: false } : begun;
  let barren = 0;
  let ended = false;
  while (!ended && (sweep.steady || !sweep.reachedEnd)) {
    const offset = Math.max(0, sweep.position - 1);
    const answer = await pager.page(offset);
    if (!answer.ok) return answer;
    const page = answer.value;
    const next = advance(sweep, page, parts.now());
    pager.foresee(next.position - 1, page.received - 1, page.total);
    const written = await parts.write(page);
    if (!written.ok) return written;
    const fresh = page.rows.map(({ id }) => id).filter((id) => !seen.has(id));
    for (const id of fresh) seen.add(id);
    barren = fresh.length > 0 ? 0 : barren + 1;
    ended = isEnd(sweep, next, page) || barren >= BARREN;
    sweep = { ...next, reachedEnd: next.reachedEnd || ended };
    await parts.save(sweep, fresh);
  }
  return ok({ sweep, ended });
}

function advance(sweep: Sweep, page: Page, now: number): Sweep {
  const offset = Math.max(0, sweep.position - 1);
  const last = page.rows.at(-1)?.id ?? sweep.anchor;
  return {
    ...sweep,
    pages: sweep.pages + 1,
    position: offset + page.received,
    blurred: isBlurred(page),
    steady: sweep.steady && isSteady(sweep, page),
    at: now,
    ...(last !== undefined && { anchor: last }),
    ...(page.total !== undefined && { total: page.total }),
  };
}

const isBlurred = ({ received, rows }: Page): boolean => received > rows.length;

function isSteady(sweep: Sweep, page: Page): boolean {
  if (sweep.pages === 0) return true;
  const follows = sweep.position === 0 || page.rows[0]?.id === sweep.anchor;
  return follows || sweep.blurred || isBlurred(page);
}

/** Nothing after the row we knew; or a short page, and the server says that this was all. */
function isEnd(before: Sweep, after: Sweep, page: Page): boolean {
  if (page.received <= (before.position > 0 ? 1 : 0)) return true;
  return page.total !== undefined && page.received < PAGE_ROWS && after.position >= page.total;
}
