import type { HighLevelError } from './errors.ts';
import { type Attempt, attempt, type Call, type Options, type RequestParts } from './request.ts';
import type { Result } from './result.ts';

export type RetryParts = RequestParts & { random: () => number };

/** Tries in all, by what went wrong with the last one. */
const TRIES = { unavailable: 4, timeout: 2, 'rate-limited': 8 } as const;
/** The first pause in ms; each next one is twice as long, and a random part of it is left out. */
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;

/**
 * Reads are tried again after `unavailable`, `timeout` and `rate-limited`, with jittered pauses. A write is sent
 * again only after a 429, which never reached the service behind it: anything else may have been applied.
 */
export async function request(
  parts: RetryParts,
  call: Call,
  options: Options,
): Promise<Result<unknown, HighLevelError>> {
  for (let tried = 1; ; tried += 1) {
    const last = await attempt(parts, call, options);
    const pause = last.result.ok
      ? undefined
      : pauseAfter(last, last.result.error, call, tried, parts, options);
    if (pause === undefined) return last.result;
    if (pause > 0) await parts.clock.sleep(pause, options.signal);
  }
}

/** ms to wait before the next try; undefined when there is none. */
function pauseAfter(
  last: Attempt,
  error: HighLevelError,
  call: Call,
  tried: number,
  parts: RetryParts,
  { once }: Options,
): number | undefined {
  const { code } = error;
  if (code === 'rate-limited') {
    // Without a status the limiter itself said no: waiting is over. Otherwise its pause is the wait.
    return error.status === 429 && !error.daily && tried < TRIES[code] ? 0 : undefined;
  }
  if (once || call.method !== 'GET' || (code !== 'unavailable' && code !== 'timeout')) return undefined;
  if (tried >= TRIES[code]) return undefined;
  const jittered = FIRST_PAUSE * 2 ** (tried - 1) * (0.5 + parts.random() / 2);
  const pause = Math.max(jittered, (last.retryAt ?? 0) - parts.clock.now());
  return pause > LONGEST_PAUSE ? undefined : pause;
}
