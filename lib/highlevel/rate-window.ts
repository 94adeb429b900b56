import * as z from 'zod/mini';
import type { Allowance } from './rate-headers.ts';

const time = z.number();

/** What outlives a worker's death: times in ms since the epoch. */
export const limiterStateSchema = z.object({
  max: z.number().check(z.minimum(1)),
  interval: z.number().check(z.minimum(1)),
  /** When the answers came whose slots are not free yet, oldest first. */
  answers: z.array(time),
  /** Requests that had left and were not answered. */
  inFlight: z.number().check(z.minimum(0)),
  /** Slots that others with the same allowance were seen to use. */
  others: z.object({ count: z.number(), until: time }),
  /** Nothing is sent before this. */
  heldUntil: time,
  /** Everything fails at once before this; `daily` when the day's allowance is used up. */
  closed: z.optional(z.object({ until: time, daily: z.boolean() })),
});
export type LimiterState = z.infer<typeof limiterStateSchema>;

/** HighLevel's published limit, until an answer's headers say otherwise. */
const DEFAULTS = { max: 100, interval: 10_000 };
/** A pause longer than this is told, not waited for (ms). */
const LONGEST_WAIT = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** One sliding window of requests, each slot held from its sending until `interval` after its answer. */
export type RateWindow = ReturnType<typeof createWindow>;

export function createWindow(saved?: LimiterState, loadedAt = 0) {
  let { max, interval } = saved ?? DEFAULTS;
  // What was in flight at the death has been counted by the server before now at the latest.
  let answers = [...(saved?.answers ?? []), ...Array<number>(saved?.inFlight ?? 0).fill(loadedAt)];
  let others = saved?.others ?? { count: 0, until: 0 };
  let heldUntil = saved?.heldUntil ?? 0;
  let closed = saved?.closed;
  let refusals = 0;
  let sent = 0;
  const inFlight = new Set<number>();

  function sweep(now: number): void {
    // A wall clock set back must not keep slots taken for longer than one interval.
    answers = answers.map((at) => Math.min(at, now)).filter((at) => now - at < interval);
    if (now >= others.until || others.until > now + interval) others = { count: 0, until: 0 };
    if (heldUntil > now + LONGEST_WAIT) heldUntil = now + LONGEST_WAIT;
    if (closed !== undefined && (now >= closed.until || closed.until > now + 2 * DAY)) closed = undefined;
  }

  /** Somebody else's requests: what the server counted beyond what we know it has seen of ours. */
  function seeOthers(number: number, allowance: Allowance, now: number): void {
    if (allowance.remaining === undefined) return;
    const before = [...inFlight].filter((other) => other < number).length;
    const count = Math.max(0, max - allowance.remaining - answers.length - before);
    others = { count, until: now + interval };
  }

  /** The server is full although we thought otherwise: pause, longer each time, then ask one by one. */
  function refuse(allowance: Allowance, now: number): void {
    if (allowance.dailyRemaining === 0) {
      closed = { until: allowance.dailyReset ?? now + HOUR, daily: true };
      return;
    }
    refusals += 1;
    const pause = Math.min(interval, 1000 * 2 ** Math.min(refusals - 1, 10));
    const at = Math.max(now + (allowance.retryAfter === undefined ? pause : 1), allowance.retryAfter ?? 0);
    if (at > now + LONGEST_WAIT) closed = { until: at, daily: false };
    else heldUntil = Math.max(heldUntil, at);
    others = { count: 0, until: 0 };
  }

  return {
    /** Until when nothing may be asked at all. */
    closed(now: number) {
      sweep(now);
      return closed;
    },
    /** Slots that `kept` of every 100 leave; negative when the allowance shrank. */
    free(now: number, kept: number): number {
      sweep(now);
      if (now < heldUntil || (refusals > 0 && inFlight.size > 0)) return 0;
      const most = kept === 0 ? max : Math.max(1, max - Math.ceil((max * kept) / 100));
      return most - answers.length - inFlight.size - others.count;
    },
    /** ms until something may change by time alone; undefined when only an answer can change it. */
    nextChange(now: number): number | undefined {
      sweep(now);
      const times = answers.slice(0, 1).map((at) => at + interval);
      if (others.count > 0) times.push(others.until);
      if (now < heldUntil) times.push(heldUntil);
      return times.length === 0 ? undefined : Math.min(...times) - now;
    },
    send(): number {
      sent += 1;
      inFlight.add(sent);
      return sent;
    },
    /** Takes back a slot that was never used. */
    forget(number: number): void {
      inFlight.delete(number);
    },
    /** If this was a 429: until when nothing is asked. */
    answer(number: number, status: number, allowance: Allowance, now: number) {
      inFlight.delete(number);
      answers.push(now);
      max = allowance.max ?? max;
      interval = allowance.interval ?? interval;
      sweep(now);
      seeOthers(number, allowance, now);
      if (status !== 429) {
        if (status > 0) refusals = 0;
        return undefined;
      }
      refuse(allowance, now);
      return closed ?? { until: heldUntil, daily: false };
    },
    state(): LimiterState {
      const base = { max, interval, answers: [...answers], inFlight: inFlight.size, others, heldUntil };
      return closed === undefined ? base : { ...base, closed };
    },
  };
}
