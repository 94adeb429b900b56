import { expect, it } from 'vitest';
import { createKeepAlive, RESUME_ALARM } from '../../../lib/worker/keep-alive.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createAlarms } from './parts.ts';

function prepare() {
  const clock = createVirtualClock();
  const start = clock.now();
  const alarms = createAlarms();
  const pings: number[] = [];
  const ping = async () => void pings.push(clock.now() - start);
  return { clock, alarms, pings, start, keepAlive: createKeepAlive({ ping, alarms, clock }) };
}

it('makes an extension call at least every 20 s while there is work', async () => {
  const { clock, pings, keepAlive } = prepare();
  await keepAlive.during(() => clock.sleep(65_000));
  expect(pings).toEqual([20_000, 40_000, 60_000]);
});

it('makes none when the work is done', async () => {
  const { clock, alarms, pings, keepAlive } = prepare();
  await keepAlive.during(() => clock.sleep(5_000));
  await clock.sleep(120_000);
  expect(pings).toEqual([]);
  expect(alarms.set.size).toBe(0);
});

it('beats once for many works, until the last of them ends', async () => {
  const { clock, pings, keepAlive } = prepare();
  await Promise.all([10_000, 30_000, 50_000].map((ms) => keepAlive.during(() => clock.sleep(ms))));
  expect(pings).toEqual([20_000, 40_000]);
});

it('has an alarm ready before the work begins, and a later one after each beat', async () => {
  const { clock, alarms, start, keepAlive } = prepare();
  await keepAlive.during(async () => {
    expect(alarms.set.get(RESUME_ALARM)).toBe(start + 60_000);
    await clock.sleep(45_000);
    expect(alarms.set.get(RESUME_ALARM)).toBe(start + 100_000);
  });
  expect(alarms.set.size).toBe(0);
});

it('rests after work that failed, and begins again with the next', async () => {
  const { clock, alarms, pings, keepAlive } = prepare();
  await expect(
    keepAlive.during(async () => {
      await clock.sleep(1_000);
      throw new Error('broken');
    }),
  ).rejects.toThrow('broken');
  expect(alarms.set.size).toBe(0);
  await keepAlive.during(() => clock.sleep(25_000));
  expect(pings).toEqual([21_000]);
});
