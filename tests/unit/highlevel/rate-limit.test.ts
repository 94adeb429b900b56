import { describe, expect, it } from 'vitest';
import type { Lane } from '../../../lib/highlevel/rate-limit.ts';
import { setUp, times, turn } from './limiter-parts.ts';
import { ask } from './strict-server.ts';

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

  it('sends ten of the others at once at most, whatever a person asks meanwhile', async () => {
    const { limiter } = setUp();
    const slots = times(20).map(() => limiter.take('background'));
    let granted = 0;
    for (const slot of slots) void slot.then(() => (granted += 1));
    await turn();
    expect(granted).toBe(10);
    expect((await limiter.take('user')).ok).toBe(true);
  });

  it('keeps the others at full speed when an answer takes a second', async () => {
    const { clock, server, run } = setUp({ latency: 1_000 });
    const start = clock.now();
    await run('background', 192);
    expect(clock.now() - start).toBeLessThanOrEqual(22_000);
    expect(server.refused()).toBe(0);
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
      // What was under way when the first refusal came, then one at a time: no storm.
      expect(server.refused()).toBeLessThanOrEqual(10 + 5 + 3);
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
