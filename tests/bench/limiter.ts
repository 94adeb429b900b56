import { systemClock } from '../../lib/highlevel/clock.ts';
import { createLimiter } from '../../lib/highlevel/rate-limit.ts';
import { ask, createStrictServer } from '../unit/highlevel/strict-server.ts';

/** Floor of 500 requests at 96 per 10 s: the last 20 may go when five windows have passed (ms). */
const FLOOR = 50_000;
const LATENCY = 150;

/** 500 background requests in real time against a strict sliding window of 100 per 10 s, with a person asking in between. */
export async function benchLimiter(): Promise<{ name: string; value: number; target: number }[]> {
  const clock = systemClock;
  const server = createStrictServer({ clock, latency: LATENCY });
  const limiter = createLimiter({ clock });
  const start = performance.now();
  const requests = Array.from({ length: 500 }, () => ask(limiter, server, 'background'));
  const work = Promise.all(requests).then(() => performance.now() - start);
  const waits: number[] = [];
  for (let number = 0; number < 3; number += 1) {
    await clock.sleep(14_300);
    const asked = performance.now();
    await ask(limiter, server, 'user');
    waits.push(performance.now() - asked);
  }
  const total = await work;
  return [
    { name: 'limiter: 500 background requests ÷ floor', value: total / FLOOR, target: 1.05 },
    { name: 'limiter: refused with 429', value: server.refused(), target: 0 },
    { name: 'limiter: a person waits, worst (ms)', value: Math.max(...waits), target: LATENCY + 100 },
  ];
}

if (import.meta.main) console.table(await benchLimiter());
