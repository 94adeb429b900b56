import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { openReplica, type Replica } from '../../../lib/catalog/replica.ts';
import { all, row, rows } from './rows.ts';

const HERE = '3SwdhCsvxI8Au3KsPJt6';
const THERE = 'Zt4mVqL81pWcXyR0aKjU';
let replica: Replica;

beforeEach(async () => {
  globalThis.indexedDB = new IDBFactory();
  replica = await openReplica();
});

const ids = (numbers: number[]) => numbers.map((n) => row(n).id);

describe('a replica', () => {
  it('reads in the order rows came, 100 at a time', async () => {
    await replica.merge(HERE, rows(70), 0);
    await replica.merge(HERE, rows(180, 71), 0);
    const sizes: number[] = [];
    for await (const chunk of replica.read(HERE)) sizes.push(chunk.length);
    expect(sizes).toEqual([100, 100, 50]);
    expect(await all(replica.read(HERE))).toEqual(rows(250));
    expect((await replica.state(HERE)).rows).toBe(250);
  });

  it('gives the first chunk without reading the rest', async () => {
    await replica.merge(HERE, rows(2500), 0);
    const reading = replica.read(HERE)[Symbol.asyncIterator]();
    expect((await reading.next()).value).toHaveLength(100);
    expect(await all({ [Symbol.asyncIterator]: () => reading })).toHaveLength(2400);
  });

  it('says which rows really changed, and writes no others', async () => {
    await replica.merge(HERE, rows(3), 0);
    const renamed = row(2, { name: 'Renamed' });
    expect(await replica.merge(HERE, [row(1), renamed, row(4)], 0)).toEqual({
      changed: ids([2, 4]),
      disputed: [],
    });
    expect(await all(replica.read(HERE))).toEqual([row(1), renamed, row(3), row(4)]);
  });

  it('keeps locations apart, even with the same ids', async () => {
    await replica.merge(HERE, rows(2), 0);
    await replica.merge(THERE, [row(1, { name: 'There' })], 0);
    await replica.remove(THERE, ids([1]));
    expect(await replica.get(HERE, ids([1]))).toEqual([row(1)]);
    await replica.destroy(HERE);
    expect(await all(replica.read(HERE))).toEqual([]);
    expect((await replica.state(HERE)).rows).toBe(0);
  });

  it('gets rows by id, leaving out what it has not', async () => {
    await replica.merge(HERE, rows(150), 0);
    expect(await replica.get(HERE, ids([149, 900, 3]))).toEqual([row(149), row(3)]);
  });

  it('forgets chunks that became empty, and still takes new rows', async () => {
    await replica.merge(HERE, rows(100), 0);
    await replica.prune(
      HERE,
      rows(100).map(({ id }) => id),
      0,
    );
    expect(await all(replica.read(HERE))).toEqual([]);
    await replica.merge(HERE, rows(3, 500), 0);
    expect(await all(replica.read(HERE))).toEqual(rows(3, 500));
  });

  it('is there again after somebody deleted the database', async () => {
    await replica.merge(HERE, rows(3), 0);
    await new Promise((resolve, reject) => {
      const request = indexedDB.deleteDatabase('aisle-catalog');
      request.onsuccess = resolve;
      request.onerror = reject;
    });
    expect(await all(replica.read(HERE))).toEqual([]);
    await replica.merge(HERE, rows(2), 0);
    expect(await all(replica.read(HERE))).toEqual(rows(2));
  });
});

describe('our own write', () => {
  const ours = row(1, { name: 'Ours' });

  it('is not undone by a page asked for before it', async () => {
    await replica.merge(HERE, rows(3), 0);
    const asked = (await replica.state(HERE)).version;
    await replica.put(HERE, [ours]);
    await replica.remove(HERE, ids([2]));
    expect(await replica.merge(HERE, rows(3), asked)).toEqual({ changed: [], disputed: [] });
    expect(await replica.prune(HERE, ids([1]), asked)).toEqual({ changed: [], disputed: [] });
    expect(await all(replica.read(HERE))).toEqual([ours, row(3)]);
  });

  it('is disputed by a later page that disagrees, and a read by id decides', async () => {
    await replica.merge(HERE, rows(2), 0);
    await replica.put(HERE, [ours]);
    await replica.remove(HERE, ids([2]));
    const { version } = await replica.state(HERE);
    expect(await replica.merge(HERE, rows(2), version)).toEqual({ changed: [], disputed: ids([1, 2]) });
    expect(await replica.prune(HERE, ids([1]), version)).toEqual({ changed: [], disputed: ids([1]) });
    expect(await replica.settle(HERE, row(1).id, row(1, { name: 'Theirs' }), version)).toEqual(ids([1]));
    expect(await replica.settle(HERE, row(2).id, undefined, version)).toEqual([]);
    expect(await replica.merge(HERE, [row(1)], version)).toEqual({ changed: ids([1]), disputed: [] });
  });

  it('is not undone by a read that began before it', async () => {
    await replica.merge(HERE, rows(1), 0);
    const asked = (await replica.state(HERE)).version;
    await replica.put(HERE, [ours]);
    expect(await replica.settle(HERE, row(1).id, row(1), asked)).toEqual([]);
    expect(await all(replica.read(HERE))).toEqual([ours]);
  });

  it('is no longer guarded once a complete sync that began after it has agreed', async () => {
    await replica.put(HERE, [ours]);
    const { version } = await replica.state(HERE);
    await replica.note(HERE, { complete: true }, version);
    expect(await replica.merge(HERE, [row(1)], version)).toEqual({ changed: ids([1]), disputed: [] });
  });

  it('keeps the product count that only lists carry', async () => {
    await replica.merge(HERE, [row(1, { productCount: 7, createdAt: '2024-01-01T00:00:00Z' })], 0);
    const { productCount: _, ...single } = ours;
    await replica.put(HERE, [single]);
    expect(await replica.get(HERE, ids([1]))).toEqual([
      { ...ours, productCount: 7, createdAt: '2024-01-01T00:00:00Z' },
    ]);
  });

  it('takes a new product count from a page that agrees in the fields', async () => {
    await replica.put(HERE, [ours]);
    const { version } = await replica.state(HERE);
    const counted = { ...ours, productCount: 50 };
    expect(await replica.merge(HERE, [counted], version)).toEqual({ changed: ids([1]), disputed: [] });
  });
});
