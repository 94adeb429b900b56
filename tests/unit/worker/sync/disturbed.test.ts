import * as fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { fieldsOf } from '../../../../lib/drafts/fields.ts';
import type { Quirks, RawCollection } from '../../../world/types.ts';
import { runs } from '../../runs.ts';
import { createHome, type Home, rawCollection, replicaRows, serverRows } from './home.ts';

vi.setConfig({ testTimeout: process.env.DEEP ? 600_000 : 60_000 });

type Edit = { does: 'insert' | 'delete' | 'move' | 'rename'; place: number };

/** Somebody else changes the list; places are fractions of its length. */
function apply(rows: RawCollection[], { does, place }: Edit): void {
  const at = Math.floor(place * rows.length);
  const row = rows[at];
  if (does === 'insert' || !row) rows.splice(at, 0, rawCollection());
  else if (does === 'delete') rows.splice(at, 1);
  else if (does === 'rename') rows[at] = { ...row, name: `${row.name}!` };
  else {
    rows.splice(at, 1);
    rows.splice(Math.floor(place * 7919) % (rows.length + 1), 0, row);
  }
}

const editOf = (...kinds: Edit['does'][]) =>
  fc.record({ does: fc.constantFrom(...kinds), place: fc.double({ min: 0, max: 0.999, noNaN: true }) });

const quirks: fc.Arbitrary<Partial<Quirks>> = fc.record({
  pageCap: fc.constantFrom(10, 20),
  total: fc.constantFrom('number', 'missing'),
});

/** Edits happen just before the n-th list request is carried out. */
function disturb(
  home: Home,
  edits: readonly { before: number; edits: readonly Edit[] }[],
  after: () => void,
) {
  for (const { before, edits: batch } of edits) {
    const run = () => {
      for (const edit of batch) {
        apply(home.shop.collections, edit);
        after();
      }
    };
    home.world.fault({ path: /collections$/, skip: before, does: { kind: 'meanwhile', run } });
  }
}

const ids = (rows: readonly RawCollection[]): string =>
  rows
    .map(({ _id }) => _id)
    .sort()
    .join();

it.each([
  ['first sync', false],
  ['refresh', true],
])(
  'a %s with one insert or delete between pages ends in the server’s set, or says it did not',
  async (_, again) => {
    const batch = fc.record({
      before: fc.integer({ min: 0, max: 9 }),
      edits: fc.tuple(editOf('insert', 'delete')),
    });
    await fc.assert(
      fc.asyncProperty(
        quirks,
        fc.integer({ min: 5, max: 70 }),
        fc.uniqueArray(batch, { maxLength: 5, selector: ({ before }) => before }),
        async (given, size, edits) => {
          const home = createHome({ sizes: { acme: size, globex: 1 }, quirks: given });
          const worker = await home.start();
          if (again) await worker.refresh();
          disturb(home, edits, () => {});
          const { complete } = await worker.refresh();
          if (complete)
            expect((await replicaRows(worker)).map(({ id }) => id).join()).toBe(ids(home.shop.collections));
          home.world.clearFaults();
          expect((await worker.refresh()).complete).toBe(true);
          expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
        },
      ),
      runs(60),
    );
  },
);

it('with any storm of edits in its first walk a first sync ends in the server’s rows, texts too, or says it did not', async () => {
  const batch = fc.record({
    before: fc.integer({ min: 0, max: 3 }),
    edits: fc.array(editOf('insert', 'delete', 'move', 'rename'), { minLength: 1, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(quirks, fc.array(batch, { maxLength: 4 }), async (given, edits) => {
      // The last edit comes with the 7th request at the latest: at 20 rows a page the first walk has more than 8.
      const home = createHome({ sizes: { acme: 190, globex: 1 }, quirks: given });
      const worker = await home.start();
      disturb(home, edits, () => {});
      const { complete } = await worker.refresh();
      expect(complete).toBe(true);
      expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
    }),
    runs(60),
  );
});

it('with a storm at any time a complete first sync holds a set that the server really had', async () => {
  const batch = fc.record({
    before: fc.integer({ min: 0, max: 25 }),
    edits: fc.array(editOf('insert', 'delete', 'move'), { minLength: 1, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(
      quirks,
      fc.integer({ min: 0, max: 60 }),
      fc.array(batch, { maxLength: 10 }),
      async (given, size, edits) => {
        const home = createHome({ sizes: { acme: Math.max(size, 1), globex: 1 }, quirks: given });
        const worker = await home.start();
        const had = new Set([ids(home.shop.collections)]);
        disturb(home, edits, () => had.add(ids(home.shop.collections)));
        const { complete } = await worker.refresh();
        if (complete) expect(had).toContain((await replicaRows(worker)).map(({ id }) => id).join());
      },
    ),
    runs(60),
  );
});

it('killed anywhere, it goes on from there and ends in the server’s set', async () => {
  await fc.assert(
    fc.asyncProperty(
      quirks,
      fc.array(fc.integer({ min: 1, max: 1_500 }), { minLength: 1, maxLength: 4 }),
      fc.array(editOf('insert', 'delete'), { maxLength: 2 }),
      async (given, lives, edits) => {
        const home = createHome({ sizes: { acme: 70, globex: 1 }, quirks: given });
        home.world.latency = 100;
        let worker = await home.start();
        await worker.sync.refresh(home.shop.id, true);
        for (const life of lives) {
          await home.clock.sleep(life);
          worker.kill();
          for (const edit of edits) apply(home.shop.collections, edit);
          worker = await home.start();
          await worker.sync.resume();
        }
        await worker.sync.idle();
        const { complete } = await worker.refresh();
        expect(complete).toBe(true);
        expect(await replicaRows(worker)).toEqual(serverRows(home.shop.collections));
      },
    ),
    runs(30),
  );
});

it('after a death asks only for what was still missing', async () => {
  const home = createHome({ sizes: { acme: 1_000, globex: 1 } });
  home.world.latency = 100;
  const first = await home.start();
  await first.sync.refresh(home.shop.id, true);
  await home.clock.sleep(330);
  const rows = (await replicaRows(first)).length;
  expect(rows).toBeGreaterThan(500);
  expect(rows).toBeLessThan(1_000);
  first.kill();
  home.world.log.length = 0;
  const second = await home.start();
  await second.sync.resume();
  await second.sync.idle();
  const offsets = home.world.log.map(({ query }) => Number(query.offset));
  expect(offsets[0]).toBe(rows - 1);
  expect(home.world.log.length).toBeLessThanOrEqual(11 + Math.ceil((1_000 - rows) / 99) + 3);
  expect((await second.sync.refresh(home.shop.id, false)).complete).toBe(true);
});

it('broken off for hours, an interrupted sync does not count what it saw then as one look', async () => {
  const home = createHome({ sizes: { acme: 300, globex: 1 } });
  home.world.latency = 100;
  const first = await home.start();
  await first.refresh();
  await first.sync.refresh(home.shop.id, true);
  await home.clock.sleep(160);
  first.kill();
  // Both in what was already seen, so that neither the total nor the next page tells.
  home.shop.collections.splice(10, 1, rawCollection());
  await home.clock.sleep(3_600_000);
  const second = await home.start();
  await second.sync.resume();
  await second.sync.idle();
  expect(await replicaRows(second)).toEqual(serverRows(home.shop.collections));
});

type Own = { at: number; does: 'save' | 'create' | 'delete'; place: number };

it('our own saves, creates and deletes while it runs are never undone by what it read before', async () => {
  const own: fc.Arbitrary<Own> = fc.record({
    at: fc.integer({ min: 0, max: 2_500 }),
    does: fc.constantFrom('save', 'create', 'delete'),
    place: fc.double({ min: 0, max: 0.999, noNaN: true }),
  });
  await fc.assert(
    fc.asyncProperty(quirks, fc.array(own, { minLength: 1, maxLength: 4 }), async (given, writes) => {
      const home = createHome({ sizes: { acme: 60, globex: 1 }, quirks: given });
      home.world.latency = 100;
      const worker = await home.start();
      await worker.refresh();
      const work = writes.map(async ({ at, does, place }, number) => {
        await home.clock.sleep(at);
        const row = home.shop.collections[Math.floor(place * home.shop.collections.length)]!;
        const base = fieldsOf(serverRows([row])[0]!);
        const locationId = home.shop.id;
        const id = does === 'create' ? rawCollection()._id : row._id;
        if (does === 'save')
          await worker.saves.save({ locationId, id, base, patch: { name: `Ours ${number}` } });
        else if (does === 'delete') await worker.saves.remove({ locationId, id });
        else await worker.saves.create({ locationId, id, fields: { ...base, slug: `ours-${number}` } });
        // What we said is what the page shows from then on.
        const shown = await worker.replica.get(locationId, [id]);
        const there = home.shop.collections.find(({ _id }) => _id === id);
        expect(shown.map(({ name }) => name)).toEqual(there ? [there.name] : []);
      });
      const syncs = [0, 700, 1_400].map(async (at) => {
        await home.clock.sleep(at);
        await worker.sync.refresh(home.shop.id, true);
      });
      await Promise.all([...work, ...syncs]);
      await worker.sync.idle();
      const shown = (await replicaRows(worker)).map(({ id, name }) => [id, name]);
      expect(shown).toEqual(serverRows(home.shop.collections).map(({ id, name }) => [id, name]));
    }),
    runs(30),
  );
});
