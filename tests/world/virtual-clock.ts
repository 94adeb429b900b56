import type { Clock } from '../../lib/highlevel/clock.ts';
import { cryptoUnderWay } from './crypto-watch.ts';

export type VirtualClock = Clock & {
  /** Resolves when nothing is runnable any more, without moving time: every sleep still pending stays so. */
  settled(): Promise<void>;
  /** How many sleeps are pending. */
  pending(): number;
  /** Time stands still from here on and pending sleeps never end. For code that sleeps in an endless loop. */
  stop(): void;
};

/** Turns of the event loop in a row without anything happening before time may move. */
const QUIET_TURNS = 6;
/** Our own immediates: each clock that looks whether all is quiet has one. */
let looking = 0;

const turn = () =>
  new Promise<void>((resolve) => {
    looking += 1;
    setImmediate(() => {
      looking -= 1;
      resolve();
    });
  });

/** What ends by itself without a timer: immediates, files, crypto. */
const isBusy = () =>
  cryptoUnderWay() > 0 ||
  process.getActiveResourcesInfo().filter((kind) => kind === 'Immediate' || kind.startsWith('FSReq')).length >
    looking;

type Sleep = { due: number; order: number; wake: () => void };

/**
 * Time as a test's own. `now()` stands still while anything runs, and jumps to the next due sleep when nothing does; two
 * sleeps never end in the same turn, and they end by due time, then by who slept first. So an hour of retries takes
 * milliseconds, in the same order every time, and a test needs no hand to move the clock: `await clock.sleep(60_000)` is
 * how a minute passes.
 *
 * "Nothing runs" means several turns of the event loop in which no sleep was begun or given up, no immediate waited
 * (fake-indexeddb lives on those) and no crypto or file operation was under way. Real timers and sockets are not watched: code
 * under this clock has none.
 */
export function createVirtualClock(start = Date.UTC(2026, 5, 15, 12)): VirtualClock {
  let now = start;
  let order = 0;
  let stirred = 0;
  let running = false;
  let stopped = false;
  let sleeps: Sleep[] = [];

  async function quiet(): Promise<void> {
    for (let turns = 0, seen = stirred; turns < QUIET_TURNS; ) {
      await turn();
      if (stirred === seen && !isBusy()) {
        turns += 1;
      } else {
        turns = 0;
        seen = stirred;
      }
    }
  }

  async function run(): Promise<void> {
    running = true;
    while (sleeps.length > 0 && !stopped) {
      await quiet();
      if (stopped) break;
      let next: Sleep | undefined;
      for (const sleep of sleeps) {
        if (!next || sleep.due < next.due || (sleep.due === next.due && sleep.order < next.order))
          next = sleep;
      }
      if (!next) break;
      const woken = next;
      sleeps = sleeps.filter((sleep) => sleep !== woken);
      now = Math.max(now, woken.due);
      woken.wake();
    }
    running = false;
  }

  return {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        signal?.throwIfAborted();
        stirred += 1;
        const stop = () => {
          stirred += 1;
          sleeps = sleeps.filter((sleep) => sleep !== own);
          reject(signal?.reason);
        };
        const own: Sleep = {
          due: now + Math.max(0, ms),
          order: order++,
          wake() {
            signal?.removeEventListener('abort', stop);
            resolve();
          },
        };
        sleeps.push(own);
        signal?.addEventListener('abort', stop, { once: true });
        if (!running) void run();
      }),
    settled: quiet,
    pending: () => sleeps.length,
    stop() {
      stopped = true;
    },
  };
}
