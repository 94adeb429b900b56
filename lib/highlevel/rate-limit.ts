import type { Clock } from './clock.ts';
import { type Allowance, readAllowance } from './rate-headers.ts';
import { createWindow, type LimiterState, limiterStateSchema, type RateWindow } from './rate-window.ts';
import { fail, ok, type Result } from './result.ts';

export type { LimiterState } from './rate-window.ts';

/** Who waits: a person, work behind the screen, or work in the thousands. In this order. */
export type Lane = 'user' | 'background' | 'bulk';

/** The right to send one request. Whoever takes it calls one of these once, whatever becomes of the request. */
export type Slot = {
  /** No argument when no answer came. For a 429: when asking again makes sense. */
  answered(answer?: { status: number; headers: Headers }): Closed | undefined;
  /** The request never left. */
  unused(): void;
};
/** No asking before `until` (ms since the epoch); `daily` when the day's allowance is used up. */
export type Closed = { until: number; daily: boolean };

export type Limiter = {
  /** Waits for a slot, in the lane's turn; fails at once while closed; rejects with the signal's reason. */
  take(lane: Lane, signal?: AbortSignal): Promise<Result<Slot, Closed>>;
};

/** Where the window outlives the worker. A memory that fails costs only that. */
export type LimiterMemory = { load(): Promise<unknown>; save(state: LimiterState): Promise<void> };

/** Of every 100 slots, kept free for what a person waits for. */
const KEPT = 4;
/**
 * Requests under way for all lanes but the user's: enough to use the whole allowance when an answer takes a second,
 * few enough that an allowance shared with others, or smaller than we think, is noticed before it is overrun.
 */
const ABREAST = 10;
const LANES = ['user', 'background', 'bulk'] as const;

type Waiter = { settle(result: Result<Slot, Closed>): void };

/** One limiter per location: a sliding window counted from the answers, set by their headers. */
export function createLimiter(parts: { clock: Clock; memory?: LimiterMemory }): Limiter {
  const { clock } = parts;
  const saver = createSaver(parts.memory);
  const queues: Record<Lane, Waiter[]> = { user: [], background: [], bulk: [] };
  let loaded: Promise<RateWindow> | undefined;
  let quiet = 0;
  let alarm: { at: number; stop: AbortController } | undefined;

  async function load(): Promise<RateWindow> {
    const saved = limiterStateSchema.safeParse(await parts.memory?.load().catch(() => undefined));
    return saved.success ? createWindow(saved.data, clock.now()) : createWindow();
  }

  function grant(window: RateWindow, lane: Lane): Slot {
    const number = window.send();
    if (lane !== 'user') quiet += 1;
    let open = true;
    const close = () => {
      if (open && lane !== 'user') quiet -= 1;
      const first = open;
      open = false;
      return first;
    };
    return {
      unused() {
        if (close()) window.forget(number);
        pump(window);
      },
      answered(answer) {
        if (!close()) return undefined;
        const now = clock.now();
        const allowance: Allowance = answer === undefined ? {} : readAllowance(answer.headers, now);
        const pause = window.answer(number, answer?.status ?? 0, allowance, now);
        void saver.save(window);
        pump(window);
        return pause;
      },
    };
  }

  function mayGo(window: RateWindow, lane: Lane): boolean {
    const now = clock.now();
    return lane === 'user' ? window.free(now, 0) > 0 : quiet < ABREAST && window.free(now, KEPT) > 0;
  }

  function pump(window: RateWindow): void {
    const closed = window.closed(clock.now());
    for (const lane of LANES) {
      const queue = queues[lane];
      while (closed !== undefined && queue.length > 0) queue.shift()?.settle(fail(closed));
      while (queue.length > 0 && mayGo(window, lane)) queue.shift()?.settle(ok(grant(window, lane)));
    }
    setAlarm(window);
  }

  function setAlarm(window: RateWindow): void {
    const waiting = LANES.some((lane) => queues[lane].length > 0);
    const wait = waiting ? window.nextChange(clock.now()) : undefined;
    const at = wait === undefined ? undefined : clock.now() + wait;
    if (alarm?.at === at) return;
    alarm?.stop.abort();
    alarm = undefined;
    if (wait === undefined || at === undefined) return;
    const mine = { at, stop: new AbortController() };
    alarm = mine;
    const ring = () => {
      if (alarm !== mine) return;
      alarm = undefined;
      pump(window);
    };
    clock.sleep(wait, mine.stop.signal).then(ring, () => undefined);
  }

  return {
    async take(lane, signal) {
      signal?.throwIfAborted();
      loaded ??= load();
      const window = await loaded;
      signal?.throwIfAborted();
      const result = await new Promise<Result<Slot, Closed>>((resolve, reject) => {
        const leave = () => {
          queues[lane] = queues[lane].filter((other) => other !== waiter);
          setAlarm(window);
          reject(signal?.reason);
        };
        const waiter: Waiter = {
          settle(outcome) {
            signal?.removeEventListener('abort', leave);
            resolve(outcome);
          },
        };
        signal?.addEventListener('abort', leave, { once: true });
        queues[lane].push(waiter);
        pump(window);
      });
      // The slot is on record before the request leaves, so that a death in between cannot hide it.
      if (result.ok) await saver.save(window);
      if (result.ok && signal?.aborted) result.value.unused();
      signal?.throwIfAborted();
      return result;
    },
  };
}

/** Writes one state at a time, the newest; every caller waits until what it saw is written. */
function createSaver(memory: LimiterMemory | undefined) {
  let running: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  return {
    save(window: RateWindow): Promise<void> | undefined {
      if (memory === undefined) return undefined;
      const write = () => memory.save(window.state()).catch(() => undefined);
      if (running === undefined) {
        running = write().finally(() => {
          running = undefined;
        });
        return running;
      }
      next ??= running.then(() => {
        next = undefined;
        running = write().finally(() => {
          running = undefined;
        });
        return running;
      });
      return next;
    },
  };
}
