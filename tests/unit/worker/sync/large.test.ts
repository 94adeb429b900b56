import { expect, it, vi } from 'vitest';
import { createHome, replicaRows, serverRows } from './home.ts';

vi.setConfig({ testTimeout: 300_000 });

const SIZE = process.env.DEEP === '1' ? 50_000 : 3_000;
/** Pages of 100 that overlap by one row. */
const PAGES = Math.ceil((SIZE - 1) / 99);

it(`keeps ${SIZE} rows equal: a first sync with a death in the middle, and a refresh that writes only what changed`, async () => {
  const home = createHome({ sizes: { acme: SIZE, globex: 1 } });
  home.world.latency = 150;
  const first = await home.start();
  await first.sync.refresh(home.shop.id, false);
  await home.clock.sleep(PAGES * 40);
  first.kill();
  const worker = await home.start();
  const before = (await worker.replica.state(home.shop.id)).rows;
  expect(before).toBeGreaterThan(SIZE / 10);
  expect(before).toBeLessThan(SIZE);
  await worker.sync.resume();
  await worker.sync.idle();
  expect(await worker.sync.refresh(home.shop.id, false)).toMatchObject({ complete: true, rows: SIZE });
  expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
  // Twice through the list, and what was on its way when the first worker died.
  expect(home.world.log.length).toBeLessThanOrEqual(2 * PAGES + 5);
  expect(home.world.log.filter(({ status }) => status === 429)).toEqual([]);

  home.heard.length = 0;
  home.world.log.length = 0;
  const [row] = home.shop.collections.splice(SIZE / 2, 1);
  home.shop.collections[7] = { ...home.shop.collections[7]!, name: 'Renamed' };
  expect(await worker.refresh()).toMatchObject({ complete: true, rows: SIZE - 1 });
  const told = home.heard.flatMap((event) => (event.type === 'collections' ? [event] : []));
  expect(told.flatMap(({ changed }) => changed)).toEqual([home.shop.collections[7]!._id]);
  expect(told.flatMap(({ removed }) => removed)).toEqual([row!._id]);
});
