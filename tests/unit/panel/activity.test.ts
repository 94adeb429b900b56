import { describe, expect, it, vi } from 'vitest';
import type { JournalEntry } from '../../../lib/bridge/answers.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import type { Product } from '../../../lib/highlevel/product.ts';
import { createActivityStore } from '../../../lib/panel/activity.ts';
import { actionOf, asFile, changesOf } from '../../../lib/panel/activity-view.ts';
import {
  collection,
  createBus,
  entry,
  idOf,
  LOCATION,
  noticeBoard,
  type Script,
  saved,
  scriptedCall,
} from './shop-fakes.ts';

function openActivity(script: Script) {
  const bus = createBus();
  const worker = scriptedCall(script);
  const board = noticeBoard();
  const heard: (readonly JournalEntry[])[] = [];
  const products: Product[] = [];
  const activity = createActivityStore({
    locationId: LOCATION,
    call: worker.call,
    events: bus.end(),
    notify: board.notify,
    onEntries: (entries) => heard.push(entries),
    onProduct: (product) => products.push(product),
  });
  return { activity, worker, background: bus.end(), notices: board.notices, heard, products };
}

describe('the list of changes', () => {
  it('is newest first, and told to the list of collections', async () => {
    const { activity, heard } = openActivity({
      'activity.list': () => [
        entry({ id: 'a', at: 1 }),
        entry({ id: 'b', at: 3 }),
        entry({ id: 'c', at: 2 }),
      ],
    });
    await activity.load();
    expect(activity.getState().entries?.map(({ id }) => id)).toEqual(['b', 'c', 'a']);
    expect(heard).toHaveLength(1);
  });

  it('is read again when the journal moves', async () => {
    const { activity, worker, background } = openActivity({ 'activity.list': () => [] });
    activity.start();
    background.emit({ type: 'journal', locationId: LOCATION });
    await vi.waitFor(() => expect(worker.of('activity.list')).toHaveLength(2));
  });

  it('keeps what it has when it cannot be read again', async () => {
    const answers = [[entry({})], { code: 'no-worker' as const }];
    const { activity } = openActivity({ 'activity.list': () => answers.shift() ?? [] });
    await activity.load();
    await activity.load();
    expect(activity.getState()).toMatchObject({ entries: [{ id: 'j1' }], error: { code: 'no-worker' } });
  });
});

describe('undo', () => {
  it('says what was undone', async () => {
    const { activity, notices } = openActivity({
      'activity.list': () => [entry({ title: 'Summer' })],
      'activity.undo': () => saved(collection(1)),
    });
    await activity.load();
    await activity.undo('j1');
    expect(notices).toEqual([{ kind: 'undone', name: 'Summer' }]);
    expect(activity.getState().busy.size).toBe(0);
  });

  it('refuses politely when someone changed the field since', async () => {
    const { activity } = openActivity({
      'activity.list': () => [entry({})],
      'activity.undo': () => ({ code: 'changed-since' }),
    });
    await activity.undo('j1');
    expect(activity.getState().refused.get('j1')).toEqual({ code: 'changed-since' });
  });

  it('forgets the refusal when it is tried again', async () => {
    const answers = [{ code: 'offline' as const }, saved(collection(1))];
    const { activity } = openActivity({
      'activity.list': () => [entry({})],
      'activity.undo': () => answers.shift() ?? { code: 'unexpected' },
    });
    await activity.undo('j1');
    await activity.undo('j1');
    expect(activity.getState().refused.size).toBe(0);
  });
});

describe('the one thing that can be done', () => {
  const NOW = 1_000_000;
  const cases: [Partial<JournalEntry>, string | undefined][] = [
    [{ state: 'saved', kind: 'update' }, 'undo'],
    [{ state: 'saved', kind: 'membership' }, 'undo'],
    [{ state: 'saved', kind: 'create' }, 'open'],
    [{ state: 'saved', kind: 'delete', before: fieldsOf(collection(1)) }, 'create-again'],
    [{ state: 'saved', kind: 'delete' }, undefined],
    [{ state: 'undone' }, undefined],
    [{ state: 'accepted' }, 'check'],
    [{ state: 'sending', at: NOW - 1000 }, undefined],
    [{ state: 'sending', at: NOW - 120_000 }, 'check'],
    [{ state: 'failed', kind: 'update' }, 'edit'],
    [{ state: 'failed', kind: 'create' }, 'edit'],
    [{ state: 'failed', kind: 'delete' }, 'open'],
    [{ state: 'conflict', kind: 'update' }, 'edit'],
    [{ state: 'waiting', kind: 'create' }, 'edit'],
    [{ state: 'failed', kind: 'membership' }, 'look-up'],
  ];
  it.each(cases)('about %o is %s', (change, action) => {
    expect(actionOf(entry(change), NOW)).toBe(action);
  });
});

it('an undo of a change of a product hands the product on', async () => {
  const value: Product = {
    id: idOf(7),
    locationId: LOCATION,
    name: 'Mat',
    productType: 'PHYSICAL',
    variants: [],
    taxes: [],
    raw: {},
  };
  const { activity, products, notices } = openActivity({
    'activity.list': () => [entry({ kind: 'membership' })],
    'activity.undo': () => ({ state: 'saved', journalId: 'j1', product: value }),
  });
  await activity.load();
  await activity.undo('j1');
  expect(products).toEqual([value]);
  expect(notices).toEqual([{ kind: 'undone', name: 'Collection 1' }]);
});

describe('before and after', () => {
  const one = fieldsOf(collection(1, { name: 'Before' }));

  it('are shown for the fields of an update alone', () => {
    expect(
      changesOf(
        entry({ before: one, patch: { name: 'After' }, after: { ...one, name: 'After', slug: 'other' } }),
      ),
    ).toEqual([{ field: 'name', before: 'Before', after: 'After' }]);
  });

  it('show what was sent while nothing is confirmed', () => {
    expect(changesOf(entry({ state: 'accepted', before: one, patch: { name: 'After' } }))).toEqual([
      { field: 'name', before: 'Before', after: 'After' },
    ]);
  });

  it('show every field of what was deleted', () => {
    const changes = changesOf(entry({ kind: 'delete', before: { ...one, image: '' } }));
    expect(changes.map(({ field, after }) => [field, after])).toEqual([
      ['name', undefined],
      ['slug', undefined],
      ['seoTitle', undefined],
      ['seoDescription', undefined],
    ]);
  });
});

it('exports what is listed as JSON', () => {
  const file = JSON.parse(asFile(LOCATION, [entry({})], 0));
  expect(file).toEqual({
    locationId: LOCATION,
    exportedAt: '1970-01-01T00:00:00.000Z',
    changes: [entry({})],
  });
});
