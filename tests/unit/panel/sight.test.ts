import { describe, expect, it, vi } from 'vitest';
import type { Draft } from '../../../lib/drafts/store.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { newDraft } from '../../../lib/panel/editor-draft.ts';
import { createMemory } from '../../../lib/panel/memory.ts';
import { createSights, SIGHT_ROWS, type Sight } from '../../../lib/panel/sight.ts';
import { openList, sync } from './open-list.ts';
import { collection, fakeDrafts, idOf, LOCATION, later, memoryStorage } from './shop-fakes.ts';

/** Made on the nth day. */
const made = (n: number): Collection => ({
  ...collection(n, { slug: `slug-${n}`, seoTitle: '', seoDescription: '' }),
  createdAt: new Date(n * 86_400_000).toISOString(),
});
/** Newest first. */
const rows = (n: number) => Array.from({ length: n }, (_, index) => made(n - index));

/** A panel's list; what the device answers for the rows waits until `read` is called. */
function openPanel(
  device: Collection[],
  { storage = memoryStorage(), shelf = fakeDrafts(), connected = (): boolean => true } = {},
) {
  const { list, replica, background } = openList({ there: device, storage, shelf, connected });
  background.emit({ type: 'sync', state: sync() });
  const gate = later<void>();
  const all = replica.read;
  replica.read = async function* () {
    await gate.promise;
    yield* all();
  };
  list.start();
  const read = async () => {
    gate.done();
    await vi.waitFor(() => expect(list.getState().read).toBe('all'));
    // What is kept of it is written behind the frame.
    await new Promise(setImmediate);
  };
  const names = () => list.getState().entries.map(({ row }) => row.name);
  return { list, read, names, storage };
}

/** The same device, where the list was shown whole before. */
async function openAgain(before: Collection[], now: Collection[], drafts: Draft[] = []) {
  const shelf = fakeDrafts(drafts);
  const first = openPanel(before, { shelf });
  await first.read();
  return openPanel(now, { storage: first.storage, shelf });
}

describe('a list that is opened again', () => {
  it('shows at once what it showed first, with what is known of the whole', async () => {
    const { list, names } = await openAgain(rows(250), rows(250));
    const { read, size, counts } = list.getState();
    expect(read).toBe('first');
    expect(names()).toEqual(
      rows(250)
        .slice(0, SIGHT_ROWS)
        .map(({ name }) => name),
    );
    expect(size).toBe(250);
    expect(counts).toMatchObject({ 'no-seo': 250 });
  });

  it('stays as it is until all is read, and leaves alone what did not change', async () => {
    const { list, read } = await openAgain(rows(250), rows(250));
    const [before] = list.getState().entries;
    await read();
    expect(list.getState().entries).toHaveLength(250);
    expect(list.getState().entries[0]).toBe(before);
  });

  it('takes up what changed, came and went in between', async () => {
    const [three, two, one] = rows(3) as [Collection, Collection, Collection];
    const fresh = made(4);
    const { list, read, names } = await openAgain([three, two, one], [fresh, { ...two, name: 'Other' }, one]);
    await read();
    expect(names()).toEqual([fresh.name, 'Other', one.name]);
    expect(list.getState().size).toBe(3);
    expect(list.row(three.id)).toBeUndefined();
  });

  it('shows nothing of another order, nor of another location', async () => {
    const first = openPanel(rows(3));
    await first.read();
    first.storage.setItem('aisle.sort', 'name');
    expect(openPanel(rows(3), { storage: first.storage }).names()).toEqual([]);
    expect(createSights(first.storage).read('SomewhereElse12345', 'newest')).toBeUndefined();
  });

  it('finds what is typed before all is read, and then in all of it', async () => {
    const { list, names, read } = await openAgain(rows(250), rows(250));
    list.search('slug-250');
    expect(names()).toHaveLength(1);
    list.search('slug-1');
    await read();
    expect(names()).toHaveLength(111);
    list.search('');
    expect(names()).toHaveLength(250);
  });

  it('does not keep the result of a search', async () => {
    const first = openPanel(rows(5));
    await first.read();
    first.list.search('slug-2');
    await new Promise(setImmediate);
    expect(openPanel([], { storage: first.storage }).names()).toHaveLength(5);
  });

  it('is not kept of a location that is forgotten meanwhile', async () => {
    const forgotten = openPanel(rows(30), { connected: () => false });
    await forgotten.read();
    expect(forgotten.storage.getItem(`aisle.sight.${LOCATION}`)).toBeNull();
  });

  it('waits for drafts that stood above the rows, so that nothing is pushed down', async () => {
    const draft = newDraft(LOCATION, idOf(99), { name: 'Not made yet' }, 1);
    const { list } = await openAgain(rows(3), rows(3), [draft]);
    expect(list.getState().read).toBe('nothing');
    await vi.waitFor(() => expect(list.getState().read).toBe('first'));
    expect(list.getState().fresh).toEqual([draft]);
  });

  it('never takes a draft for that of a collection that is gone before it has looked', async () => {
    const [two, one] = rows(2) as [Collection, Collection];
    const draft = { ...newDraft(LOCATION, one.id, { name: 'Changed' }, 1), kind: 'edit' as const };
    const { list, read } = await openAgain([two, one], [two], [draft]);
    await vi.waitFor(() => expect(list.draftsRead()).toBe(true));
    expect(list.getState().fresh).toEqual([]);
    await read();
    expect(list.getState().fresh).toEqual([draft]);
  });

  it('keeps a draft that is written while the drafts are being read', async () => {
    const list = later<Draft[]>();
    const { list: collections, read } = openPanel(rows(3), {
      shelf: { ...fakeDrafts(), list: () => list.promise },
    });
    const draft = newDraft(LOCATION, idOf(99), { name: 'Just now' }, 1);
    collections.noteDraft(draft.id, draft);
    list.done([]);
    await read();
    expect(collections.getState().fresh).toEqual([draft]);
  });

  it('shows the rows where the drafts cannot be read', async () => {
    const shelf = { ...fakeDrafts(), list: () => Promise.reject(new DOMException('', 'UnknownError')) };
    const { list, read } = openPanel(rows(3), { shelf });
    await read();
    expect(list.getState().entries).toHaveLength(3);
    expect(list.draftsRead()).toBe(false);
  });
});

const sight = (size = 1): Sight => ({
  sort: 'newest',
  rows: [collection(1)],
  fresh: false,
  counts: { slug: 0, empty: 0, 'no-image': 0, 'no-seo': 0 },
  size,
});

describe('what is kept of lists', () => {
  it('is kept for the eight locations shown last', () => {
    const storage = memoryStorage();
    const sights = createSights(storage);
    const locations = Array.from({ length: 10 }, (_, n) => `Location${n}00000000000`);
    for (const locationId of locations) sights.write(locationId, sight());
    sights.write(locations[3] ?? '', sight(7));
    sights.write('OneMore00000000000', sight());
    const there = locations.filter((locationId) => sights.read(locationId, 'newest') !== undefined);
    expect(there).toEqual([3, 4, 5, 6, 7, 8, 9].map((n) => locations[n]));
    expect(sights.read(locations[3] ?? '', 'newest')?.size).toBe(7);
  });

  it('goes with a location that is forgotten', () => {
    const storage = memoryStorage();
    const sights = createSights(storage);
    sights.write('A', sight());
    sights.write('B', sight());
    createMemory(storage).write({ labels: { B: 'Beta' } });
    expect(sights.read('A', 'newest')).toBeUndefined();
    expect(storage.getItem('aisle.sight.A')).toBeNull();
    expect(sights.read('B', 'newest')).toEqual(sight());
  });

  it.each([
    ['no JSON', '{'],
    ['another shape', '{"sort":"newest"}'],
    ['no rows', JSON.stringify({ ...sight(), rows: [] })],
    ['rows that are none', JSON.stringify({ ...sight(), rows: [{ id: 'x' }] })],
  ])('counts as nothing when it is %s', (_, text) => {
    const storage = memoryStorage();
    createSights(storage).write('A', sight());
    storage.setItem('aisle.sight.A', text);
    expect(createSights(storage).read('A', 'newest')).toBeUndefined();
  });

  it('is done without where nothing can be kept', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => createSights({ ...memoryStorage(), setItem: full }).write('A', sight())).not.toThrow();
  });
});
