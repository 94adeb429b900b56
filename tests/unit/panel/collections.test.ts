import { describe, expect, it, vi } from 'vitest';
import type { SyncState } from '../../../lib/bridge/answers.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import type { Draft } from '../../../lib/drafts/store.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { createCollectionsStore } from '../../../lib/panel/collections.ts';
import { markOf, screenOf } from '../../../lib/panel/collections-state.ts';
import { editDraft, newDraft } from '../../../lib/panel/editor-draft.ts';
import { createSyncStore } from '../../../lib/panel/sync.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import {
  collection,
  createBus,
  entry,
  fakeDrafts,
  fakeReplica,
  idOf,
  LOCATION,
  later,
  memoryStorage,
  noticeBoard,
  type Script,
  saved,
  scriptedCall,
} from './shop-fakes.ts';

const rows = (n: number) =>
  Array.from({ length: n }, (_, index) => collection(n - index, { slug: `slug-${n - index}` }));

const sync = (state: Partial<SyncState> = {}): SyncState => ({
  locationId: LOCATION,
  running: false,
  complete: true,
  rows: 0,
  ...state,
});

function openList({
  there = [],
  drafts = [],
  script = {},
  painted = async () => {},
}: {
  there?: Collection[];
  drafts?: Draft[];
  script?: Script;
  painted?: () => Promise<void>;
} = {}) {
  const bus = createBus();
  const worker = scriptedCall(script);
  const board = noticeBoard();
  const replica = fakeReplica(there);
  const shelf = fakeDrafts(drafts);
  const clock = createVirtualClock();
  const syncs = createSyncStore({ call: worker.call, events: bus.end() });
  syncs.start();
  const background = bus.end();
  const storage = memoryStorage();
  const list = createCollectionsStore({
    locationId: LOCATION,
    call: worker.call,
    events: bus.end(),
    replica,
    drafts: shelf,
    clock,
    sync: syncs,
    storage,
    painted,
    rested: async () => {},
    breathe: async () => {},
    notify: board.notify,
  });
  const ids = () => list.getState().entries.map(({ row }) => row.id);
  const ready = async () => {
    list.start();
    await vi.waitFor(() => expect(list.getState().read).toBe('all'));
  };
  const changed = (...changedRows: Collection[]) => {
    for (const row of changedRows) replica.put(row);
    background.emit({
      type: 'collections',
      locationId: LOCATION,
      changed: changedRows.map(({ id }) => id),
      removed: [],
    });
  };
  return {
    list,
    ids,
    ready,
    worker,
    replica,
    shelf,
    background,
    storage,
    changed,
    clock,
    notices: board.notices,
  };
}

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

describe('the mark of a row', () => {
  const one = collection(1, { slug: 'one', image: '', seoTitle: '', seoDescription: '', productCount: 0 });
  const draft = {
    ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
    fields: { ...fieldsOf(one), name: 'Ours' },
  };
  const mark = (list: ReturnType<typeof openList>['list']) => {
    const state = list.getState();
    return markOf(state, one.id, state.entries[0]?.flags ?? []);
  };

  it('is the gravest flag', async () => {
    const { list, ready } = openList({ there: [one] });
    await ready();
    expect(mark(list)).toBe('empty');
  });

  it('is the draft before any flag', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    expect(mark(list)).toBe('draft');
  });

  it('is "not saved" before the draft, when its last save failed', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.hearJournal([
      entry({ id: 'a', targetId: one.id, at: 8, state: 'failed' }),
      entry({ id: 'b', targetId: one.id, at: 3, state: 'saved' }),
    ]);
    expect(mark(list)).toBe('not-saved');
  });

  it('forgets a failure once its draft is gone', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.hearJournal([entry({ targetId: one.id, at: 8, state: 'failed' })]);
    list.noteDraft(one.id, undefined);
    expect(mark(list)).toBe('empty');
  });
});

describe('drafts and what HighLevel says', () => {
  const one = collection(1, { name: 'Before', slug: 'one' });
  const draft = {
    ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
    fields: { ...fieldsOf(one), name: 'After' },
  };

  it('ends a draft that HighLevel now says itself', async () => {
    const { ready, shelf, changed } = openList({ there: [one], drafts: [draft] });
    await ready();
    changed({ ...one, name: 'After' });
    await vi.waitFor(() => expect(shelf.kept.size).toBe(0));
  });

  it('keeps a draft that says something else', async () => {
    const { list, ready, shelf, changed } = openList({ there: [one], drafts: [draft] });
    await ready();
    changed({ ...one, name: 'Elsewhere' });
    await vi.waitFor(() => expect(list.row(one.id)?.name).toBe('Elsewhere'));
    expect(shelf.kept.get(one.id)?.fields.name).toBe('After');
  });

  it('ends a draft whose save the journal confirms, though HighLevel normalised it', async () => {
    const { list, ready, shelf } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.hearJournal([entry({ targetId: one.id, at: 9, state: 'saved', patch: { name: 'After' } })]);
    await vi.waitFor(() => expect(shelf.kept.size).toBe(0));
  });

  it('keeps a draft that was written after the save', async () => {
    const { list, ready, shelf } = openList({ there: [one], drafts: [{ ...draft, at: 20 }] });
    await ready();
    list.hearJournal([entry({ targetId: one.id, at: 9, state: 'saved', patch: { name: 'After' } })]);
    expect(shelf.kept.size).toBe(1);
  });

  it('stands a collection that is not made yet above the rows, and finds it', async () => {
    const fresh = newDraft(LOCATION, idOf(77), { name: 'Brand new', slug: 'brand-new' }, 9);
    const { list, ready } = openList({ there: [one], drafts: [fresh] });
    await ready();
    expect(list.getState().fresh).toEqual([fresh]);
    list.search('brand');
    expect(list.getState()).toMatchObject({ fresh: [fresh], entries: [] });
    list.search('is:no-seo');
    expect(list.getState().fresh).toEqual([]);
  });

  it('shows a draft whose collection is gone, once the device has everything', async () => {
    const { list, ready, background } = openList({ drafts: [draft] });
    await ready();
    expect(list.getState().fresh).toEqual([]);
    background.emit({ type: 'sync', state: sync({ complete: true }) });
    expect(list.getState().fresh).toEqual([draft]);
  });

  it('finds a row by what is written in its draft', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.search('after');
    expect(list.getState()).toMatchObject({ fresh: [draft], entries: [] });
    list.search('before');
    expect(list.getState().fresh).toEqual([]);
    expect(list.getState().entries).toHaveLength(1);
  });

  it('learns of a draft written in another window', async () => {
    const { list, ready, shelf, background } = openList({ there: [one] });
    await ready();
    await shelf.put(draft);
    background.emit({ type: 'drafts', locationId: LOCATION, id: one.id });
    await vi.waitFor(() => expect(list.draft(one.id)).toEqual(draft));
  });
});

describe('renaming in place', () => {
  const one = collection(1, { name: 'Before', slug: 'one' });

  it('saves the name and nothing else, and offers the way back', async () => {
    const after = { ...one, name: 'After' };
    const { list, ready, worker, notices, replica } = openList({
      there: [one],
      script: {
        'collection.save': () => {
          replica.put(after);
          return saved(after);
        },
      },
    });
    await ready();
    list.beginRename(one.id);
    const renaming = list.rename(one.id, '  After ');
    expect(list.getState().sending.get(one.id)).toBe('After');
    await renaming;
    expect(worker.of('collection.save')[0]?.request).toMatchObject({ patch: { name: 'After' } });
    expect(notices).toEqual([{ kind: 'renamed', name: 'Before', journalId: 'j1' }]);
    expect(list.row(one.id)?.name).toBe('After');
    expect(list.getState()).toMatchObject({ renaming: undefined, sending: new Map() });
  });

  it.each(['', '   ', 'Before', ' Before '])('sends nothing for %j', async (name) => {
    const { list, ready, worker } = openList({ there: [one] });
    await ready();
    await list.rename(one.id, name);
    expect(worker.asked).toEqual([]);
  });

  it('keeps the name as a draft when it could not be saved', async () => {
    const { list, ready, shelf, notices } = openList({
      there: [one],
      script: { 'collection.save': () => ({ code: 'offline' }) },
    });
    await ready();
    await list.rename(one.id, 'After');
    expect(shelf.kept.get(one.id)?.fields.name).toBe('After');
    expect(notices).toEqual([{ kind: 'not-saved', name: 'After', id: one.id, error: { code: 'offline' } }]);
    expect(list.row(one.id)?.name).toBe('Before');
  });

  it('leaves the rest of a draft where it is', async () => {
    const draft = {
      ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
      fields: { ...fieldsOf(one), seoTitle: 'Ours' },
    };
    const { list, ready, shelf } = openList({
      there: [one],
      drafts: [draft],
      script: { 'collection.save': () => saved({ ...one, name: 'After' }) },
    });
    await ready();
    await list.rename(one.id, 'After');
    expect(shelf.kept.get(one.id)).toMatchObject({
      base: { name: 'After' },
      fields: { name: 'After', seoTitle: 'Ours' },
    });
  });
});
