import type { Clock } from '../../highlevel/clock.ts';
import type { Collection } from '../../highlevel/collection.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { fail, type Result } from '../../highlevel/result.ts';

/** How long (ms) a write is watched for in HighLevel's copy, which may lag by seconds. */
export const WATCH = 10_000;
/** ms between looks; the last one stays. */
const PAUSES = [0, 150, 250, 400, 700, 1_000, 1_500];

/** Copies are believed to lag by less than this (ms): what is not seen by then did not happen. */
export const LAG = 5_000;

export type Copy = Result<Collection, HighLevelError>;
type Seen<Value> = Result<Value, HighLevelError>;

/** `ms`: when the copy came, since the watch began. */
export type Watched<Value = Collection> = { copy: Seen<Value>; ms: number };

/**
 * Looks again and again until a copy is enough, 10 s at most. Answers the last copy that said something; `timeout` when
 * none came in that time.
 */
export async function watch<Value>(
  clock: Clock,
  look: (signal: AbortSignal) => Promise<Seen<Value>>,
  /** Whether this copy decides; `ms` since the watch began. */
  isEnough: (copy: Seen<Value>, ms: number) => Promise<boolean> | boolean,
): Promise<Watched<Value>> {
  const began = clock.now();
  const over = new AbortController();
  const rest = new AbortController();
  const ring = clock.sleep(WATCH, rest.signal).then(
    () => over.abort(),
    () => undefined,
  );
  let last: Watched<Value> = { copy: fail({ code: 'timeout' }), ms: 0 };
  try {
    for (let looks = 0; ; looks++) {
      const pause = PAUSES[Math.min(looks, PAUSES.length - 1)] ?? 0;
      if (pause > 0) await clock.sleep(pause, over.signal);
      const copy = await look(over.signal);
      const ms = clock.now() - began;
      const says = copy.ok || copy.error.code === 'not-found';
      if (says || !last.copy.ok) last = { copy, ms };
      if (await isEnough(copy, ms)) return last;
    }
  } catch (error) {
    if (!over.signal.aborted) throw error;
    return last;
  } finally {
    rest.abort();
    await ring;
  }
}
