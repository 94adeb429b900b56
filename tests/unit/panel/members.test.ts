import { describe, expect, it } from 'vitest';
import type { JournalEntry } from '../../../lib/bridge/answers.ts';
import type { Product } from '../../../lib/highlevel/product.ts';
import { createCollectionProducts } from '../../../lib/panel/collection-products.ts';
import { createMembersStore } from '../../../lib/panel/members.ts';
import { keptOf } from '../../../lib/panel/members-kept.ts';
import { createProductStore } from '../../../lib/panel/product.ts';
import { createRecents } from '../../../lib/panel/product-recents.ts';
import {
  entry,
  idOf,
  LOCATION,
  later,
  memoryStorage,
  noticeBoard,
  type Script,
  scriptedCall,
} from './shop-fakes.ts';

const [A, B] = [idOf(1), idOf(2)];
const product = (change: Partial<Product> = {}): Product => ({
  id: idOf(9),
  locationId: LOCATION,
  name: 'Mat',
  productType: 'PHYSICAL',
  variants: [],
  taxes: [],
  collectionIds: [A],
  raw: {},
  ...change,
});

async function openMembers(script: Script) {
  const worker = scriptedCall({ 'product.lookup': () => product(), ...script });
  const shown = createProductStore({
    locationId: LOCATION,
    call: worker.call,
    recentsOf: () => createRecents(memoryStorage(), LOCATION),
    now: () => 1,
    inTab: () => true,
  });
  await shown.lookUp(idOf(9));
  const board = noticeBoard();
  const members = createMembersStore({
    locationId: LOCATION,
    call: worker.call,
    ask: worker.call,
    product: shown,
    nameOf: (id) => `Name of ${id.slice(-1)}`,
    notify: board.notify,
    now: () => 1,
  });
  const inFront = () => {
    const state = shown.getState().shown;
    return state.state === 'found' ? state.product.collectionIds : undefined;
  };
  return { members, worker, shown, inFront, notices: board.notices };
}
const add = { id: B, does: 'add' } as const;

describe('a product put into a collection', () => {
  it('is shown as HighLevel then has it, and can be taken back', async () => {
    const { members, worker, inFront, notices } = await openMembers({
      'product.setCollections': () => ({
        state: 'saved',
        journalId: 'j',
        product: product({ collectionIds: [A, B] }),
      }),
    });
    await members.move(product(), add);
    expect(worker.of('product.setCollections')[0]?.request).toEqual({
      ...{ locationId: LOCATION, productId: idOf(9), name: 'Mat', add: [B], remove: [] },
    });
    expect(inFront()).toEqual([A, B]);
    expect(notices).toEqual([{ kind: 'moved', name: 'Name of 2', does: 'add', journalId: 'j' }]);
    expect(members.of(idOf(9))).toEqual({ moving: new Map(), finding: false, note: undefined });
  });

  it('is pending until then, and sent once', async () => {
    const answer = later<{ state: 'accepted'; journalId: string }>();
    const { members, worker } = await openMembers({ 'product.setCollections': () => answer.promise });
    const first = members.move(product(), add);
    await members.move(product(), add);
    expect(members.of(idOf(9)).moving).toEqual(new Map([[B, 'add']]));
    answer.done({ state: 'accepted', journalId: 'j' });
    await first;
    expect(worker.of('product.setCollections')).toHaveLength(1);
    expect(members.of(idOf(9))).toMatchObject({ note: { state: 'accepted', journalId: 'j' } });
  });

  it('is never sent past a warning without a second word', async () => {
    const { members, worker, inFront, notices } = await openMembers({
      'product.setCollections': ({ sure }) =>
        sure
          ? { state: 'saved', journalId: 'j', product: product({ collectionIds: [A, B] }) }
          : { state: 'unsafe', lacks: ['seo'] },
    });
    await members.move(product(), add);
    expect(members.of(idOf(9)).note).toEqual({ state: 'unsafe', lacks: ['seo'], move: add });
    expect(inFront()).toEqual([A]);
    expect(notices).toEqual([]);
    await members.move(product(), add, true);
    expect(worker.of('product.setCollections')).toHaveLength(2);
    expect(inFront()).toEqual([A, B]);
  });

  it('that fails stays as it was, with the reason', async () => {
    const { members, inFront, notices } = await openMembers({
      'product.setCollections': () => ({ code: 'refused' }),
    });
    await members.move(product(), { id: A, does: 'remove' });
    expect(inFront()).toEqual([A]);
    expect(notices).toEqual([
      { kind: 'not-moved', name: 'Name of 1', does: 'remove', error: { code: 'refused' } },
    ]);
    expect(members.of(idOf(9)).note).toMatchObject({ state: 'failed', error: { code: 'refused' } });
    members.dismiss(idOf(9));
    expect(members.of(idOf(9)).note).toBeUndefined();
  });

  it('that was accepted is looked at again when the journal knows more', async () => {
    const { members, worker } = await openMembers({
      'product.setCollections': () => ({ state: 'accepted', journalId: 'j' }),
    });
    await members.move(product(), add);
    members.hearJournal([entry({ id: 'j', state: 'accepted' })]);
    expect(worker.of('product.lookup')).toHaveLength(1);
    members.hearJournal([entry({ id: 'j', state: 'saved' })]);
    expect(worker.of('product.lookup')).toHaveLength(2);
    expect(members.of(idOf(9)).note).toBeUndefined();
  });

  it('elsewhere is looked at, once, before anybody is told that it went back', async () => {
    const { members, worker } = await openMembers({});
    const move = entry({ id: 'j', kind: 'membership', targetId: idOf(9), at: 1, added: [B] });
    members.hearJournal([move]);
    members.hearJournal([move]);
    expect(worker.of('product.lookup')).toHaveLength(2);
    members.hearJournal([{ ...move, id: 'k', targetId: idOf(8) }]);
    expect(worker.of('product.lookup')).toHaveLength(2);
  });

  it('is found out where HighLevel did not say, by a question that changes nothing', async () => {
    const { collectionIds: _, ...silent } = product();
    const { members, worker, inFront } = await openMembers({
      'product.lookup': () => silent,
      'product.setCollections': () => ({ state: 'saved', product: product({ collectionIds: [A, B] }) }),
    });
    expect(inFront()).toBeUndefined();
    await members.find(silent);
    expect(worker.of('product.setCollections')[0]?.request).toMatchObject({ add: [], remove: [] });
    expect(inFront()).toEqual([A, B]);
  });

  it('does not put back on the card what is no longer in front', async () => {
    const answer = later<{ state: 'saved'; product: Product }>();
    const { members, shown } = await openMembers({ 'product.setCollections': () => answer.promise });
    const moving = members.move(product(), add);
    shown.clear();
    answer.done({ state: 'saved', product: product({ collectionIds: [A, B] }) });
    await moving;
    expect(shown.getState().shown).toEqual({ state: 'nothing' });
  });
});

describe('a collection that is not as it was changed here', () => {
  const NOW = 10_000_000_000;
  const change = (given: Partial<JournalEntry>): JournalEntry =>
    entry({ kind: 'membership', targetId: idOf(9), at: NOW - 1000, ...given });
  it.each([
    ['as it was changed', [change({ added: [A] })], []],
    ['added and gone', [change({ added: [B] })], [{ id: B, does: 'add', how: 'back' }]],
    ['removed and back', [change({ removed: [A] })], [{ id: A, does: 'remove', how: 'back' }]],
    ['never taken in', [change({ added: [B], state: 'conflict' })], [{ id: B, does: 'add', how: 'kept' }]],
    ['never let go', [change({ removed: [A], state: 'conflict' })], [{ id: A, does: 'remove', how: 'kept' }]],
    ['undone', [change({ added: [B], state: 'undone' })], []],
    ['under way', [change({ added: [B], state: 'accepted' })], []],
    ['of two changes only the last counts', [change({ added: [A] }), change({ removed: [A] })], []],
    ['two days ago', [change({ added: [B], at: NOW - 2 * 86_400_000 })], []],
    ['another product', [change({ added: [B], targetId: idOf(8) })], []],
  ] as const)('%s', (_, entries, kept) => {
    expect(keptOf(product(), entries, NOW)).toMatchObject(kept);
  });

  it('is not guessed at where HighLevel does not say', () => {
    const { collectionIds: _, ...silent } = product();
    expect(keptOf(silent, [change({ added: [B] })], NOW)).toEqual([]);
  });
});

describe('the products of a collection', () => {
  const page = (from: number, to: number) =>
    Array.from({ length: to - from }, (_, n) => product({ id: idOf(100 + from + n) }));
  const open = (script: Script) => {
    const worker = scriptedCall(script);
    return {
      worker,
      list: createCollectionProducts({ locationId: LOCATION, collectionId: A, call: worker.call }),
    };
  };

  it('come page by page, none twice, to the end', async () => {
    const { list, worker } = open({
      'product.list': ({ offset }) =>
        offset === 0
          ? { products: page(0, 50), next: 50, more: true, total: 60 }
          : { products: page(49, 60), next: 61, more: false, total: 60 },
    });
    await list.load();
    expect(list.getState()).toMatchObject({ more: true, total: 60, loading: false });
    await list.load();
    await list.load();
    expect(list.getState().rows.map(({ id }) => id)).toEqual(page(0, 60).map(({ id }) => id));
    expect(worker.of('product.list')).toHaveLength(2);
  });

  it('that could not be read are asked for again from where they ended', async () => {
    let works = true;
    const { list, worker } = open({
      'product.list': () =>
        works
          ? { products: page(0, 50), next: 50, more: true }
          : { code: 'scope-missing', scope: 'products.readonly' },
    });
    await list.load();
    works = false;
    await list.load();
    expect(list.getState()).toMatchObject({ error: { code: 'scope-missing' }, loading: false });
    expect(list.getState().rows).toHaveLength(50);
    works = true;
    await list.load();
    expect(list.getState().error).toBeUndefined();
    expect(worker.of('product.list').map(({ request }) => request)).toMatchObject([
      { offset: 0 },
      { offset: 50 },
      { offset: 50 },
    ]);
  });
});
