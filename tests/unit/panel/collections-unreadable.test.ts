import { describe, expect, it, vi } from 'vitest';
import { screenOf } from '../../../lib/panel/collections-state.ts';
import { collectionWished } from '../../../lib/panel/shop-wish.ts';
import { openList, rows } from './open-list.ts';
import { collection, idOf } from './shop-fakes.ts';

const silent = () => Promise.reject(new Error('The device does not answer'));
const unreadable = {
  read: () => ({ [Symbol.asyncIterator]: () => ({ next: silent }) }),
  get: silent,
};

describe('where the device does not hand out its copy', () => {
  it('says so instead of waiting, and reads it again when asked to', async () => {
    const { list, replica, ids } = openList({ there: rows(3) });
    const { read } = replica;
    Object.assign(replica, unreadable);
    list.start();
    await vi.waitFor(() => expect(screenOf(list.getState())).toBe('unreadable'));

    replica.read = read;
    await list.readAgain();

    expect(screenOf(list.getState())).toBe('rows');
    expect(ids()).toHaveLength(3);
  });

  it('says so when it stops answering later', async () => {
    const { list, replica, ready, changed } = openList({ there: rows(3) });
    await ready();
    const { get } = replica;
    replica.get = silent;
    changed(collection(2, { name: 'Newer' }));
    await vi.waitFor(() => expect(screenOf(list.getState())).toBe('unreadable'));

    replica.get = get;
    await list.readAgain();
    changed(collection(2, { name: 'Newest' }));

    await vi.waitFor(() => expect(list.row(idOf(2))?.name).toBe('Newest'));
    expect(screenOf(list.getState())).toBe('rows');
  });

  it('lets no rename hang', async () => {
    const { list, replica, ready } = openList({ there: rows(3) });
    await ready();
    replica.get = silent;

    await list.rename(idOf(2), 'Other');

    expect(list.getState().sending.size).toBe(0);
  });

  it('answers a link to a collection with nothing instead of never', async () => {
    const { list, replica } = openList({ there: rows(3) });
    Object.assign(replica, unreadable);
    list.start();

    const wish = { found: 'collection', collectionId: idOf(2) } as const;

    expect(await collectionWished(list, { ...wish, ref: null, locationId: null, text: '' })).toBeUndefined();
  });
});
