import type { Clock } from '../highlevel/clock.ts';
import type { Alarms } from './areas.ts';

/** Both browsers stop a worker 30 s after its last extension call, work or not. */
const BEAT_MS = 20_000;
/** If the beat stops with work under way, the worker is started again this long (ms) after its last beat. */
const RESUME_MS = 60_000;
export const RESUME_ALARM = 'aisle.resume';

/**
 * Keeps the worker alive while there is work, and only then; an alarm stands ready for the death that comes
 * anyway. `ping` is any cheap extension call.
 */
export function createKeepAlive(parts: { ping: () => Promise<unknown>; alarms: Alarms; clock: Clock }) {
  const { alarms, clock } = parts;
  let works = 0;
  let rest = new AbortController();

  async function beat(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await alarms.create(RESUME_ALARM, { when: clock.now() + RESUME_MS });
      await clock.sleep(BEAT_MS, signal);
      await parts.ping();
    }
  }

  return {
    async during<Value>(work: () => Promise<Value>): Promise<Value> {
      works += 1;
      if (works === 1) {
        rest = new AbortController();
        // Ends by the abort when the last work is done; a beat that failed leaves the alarm to do its part.
        beat(rest.signal).catch(() => undefined);
      }
      try {
        return await work();
      } finally {
        works -= 1;
        if (works === 0) {
          rest.abort();
          await alarms.clear(RESUME_ALARM);
        }
      }
    },
  };
}
export type KeepAlive = ReturnType<typeof createKeepAlive>;
