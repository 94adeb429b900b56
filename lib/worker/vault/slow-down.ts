import type { Tries } from './records.ts';

const FREE = 3;
const FIRST_MS = 5_000;
const MOST_MS = 300_000;

/** How long to wait (ms) after so many wrong passphrases in a row: nothing, then 5 s, doubling to 5 minutes. */
export const waitAfter = (wrong: number): number =>
  wrong < FREE ? 0 : Math.min(FIRST_MS * 2 ** (wrong - FREE), MOST_MS);

/** When the next try is allowed (ms since the epoch), or undefined: now. */
export function retryAt(tries: Tries | undefined, now: number): number | undefined {
  const wait = tries ? waitAfter(tries.wrong) : 0;
  if (!tries || wait === 0) return undefined;
  // A clock that was set back must not lengthen the wait.
  const at = Math.min(tries.at, now) + wait;
  return at > now ? at : undefined;
}
