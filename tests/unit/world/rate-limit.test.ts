import fc from 'fast-check';
import { expect, it } from 'vitest';
import { DEFAULT_QUIRKS } from '../../world/quirks.ts';
import { createRateLimit } from '../../world/rate-limit.ts';
import type { Quirks } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';
import { createCaller, LIST } from './calls.ts';

function limiterAt(rateWindow: Quirks['rateWindow'], limits = { max: 5, interval: 1000, daily: 1_000_000 }) {
  const time = { now: 0 };
  const clock = { now: () => time.now, sleep: () => Promise.resolve() };
  return { time, limit: createRateLimit(clock, limits, { ...DEFAULT_QUIRKS, rateWindow }) };
}

const gaps = fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 200 });

it('sliding: no stretch of the interval ever holds more than the maximum', () => {
  fc.assert(
    fc.property(gaps, (waits) => {
      const { time, limit } = limiterAt('sliding');
      const accepted = waits.flatMap((wait) => {
        time.now += wait;
        return limit.take('a').refused ? [] : [time.now];
      });
      for (const start of accepted) {
        const within = accepted.filter((at) => at >= start && at < start + 1000);
        expect(within.length).toBeLessThanOrEqual(5);
      }
    }),
  );
});

it('fixed: takes the maximum at the end of a window and again at the start of the next', () => {
  const { time, limit } = limiterAt('fixed');
  limit.take('a');
  time.now = 999;
  const late = Array.from({ length: 5 }, () => limit.take('a').refused);
  time.now = 1000;
  const early = Array.from({ length: 5 }, () => limit.take('a').refused);
  expect(late).toEqual([false, false, false, false, 'interval']);
  expect(early).toEqual([false, false, false, false, false]);
});

it('counts each location for itself', () => {
  const { limit } = limiterAt('sliding');
  for (let count = 0; count < 5; count += 1) limit.take('a');
  expect([limit.take('a').refused, limit.take('b').refused]).toEqual(['interval', false]);
});

it('refuses for the rest of the day once the daily allowance is gone, and says when it returns', () => {
  const { time, limit } = limiterAt('sliding', { max: 100, interval: 1000, daily: 3 });
  for (let count = 0; count < 3; count += 1) limit.take('a');
  time.now = 60_000;
  const verdict = limit.take('a');
  expect(verdict.refused).toBe('daily');
  expect(verdict.headers).toMatchObject({
    'x-ratelimit-limit-daily': '3',
    'x-ratelimit-daily-remaining': '0',
    'x-ratelimit-daily-reset': String(24 * 3_600_000 - 60_000),
  });
  time.now = 24 * 3_600_000;
  expect(limit.take('a').refused).toBe(false);
});

it('answers 429 with the documented headers, and lets a location on after the window', async () => {
  const world = createWorld({ clock: createVirtualClock() });
  const call = createCaller(world);
  for (let count = 0; count < 100; count += 1) await call(LIST);
  const said = await call(LIST);
  expect([said.status, said.body]).toEqual([429, { statusCode: 429, message: 'Too Many Requests' }]);
  expect(said.headers.get('x-ratelimit-max')).toBe('100');
  expect(said.headers.get('x-ratelimit-remaining')).toBe('0');
  expect(said.headers.get('x-ratelimit-interval-milliseconds')).toBe('10000');
  await world.clock.sleep(10_000);
  expect((await call(LIST)).status).toBe(200);
});

it('takes nothing off the allowance for a token it does not know', async () => {
  const world = createWorld();
  const call = createCaller(world);
  for (let count = 0; count < 150; count += 1) await call(LIST, { token: 'pit-wrong' });
  expect((await call(LIST)).headers.get('x-ratelimit-remaining')).toBe('99');
});
