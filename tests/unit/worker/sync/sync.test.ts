import { describe, expect, it } from 'vitest';
import type { Collection } from '../../../../lib/highlevel/collection.ts';
import type { Quirks } from '../../../world/types.ts';
import { ACME, createHome, type Home, rawCollection, replicaRows, serverRows } from './home.ts';

const lists = (home: Home) =>
  home.world.log.filter(({ path, query }) => path === '/products/collections' && query.offset !== undefined);

const rowEvents = (home: Home) => home.heard.filter((event) => event.type === 'collections');

describe('a first sync', () => {
  it.each<[number, Partial<Quirks>]>([
    [0, {}],
    [0, { emptyList: 'null-row' }],
    [0, { emptyList: 'null-row', total: 'missing' }],
    [1, {}],
    [99, {}],
    [100, {}],
    [101, {}],
    [101, { total: 'missing' }],
    [250, {}],
    [250, { total: 'missing' }],
    [250, { total: 'list', pageCap: 10 }],
    [250, { total: 'missing', pageCap: 10 }],
    [60, { total: 'missing', pageCap: 20 }],
    [250, { pageCap: 50, listExtras: 'none', unknownFields: 'absent' }],
  ])('of %i rows ends in the server’s set with %j', async (size, quirks) => {
    const home = createHome({ sizes: { acme: Math.max(size, 1) }, quirks });
    home.shop.collections.splice(size);
    const worker = await home.start();
    const state = await worker.refresh();
    expect(state).toMatchObject({ running: false, complete: true, rows: size });
    const rows = await replicaRows(worker);
    if (quirks.unknownFields === 'absent')
      expect(rows.map(({ id }) => id)).toEqual(serverRows(home.shop.collections).map(({ id }) => id));
    else expect(rows).toEqual(serverRows(home.shop.collections));
  });

  it('writes rows as they come, in the server’s order', async () => {
    const home = createHome({ sizes: { acme: 350 } });
    home.world.latency = 100;
    const worker = await home.start();
    await worker.sync.refresh(ACME, false);
    await home.clock.sleep(160);
    const first = await worker.replica.read(ACME)[Symbol.asyncIterator]().next();
    expect(first.value?.map((row: Collection) => row.id)).toEqual(
      home.shop.collections.slice(0, 100).map(({ _id }) => _id),
    );
    expect(await worker.sync.refresh(ACME, false)).toMatchObject({ running: true, complete: false });
    await worker.sync.idle();
    expect((await worker.sync.refresh(ACME, false)).complete).toBe(true);
  });

  it('takes one request for a list that fits on a page', async () => {
    const home = createHome({ sizes: { acme: 60 } });
    await (await home.start()).refresh();
    expect(lists(home)).toHaveLength(1);
  });

  it('tells its progress and its end by events', async () => {
    const home = createHome({ sizes: { acme: 150 } });
    const worker = await home.start();
    await worker.refresh();
    const states = home.heard.flatMap((event) => (event.type === 'sync' ? [event.state] : []));
    expect(states[0]).toMatchObject({ running: true, complete: false, rows: 0 });
    expect(states).toContainEqual(expect.objectContaining({ running: true, rows: 100, total: 150 }));
    expect(states.at(-1)).toMatchObject({ running: false, complete: true, rows: 150, total: 150 });
    expect(states.at(-1)?.syncedAt).toBe(home.clock.now());
  });
});

describe('a refresh', () => {
  it('writes and tells only what changed', async () => {
    const home = createHome({ sizes: { acme: 250 } });
    const worker = await home.start();
    await worker.refresh();
    home.heard.length = 0;
    await worker.refresh();
    expect(rowEvents(home)).toEqual([]);
    const [first, second] = home.shop.collections;
    home.shop.collections[0] = { ...first!, name: 'Renamed by somebody' };
    home.shop.collections.splice(1, 1);
    const added = rawCollection();
    home.shop.collections.push(added);
    expect((await worker.refresh()).complete).toBe(true);
    expect(rowEvents(home).flatMap(({ changed }) => changed)).toEqual([first!._id, added._id]);
    expect(rowEvents(home).flatMap(({ removed }) => removed)).toEqual([second!._id]);
    expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
  });

  it('of an unchanged list walks through it once', async () => {
    const home = createHome({ sizes: { acme: 450 } });
    const worker = await home.start();
    await worker.refresh();
    home.world.log.length = 0;
    await worker.refresh();
    expect(lists(home)).toHaveLength(5);
  });

  it.each([
    ['up to 1,000 rows after a minute', 150, 59_000, 61_000],
    ['of more after a quarter of an hour', 1_100, 14 * 60_000, 15 * 60_000],
  ])('%s, and not before', async (_, size, early, late) => {
    const home = createHome({ sizes: { acme: size } });
    const worker = await home.start();
    await worker.refresh(false);
    home.world.log.length = 0;
    await home.clock.sleep(early);
    expect((await worker.sync.refresh(ACME, false)).running).toBe(false);
    expect(home.world.log).toEqual([]);
    await home.clock.sleep(late - early);
    expect((await worker.sync.refresh(ACME, false)).running).toBe(true);
    await worker.sync.idle();
    expect(home.world.log.length).toBeGreaterThan(0);
  });

  it('when asked twice runs once', async () => {
    const home = createHome({ sizes: { acme: 60 } });
    const worker = await home.start();
    const both = await Promise.all([worker.sync.refresh(ACME, true), worker.sync.refresh(ACME, true)]);
    expect(both.map(({ running }) => running)).toEqual([true, true]);
    await worker.sync.idle();
    expect(lists(home)).toHaveLength(1);
  });

  it('waits for nobody while another worker has the lock', async () => {
    const home = createHome({ sizes: { acme: 450 } });
    home.world.latency = 100;
    const [one, two] = [await home.start(), await home.start()];
    await one.sync.refresh(ACME, true);
    await home.clock.sleep(150);
    await two.refresh();
    await one.sync.idle();
    expect(new Set(lists(home).map(({ query }) => query.offset)).size).toBe(lists(home).length / 2);
  });

  it('that fails keeps the rows and says why', async () => {
    const home = createHome({ sizes: { acme: 150 } });
    const worker = await home.start();
    await worker.refresh();
    const body = JSON.stringify({ statusCode: 401, message: 'Invalid JWT' });
    home.world.fault({ times: 99, does: { kind: 'answer', status: 401, body } });
    const state = await worker.refresh();
    expect(state).toMatchObject({ complete: true, rows: 150, running: true });
    await worker.sync.idle();
    const last = home.heard.findLast((event) => event.type === 'sync');
    expect(last?.state).toMatchObject({
      running: false,
      complete: true,
      rows: 150,
      error: { code: 'token-rejected' },
    });
    home.world.clearFaults();
    expect((await worker.refresh()).error).toBeUndefined();
  });

  it('does not believe an empty list while its rows are still there', async () => {
    const home = createHome({ sizes: { acme: 60 } });
    const worker = await home.start();
    await worker.refresh();
    const body = JSON.stringify({ data: [], total: 0 });
    home.world.fault({ path: /collections$/, does: { kind: 'answer', status: 200, body } });
    await worker.sync.refresh(ACME, true);
    await worker.sync.idle();
    const last = home.heard.findLast((event) => event.type === 'sync');
    expect(last?.state).toMatchObject({ rows: 60, error: { code: 'bad-answer' } });
  });

  it('empties the replica of a location whose collections were all deleted', async () => {
    const home = createHome({ sizes: { acme: 60 } });
    const worker = await home.start();
    await worker.refresh();
    home.shop.collections.length = 0;
    expect(await worker.refresh()).toMatchObject({ complete: true, rows: 0 });
  });
});

describe('rows that nobody can use', () => {
  const answer = (data: unknown[], total: number) =>
    ({ kind: 'answer', status: 200, body: JSON.stringify({ data, total }) }) as const;

  it.each([
    ['first', [null, 'a', 'b']],
    ['in the middle', ['a', null, 'b']],
    ['last', ['a', 'b', null]],
  ])('are passed over: %s', async (_, places) => {
    const home = createHome({ sizes: { acme: 3 } });
    const kinds = { a: home.shop.collections[0], b: home.shop.collections[1] };
    const data = places.map((place) => (place === null ? null : kinds[place as 'a' | 'b']));
    for (let walk = 0; walk < 9; walk++) {
      home.world.fault({ query: /offset=0/, does: answer(data, 3) });
      home.world.fault({ query: /offset=2/, does: answer(data.slice(2), 3) });
    }
    const worker = await home.start();
    const state = await worker.refresh();
    expect(state).toMatchObject({ complete: true, rows: 2 });
  });
});

describe('our own writes while a sync runs', () => {
  it('are not undone by older pages, and need no second look when the list agrees', async () => {
    const home = createHome({ sizes: { acme: 250 } });
    home.world.latency = 100;
    const worker = await home.start();
    await worker.refresh();
    await worker.sync.refresh(ACME, true);
    await home.clock.sleep(30);
    const [first, second] = home.shop.collections;
    const ours = { ...first!, name: 'Ours' };
    home.shop.collections[0] = first!;
    const [row] = serverRows([ours]);
    await worker.replica.put(ACME, [row!]);
    await worker.replica.remove(ACME, [second!._id]);
    home.shop.collections.splice(0, 2, ours);
    await worker.sync.idle();
    expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
    expect((await worker.sync.refresh(ACME, false)).complete).toBe(true);
  });

  it('hold against a list that lags behind, until a read by id says otherwise', async () => {
    const home = createHome({ sizes: { acme: 60 } });
    const worker = await home.start();
    await worker.refresh();
    const before = structuredClone(home.shop.collections);
    const [first] = home.shop.collections;
    const ours = { ...first!, name: 'Ours' };
    const created = rawCollection();
    home.shop.collections[0] = ours;
    home.shop.collections.push(created);
    await worker.replica.put(ACME, serverRows([ours, created]));
    const stale = JSON.stringify({ data: before, total: before.length });
    home.world.fault({ query: /offset=0/, times: 1, does: { kind: 'answer', status: 200, body: stale } });
    home.heard.length = 0;
    home.world.log.length = 0;
    expect((await worker.refresh()).complete).toBe(true);
    expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
    // Not even for a moment; and a list that is behind is not taken for the whole.
    expect(rowEvents(home).flatMap(({ changed }) => changed)).not.toContain(ours._id);
    expect(rowEvents(home).flatMap(({ removed }) => removed)).toEqual([]);
    expect(lists(home)).toHaveLength(2);
  });
});

describe('search by name on the server', () => {
  it('puts what it finds in the replica and answers the ids', async () => {
    const home = createHome({ sizes: { acme: 250 } });
    const worker = await home.start();
    const wanted = home.shop.collections[200]!;
    const found = await worker.sync.find(ACME, wanted.name);
    expect(found.ok && found.value).toContain(wanted._id);
    expect(await worker.replica.get(ACME, [wanted._id])).toHaveLength(1);
    await worker.refresh();
    expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
  });
});

it('forgets a location while its sync runs', async () => {
  const home = createHome({ sizes: { acme: 450 } });
  home.world.latency = 100;
  const worker = await home.start();
  await worker.sync.refresh(ACME, true);
  await home.clock.sleep(250);
  await worker.sync.forget(ACME);
  await home.clock.sleep(5_000);
  expect(await replicaRows(worker)).toEqual([]);
  expect(await worker.replica.progress.unfinished()).toEqual([]);
});
