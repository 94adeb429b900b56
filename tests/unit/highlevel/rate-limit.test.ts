import { describe, expect, it } from 'vitest';
import { createLimiter, type Lane, type LimiterState } from '../../../lib/highlevel/rate-limit.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { ask, createStrictServer, type StrictOptions } from './strict-server.ts';

/** Lets everything run that needs no time to pass. */
const turn = () => new Promise((resolve) => setImmediate(resolve));
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

function setUp(options: Partial<StrictOptions> = {}, memory?: Parameters<typeof createLimiter>[0]['memory']) {
  const clock = createVirtualClock();
  const server = createStrictServer({ clock, ...options });
  const limiter = createLimiter({ clock, ...(memory === undefined ? {} : { memory }) });
  const run = (lane: Lane, count: number) => Promise.all(times(count).map(() => ask(limiter, server, lane)));
  return { clock, server, limiter, run };
}

describe('against a strict sliding window of 100 per 10 s, 150 ms away', () => {
  it('takes 500 background requests at 1.05 × the floor at most, without a 429', async () => {
    const { clock, server, run } = setUp();
    const start = clock.now();
    await run('background', 500);
    // Five full windows of 96 must pass before the last 20 may go.
    expect(clock.now() - start).toBeLessThanOrEqual(50_000 * 1.05);
    expect(server.refused()).toBe(0);
  });

  it('answers a user in the middle of them within one round trip and 100 ms', async () => {
    const { clock, server, limiter, run } = setUp();
    const work = run('background', 500);
    for (const pause of [1_000, 2_500, 6_000, 11_000, 900]) {
      await clock.sleep(pause);
      const asked = clock.now();
      expect(await ask(limiter, server, 'user')).toBe(200);
      expect(clock.now() - asked).toBeLessThanOrEqual(250);
    }
    await work;
    expect(server.refused()).toBe(0);
  });

  it.each([
    ['a fixed window', { window: 'fixed' }],
    ['no headers', { headers: 'absent' }],
    ['a sandbox of 25, told by headers', { max: 25 }],
    ['a shorter window, told by headers', { max: 40, interval: 4_000 }],
    ['answers out of order', { jitter: (number: number) => (number * 7919) % 400 }],
  ] as const)('meets no 429 with %s', async (_, options) => {
    const { server, run } = setUp(options);
    await Promise.all([run('background', 230), run('bulk', 60), run('user', 12)]);
    expect(server.refused()).toBe(0);
  });

  it('meets none when a person uses every slot, in order and out of it', async () => {
    for (const jitter of [undefined, (number: number) => (number * 7919) % 400]) {
      const { clock, server, run } = setUp(jitter === undefined ? {} : { jitter });
      const start = clock.now();
      await run('user', 350);
      expect(server.refused()).toBe(0);
      expect(clock.now() - start).toBeLessThan(32_000);
    }
  });

  it('leaves 4 of 100 to a person when others have used theirs', async () => {
    const { clock, server, run } = setUp();
    const start = clock.now();
    await run('background', 96);
    expect(clock.now() - start).toBeLessThan(5_000);
    const others = run('bulk', 1);
    const asked = clock.now();
    await run('user', 4);
    expect(clock.now() - asked).toBe(150);
    await others;
    expect(clock.now() - start).toBeGreaterThanOrEqual(10_000);
    expect(server.refused()).toBe(0);
  });
});

describe('lanes', () => {
  it('serves a person first, then the background, then bulk', async () => {
    const { server, limiter, run } = setUp({ latency: 0 });
    await run('user', 100);
    const order: string[] = [];
    const queue = (lane: Lane) => ask(limiter, server, lane).then(() => order.push(lane));
    await Promise.all([
      queue('bulk'),
      queue('background'),
      queue('user'),
      queue('background'),
      queue('user'),
    ]);
    expect(order).toEqual(['user', 'user', 'background', 'background', 'bulk']);
  });

  it('keeps a connection free for a person: five others at once at most', async () => {
    const { limiter } = setUp();
    const slots = times(8).map(() => limiter.take('background'));
    let granted = 0;
    for (const slot of slots) void slot.then(() => (granted += 1));
    await turn();
    expect(granted).toBe(5);
    expect((await limiter.take('user')).ok).toBe(true);
  });
});

describe('waiting', () => {
  it('can be given up, and costs the others nothing', async () => {
    const { server, limiter, run } = setUp();
    await run('user', 100);
    const stop = new AbortController();
    const left = ask(limiter, server, 'user', stop.signal);
    const stays = ask(limiter, server, 'user');
    await turn();
    stop.abort(new Error('left'));
    await expect(left).rejects.toThrow('left');
    expect(await stays).toBe(200);
    expect(server.arrivals).toHaveLength(101);
  });

  it('is refused at once to who has left already', async () => {
    const { limiter } = setUp();
    await expect(limiter.take('user', AbortSignal.abort(new Error('left')))).rejects.toThrow('left');
  });

  it('leaves no timer behind when nobody waits', async () => {
    const { clock, limiter, server, run } = setUp();
    await run('user', 100);
    const stop = new AbortController();
    const left = ask(limiter, server, 'user', stop.signal);
    await turn();
    stop.abort(new Error('left'));
    await left.catch(() => undefined);
    expect(clock.pending()).toBe(0);
  });

  it('given up while the slot is written down costs no slot', async () => {
    let written = () => {};
    const save = () => new Promise<void>((resolve) => (written = resolve));
    const { clock, limiter } = setUp({}, { load: async () => undefined, save });
    const stop = new AbortController();
    const left = limiter.take('user', stop.signal);
    await turn();
    stop.abort(new Error('left'));
    written();
    await expect(left).rejects.toThrow('left');
    let granted = 0;
    for (const slot of times(100).map(() => limiter.take('user'))) void slot.then(() => (granted += 1));
    for (const _ of times(3)) {
      await turn();
      written();
    }
    await turn();
    expect(granted).toBe(100);
    expect(clock.pending()).toBe(0);
  });

  it('gives an unused slot back', async () => {
    const { clock, limiter, server, run } = setUp();
    const start = clock.now();
    for (const _ of times(50)) {
      const slot = await limiter.take('user');
      if (slot.ok) slot.value.unused();
    }
    await run('user', 100);
    expect(clock.now() - start).toBe(150);
    expect(server.refused()).toBe(0);
  });
});

describe('with others on the same allowance', () => {
  it('adapts to what remains and meets no 429', async () => {
    const { clock, server, run } = setUp();
    for (const _ of times(60)) server.count();
    await run('background', 90);
    expect(server.refused()).toBe(0);
    expect(clock.now()).toBeGreaterThan(0);
  });

  it.each(['present', 'absent'] as const)(
    'gets everything through when they fill the window, headers %s',
    async (headers) => {
      const { clock, server, limiter } = setUp({ headers });
      const start = clock.now();
      for (const _ of times(97)) server.count();
      const insist = async (lane: Lane): Promise<void> => {
        while ((await ask(limiter, server, lane)) !== 200);
      };
      await Promise.all([
        ...times(40).map(() => insist('background')),
        ...times(5).map(() => insist('user')),
      ]);
      expect(clock.now() - start).toBeLessThan(25_000);
      // One asks at a time after a refusal: no storm.
      expect(server.refused()).toBeLessThanOrEqual(12);
    },
  );

  it("does not take its own requests under way for somebody else's", async () => {
    const { limiter } = setUp();
    const slots = await Promise.all(times(3).map(() => limiter.take('user')));
    const last = slots[2];
    // The answer to the third comes first: the server has seen all three.
    if (last?.ok)
      last.value.answered({ status: 200, headers: new Headers({ 'X-RateLimit-Remaining': '97' }) });
    let granted = 0;
    for (const slot of times(98).map(() => limiter.take('user'))) void slot.then(() => (granted += 1));
    await turn();
    expect(granted).toBe(97);
  });

  it('counts what its own requests under way use only once', async () => {
    const { clock, run } = setUp({ jitter: (number) => (number % 5) * 30 });
    const start = clock.now();
    await run('background', 96);
    expect(clock.now() - start).toBeLessThan(9_900);
  });
});

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
