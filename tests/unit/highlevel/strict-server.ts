import type { Clock } from '../../../lib/highlevel/clock.ts';
import type { Lane, Limiter } from '../../../lib/highlevel/rate-limit.ts';

export type StrictOptions = {
  clock: Clock;
  /** Round trip in ms: half of it before the server counts the request. */
  latency?: number;
  max?: number;
  interval?: number;
  window?: 'sliding' | 'fixed';
  headers?: 'present' | 'absent';
  /** Extra ms on the way back, by the number of the request. */
  jitter?: (number: number) => number;
  /** Added to every answer. */
  extra?: Record<string, string>;
};

/** A server that counts as strictly as HighLevel may: every request within the window, refused ones too. */
export function createStrictServer(options: StrictOptions) {
  const { clock, latency = 150, max = 100, interval = 10_000, window = 'sliding' } = options;
  const arrivals: number[] = [];
  let refused = 0;

  const used = (now: number) => {
    const start = window === 'sliding' ? now - interval : Math.floor(now / interval) * interval - 1;
    return arrivals.filter((at) => at > start).length;
  };

  return {
    arrivals,
    refused: () => refused,
    /** Somebody else's request with the same allowance. */
    count: () => arrivals.push(clock.now()),
    async request(): Promise<{ status: number; headers: Headers }> {
      await clock.sleep(latency / 2);
      const now = clock.now();
      const full = used(now) >= max;
      arrivals.push(now);
      if (full) refused += 1;
      const remaining = Math.max(0, max - used(now));
      const headers = new Headers(options.extra);
      if (options.headers !== 'absent') {
        headers.set('X-RateLimit-Max', String(max));
        headers.set('X-RateLimit-Remaining', String(remaining));
        headers.set('X-RateLimit-Interval-Milliseconds', String(interval));
      }
      await clock.sleep(latency / 2 + (options.jitter?.(arrivals.length) ?? 0));
      return { status: full ? 429 : 200, headers };
    },
  };
}

export type StrictServer = ReturnType<typeof createStrictServer>;

/** One request through the limiter, as the client makes it; answers its status. */
export async function ask(
  limiter: Limiter,
  server: StrictServer,
  lane: Lane,
  signal?: AbortSignal,
): Promise<number> {
  const slot = await limiter.take(lane, signal);
  if (!slot.ok) return 0;
  const answer = await server.request();
  slot.value.answered(answer);
  return answer.status;
}
