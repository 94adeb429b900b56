import { describe, expect, it, vi } from 'vitest';
import { knownRows, screenOf } from '../../../lib/panel/collections-state.ts';
import { openList, rows, sync } from './open-list.ts';
import { collection, idOf, LOCATION, later } from './shop-fakes.ts';

describe('opening', () => {
  it('paints the first rows before it reads the second chunk', async () => {
    const paint = later<void>();
    const { list, replica } = openList({ there: rows(250), painted: () => paint.promise });
    list.start();
    await vi.waitFor(() => expect(list.getState()).toMatchObject({ read: 'first', size: 100 }));
    expect(replica.reads).toBe(1);
    paint.done();
    await vi.waitFor(() => expect(list.getState()).toMatchObject({ read: 'all', size: 250 }));
  });

  it('shows no other order before all is read: the rows would move under the pointer', async () => {
    const paint = later<void>();
    const { list, replica } = openList({ there: rows(250), painted: () => paint.promise });
    list.sortBy('name');
    list.start();
    await vi.waitFor(() => expect(replica.reads).toBe(1));
    await new Promise(setImmediate);
    expect(screenOf(list.getState())).toBe('loading');
    paint.done();
    await vi.waitFor(() => expect(list.getState()).toMatchObject({ read: 'all', size: 250 }));
  });

  it('counts the rows in the list, not those the worker says it has: the tab and the foot agree', async () => {
    const { list, background } = openList({ there: rows(3) });
    background.emit({ type: 'sync', state: sync({ running: true, complete: false, rows: 5, total: 9 }) });
    list.start();
    expect(knownRows(list.getState())).toBe(5);
    await vi.waitFor(() => expect(list.getState().read).toBe('all'));
    expect(list.getState().sync?.rows).toBe(5);
    expect(knownRows(list.getState())).toBe(3);
  });

  it('needs no network for what is on the device', async () => {
    const { ready, ids, worker } = openList({ there: rows(3) });
    await ready();
    expect(ids()).toHaveLength(3);
    expect(worker.asked).toEqual([]);
  });

  it('remembers the order that was chosen', async () => {
    const { list, storage } = openList();
    list.sortBy('products');
    expect(storage.getItem('aisle.sort')).toBe('products');
  });
});

describe('what is shown where the rows would be', () => {
  it('waits while nothing is known', async () => {
    const { list, ready } = openList();
    expect(screenOf(list.getState())).toBe('loading');
    await ready();
    expect(screenOf(list.getState())).toBe('loading');
  });

  it('says that a store is empty only after a complete sync', async () => {
    const { list, ready, background } = openList();
    await ready();
    background.emit({ type: 'sync', state: sync({ complete: true }) });
    expect(screenOf(list.getState())).toBe('empty');
  });

  it('says why nothing could be loaded', async () => {
    const { list, ready, background } = openList();
    await ready();
    background.emit({ type: 'sync', state: sync({ complete: false, error: { code: 'offline' } }) });
    expect(screenOf(list.getState())).toBe('failed');
  });

  it('keeps the rows when a refresh fails', async () => {
    const { list, ready, background } = openList({ there: rows(2) });
    await ready();
    background.emit({ type: 'sync', state: sync({ error: { code: 'offline' } }) });
    expect(screenOf(list.getState())).toBe('rows');
    expect(list.getState().error).toEqual({ code: 'offline' });
  });

  it('says that nothing matches, and names what is near', async () => {
    const { list, ready, background } = openList({ there: [collection(1, { name: 'Kettlebells' })] });
    await ready();
    background.emit({ type: 'sync', state: sync({ complete: true }) });
    list.search('ketlebels');
    expect(screenOf(list.getState())).toBe('nothing');
    expect(list.nearestName()).toBe('Kettlebells');
  });

  it.each([
    ['kettle', ['Kettlebells', 'Kettles', 'Back in Stock: Kettlebells']],
    ['ketlebels', ['Kettlebells', 'Back in Stock: Kettlebells']],
    ['', ['Back in Stock: Kettlebells', 'Kettlebells', 'Kettles']],
    ['quilts', []],
  ])('for a pick by %j gives %j, and leaves the list alone', async (text, names) => {
    const there = ['Kettles', 'Back in Stock: Kettlebells', 'Kettlebells'].map((name, n) =>
      collection(n, { name, slug: `slug-${n}` }),
    );
    const { list, ready } = openList({ there });
    await ready();
    const shown = list.getState().entries;
    expect(list.matching(text).map(({ row }) => row.name)).toEqual(names);
    expect(list.getState().entries).toBe(shown);
  });
});

describe('a refresh', () => {
  it('reads again only what changed', async () => {
    const { list, ready, replica, changed } = openList({ there: rows(250) });
    await ready();
    const reads = replica.reads;
    const get = vi.spyOn(replica, 'get');
    changed(collection(7, { name: 'Seven anew', slug: 'slug-7' }));
    await vi.waitFor(() => expect(list.row(idOf(7))?.name).toBe('Seven anew'));
    expect(get.mock.calls.map(([, asked]) => asked)).toEqual([[idOf(7)]]);
    expect(replica.reads).toBe(reads);
  });

  it('keeps the rows that did not change as they are, and the selection', async () => {
    const { list, ready, changed } = openList({ there: rows(5) });
    await ready();
    list.select(idOf(3));
    const before = list.getState().entries.find(({ row }) => row.id === idOf(2));
    changed(collection(7, { slug: 'slug-7' }));
    await vi.waitFor(() => expect(list.getState().size).toBe(6));
    expect(list.getState().entries.find(({ row }) => row.id === idOf(2))).toBe(before);
    expect(list.getState().selected).toBe(idOf(3));
  });

  it('takes removed rows away', async () => {
    const { list, ready, replica, background } = openList({ there: rows(3) });
    await ready();
    replica.rows.delete(idOf(2));
    background.emit({ type: 'collections', locationId: LOCATION, changed: [], removed: [idOf(2)] });
    await vi.waitFor(() => expect(list.getState().size).toBe(2));
  });

  it('takes away a row that went between the event and the reading', async () => {
    const { list, ready, replica, background } = openList({ there: rows(3) });
    await ready();
    replica.rows.delete(idOf(2));
    background.emit({ type: 'collections', locationId: LOCATION, changed: [idOf(2)], removed: [] });
    await vi.waitFor(() => expect(list.getState().size).toBe(2));
  });

  it('hears what changed while it was still reading', async () => {
    const paint = later<void>();
    const { list, changed } = openList({ there: rows(250), painted: () => paint.promise });
    list.start();
    await vi.waitFor(() => expect(list.getState().read).toBe('first'));
    changed(collection(999, { name: 'Born meanwhile', slug: 'born' }));
    paint.done();
    await vi.waitFor(() => expect(list.row(idOf(999))?.name).toBe('Born meanwhile'));
  });

  it('is deaf to other locations', async () => {
    const { list, ready, background, replica } = openList({ there: rows(3) });
    await ready();
    const get = vi.spyOn(replica, 'get');
    background.emit({
      type: 'collections',
      locationId: 'Zt4mVqL81pWcXyR0aKjU',
      changed: [idOf(1)],
      removed: [],
    });
    expect(get).not.toHaveBeenCalled();
    expect(list.getState().size).toBe(3);
  });
});
