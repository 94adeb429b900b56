import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import { type Draft, type Drafts, openDrafts } from '../../../lib/drafts/store.ts';

const ACME = '3SwdhCsvxI8Au3KsPJt6';
const GLOBEX = 'Zt4mVqL81pWcXyR0aKjU';
const base = { name: 'Yoga', slug: 'yoga', image: '', seoTitle: '', seoDescription: '' };
const draft = (id: string, more: Partial<Draft> = {}): Draft => ({
  locationId: ACME,
  id,
  kind: 'edit',
  base,
  fields: { ...base, name: `Yoga ${id}` },
  slugTouched: false,
  at: 1,
  ...more,
});

const opened: Drafts[] = [];
const open = async () => {
  const drafts = openDrafts();
  opened.push(drafts);
  return drafts;
};

afterEach(async () => {
  for (const drafts of opened.splice(0)) await drafts.close();
  await deleteDB('aisle-drafts');
});

describe('drafts', () => {
  it('are there again after everything was closed, with the base they began from', async () => {
    const first = await open();
    await first.put(draft('a'));
    await first.close();
    expect(await (await open()).get(ACME, 'a')).toEqual(draft('a'));
  });

  it('are kept per location and collection', async () => {
    const drafts = await open();
    const there = draft('a', { locationId: GLOBEX, at: 9 });
    await drafts.put(draft('a'));
    await drafts.put(there);
    expect(await drafts.get(ACME, 'a')).toEqual(draft('a'));
    expect(await drafts.get(GLOBEX, 'a')).toEqual(there);
    expect(await drafts.list(ACME)).toEqual([draft('a')]);
  });

  it('are listed with the newest change first, and only those of the location', async () => {
    const drafts = await open();
    for (const one of [draft('a', { at: 2 }), draft('b', { at: 9 }), draft('c', { at: 5 })])
      await drafts.put(one);
    await drafts.put(draft('d', { locationId: `${ACME}x` }));
    await drafts.put(draft('e', { locationId: ACME.slice(0, -1) }));
    expect((await drafts.list(ACME)).map(({ id }) => id)).toEqual(['b', 'c', 'a']);
  });

  it('are replaced by the next keystroke and removed by save or discard alone', async () => {
    const drafts = await open();
    await drafts.put(draft('a'));
    await drafts.put(draft('a', { at: 2, slugTouched: true }));
    expect(await drafts.list(ACME)).toEqual([draft('a', { at: 2, slugTouched: true })]);
    await drafts.remove(ACME, 'a');
    await drafts.remove(ACME, 'never-there');
    expect(await drafts.get(ACME, 'a')).toBeUndefined();
  });

  it('are the same in two windows', async () => {
    const [one, two] = [await open(), await open()];
    await one.put(draft('a'));
    expect(await two.get(ACME, 'a')).toEqual(draft('a'));
  });

  it('of a shape we do not know are left alone and not shown', async () => {
    const drafts = await open();
    await drafts.put(draft('a'));
    const raw = await openDB('aisle-drafts', 1);
    await raw.put('drafts', { locationId: ACME, id: 'b', kind: 'odd' });
    expect(await drafts.get(ACME, 'b')).toBeUndefined();
    expect((await drafts.list(ACME)).map(({ id }) => id)).toEqual(['a']);
    expect(await raw.count('drafts')).toBe(2);
    raw.close();
  });

  it('do not stand in the way of deleting everything', async () => {
    const drafts = await open();
    await drafts.put(draft('a'));
    await deleteDB('aisle-drafts');
    expect(await (await open()).list(ACME)).toEqual([]);
  });
});
