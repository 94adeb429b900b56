import { describe, expect, it } from 'vitest';
import { createLimiter, type LimiterState } from '../../../lib/highlevel/rate-limit.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { setUp, times, turn } from './limiter-parts.ts';
import { ask, createStrictServer } from './strict-server.ts';

describe('a 429', () => {
  const answer = (headers: Record<string, string> = {}) => ({ status: 429, headers: new Headers(headers) });
  const refuse = async (limiter: ReturnType<typeof createLimiter>, headers?: Record<string, string>) => {
    const slot = await limiter.take('user');
    return slot.ok ? slot.value.answered(answer(headers)) : undefined;
  };

  it('holds everyone back, longer each time, and lets one ask first', async () => {
    const { clock, limiter } = setUp();
    const waits: number[] = [];
    for (const _ of times(6)) {
      const now = clock.now();
      const pause = await refuse(limiter);
      waits.push((pause?.until ?? 0) - now);
      await clock.sleep((pause?.until ?? 0) - now);
    }
    expect(waits).toEqual([1_000, 2_000, 4_000, 8_000, 10_000, 10_000]);
    let granted = 0;
    for (const slot of times(3).map(() => limiter.take('user'))) void slot.then(() => (granted += 1));
    await turn();
    expect(granted).toBe(1);
  });

  it('is forgotten once an answer has come', async () => {
    const { clock, limiter, run } = setUp();
    for (const _ of times(4)) {
      const pause = await refuse(limiter);
      expect((pause?.until ?? 0) - clock.now()).toBe(1_000);
      await run('user', 1);
    }
  });

  it('waits as long as Retry-After asks', async () => {
    const { clock, limiter } = setUp();
    const start = clock.now();
    await refuse(limiter, { 'Retry-After': '7' });
    await limiter.take('user');
    expect(clock.now() - start).toBe(7_000);
  });

  it('is told instead of waited for when Retry-After is longer than a minute', async () => {
    const { clock, limiter } = setUp();
    const until = clock.now() + 600_000;
    await refuse(limiter, { 'Retry-After': '600' });
    expect(await limiter.take('user')).toEqual({ ok: false, error: { until, daily: false } });
    await clock.sleep(600_000);
    expect((await limiter.take('user')).ok).toBe(true);
  });

  it('of the day closes at once for everyone, until the reset', async () => {
    const { clock, limiter, run, server } = setUp();
    await run('user', 99);
    const until = clock.now() + 7_200_000;
    const slot = await limiter.take('user');
    const waiting = times(3).map(() => limiter.take('background'));
    await turn();
    if (slot.ok) {
      slot.value.answered(
        answer({ 'X-RateLimit-Daily-Remaining': '0', 'X-RateLimit-Daily-Reset': '7200000' }),
      );
    }
    const closed = { ok: false, error: { until, daily: true } };
    expect(await Promise.all(waiting)).toEqual([closed, closed, closed]);
    expect(await limiter.take('user')).toEqual(closed);
    expect(server.arrivals).toHaveLength(99);
    await clock.sleep(7_200_000);
    expect((await limiter.take('user')).ok).toBe(true);
  });

  it('of the day without a reset asks again after an hour', async () => {
    const { clock, limiter } = setUp();
    const pause = await refuse(limiter, { 'X-RateLimit-Daily-Remaining': '0' });
    expect(pause).toEqual({ until: clock.now() + 3_600_000, daily: true });
  });
});

describe('a worker that dies', () => {
  function createMemory(): {
    load(): Promise<unknown>;
    save(state: LimiterState): Promise<void>;
    state: unknown;
  } {
    const memory = {
      state: undefined as unknown,
      load: async () => structuredClone(memory.state),
      save: async (state: LimiterState) => {
        memory.state = structuredClone(state);
      },
    };
    return memory;
  }

  it('leaves its window to the next one: no 429 after it', async () => {
    const memory = createMemory();
    const { clock, server, run } = setUp({}, memory);
    await run('user', 90);
    const next = createLimiter({ clock, memory });
    const start = clock.now();
    await Promise.all(times(30).map(() => ask(next, server, 'user')));
    expect(server.refused()).toBe(0);
    expect(clock.now() - start).toBeGreaterThan(9_000);
  });

  it('with requests under way: they count', async () => {
    const memory = createMemory();
    const { clock, server, limiter } = setUp({}, memory);
    for (const _ of times(100)) {
      const slot = await limiter.take('user');
      if (slot.ok) void server.request();
    }
    const next = createLimiter({ clock, memory });
    expect(await ask(next, server, 'user')).toBe(200);
    expect(server.refused()).toBe(0);
  });

  it('with the day used up: the next one knows', async () => {
    const memory = createMemory();
    const { clock, limiter } = setUp({}, memory);
    const slot = await limiter.take('user');
    if (slot.ok) {
      slot.value.answered({ status: 429, headers: new Headers({ 'X-RateLimit-Daily-Remaining': '0' }) });
    }
    await turn();
    expect((await createLimiter({ clock, memory }).take('user')).ok).toBe(false);
  });

  it.each([
    ['nonsense', async () => ({ answers: 'yes' })],
    ['nothing', async () => undefined],
    ['a failure', () => Promise.reject(new Error('no storage'))],
  ])('starts afresh from a memory that holds %s', async (_, load) => {
    const { limiter } = setUp({}, { load, save: () => Promise.reject(new Error('no storage')) });
    expect((await limiter.take('user')).ok).toBe(true);
  });

  it('is not kept waiting by a wall clock that was set back', async () => {
    const memory = createMemory();
    const ahead = createVirtualClock(Date.UTC(2030, 0));
    const server = createStrictServer({ clock: ahead });
    const limiter = createLimiter({ clock: ahead, memory });
    await Promise.all(times(100).map(() => ask(limiter, server, 'user')));
    const clock = createVirtualClock(Date.UTC(2026, 0));
    const start = clock.now();
    await createLimiter({ clock, memory }).take('user');
    expect(clock.now() - start).toBeLessThanOrEqual(10_000);
  });
});
