import { describe, expect, it, vi } from 'vitest';
import { screenOf } from '../../../lib/panel/collections-state.ts';
import { openList, rows, sync } from './open-list.ts';
import { collection, LOCATION } from './shop-fakes.ts';

describe('search while the first sync runs', () => {
  it('asks HighLevel by name, once typing rests, and shows what it found', async () => {
    const found = collection(42, { name: 'Yoga', slug: 'yoga' });
    const { list, ready, replica, worker, ids } = openList({
      there: rows(2),
      script: {
        'catalog.find': () => {
          replica.put(found);
          return [found.id];
        },
      },
    });
    await ready();
    list.search('y');
    list.search('yo');
    list.search('is:no-seo yoga');
    expect(screenOf(list.getState())).toBe('asking');
    list.search('yoga');
    await vi.waitFor(() => expect(ids()).toEqual([found.id]));
    expect(worker.of('catalog.find').map(({ request }) => request)).toEqual([
      { locationId: LOCATION, name: 'yoga' },
    ]);
    await vi.waitFor(() => expect(list.getState().asking).toBe(false));
  });

  it('asks nobody once everything is on the device', async () => {
    const { list, ready, background, worker, clock } = openList({ there: rows(2) });
    await ready();
    background.emit({ type: 'sync', state: sync({ complete: true }) });
    list.search('yoga');
    await clock.sleep(5000);
    expect(worker.asked).toEqual([]);
    expect(screenOf(list.getState())).toBe('nothing');
  });

  it('says that nothing matches when HighLevel does not answer either', async () => {
    const { list, ready } = openList({
      there: rows(2),
      script: { 'catalog.find': () => ({ code: 'offline' }) },
    });
    await ready();
    list.search('yoga');
    await vi.waitFor(() => expect(screenOf(list.getState())).toBe('nothing'));
  });
});
