import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JournalEntry } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Product } from '../highlevel/product.ts';
import type { Notice } from './editor-state.ts';
import { keptOf } from './members-kept.ts';
import type { ProductStore } from './product.ts';

export type Move = { id: string; does: 'add' | 'remove' };

/** What must be said about the last change of a product that is not simply done. */
export type MemberNote =
  /** Nothing was sent: HighLevel did not show these fields, which could be erased. */
  | { state: 'unsafe'; lacks: readonly string[]; move: Move | undefined }
  | { state: 'accepted'; journalId: string; move: Move }
  | { state: 'failed'; error: BridgeError; move: Move | undefined };

/** One product's changes: those under way by collection, and what is left to say. */
export type Members = {
  moving: ReadonlyMap<string, Move['does']>;
  /** Its collections are being found out. */
  finding: boolean;
  note: MemberNote | undefined;
};
export type MembersState = { products: ReadonlyMap<string, Members> };

export type MembersStore = StoreApi<MembersState> & {
  of(productId: string): Members;
  /** Puts a product into a collection or takes it out. `sure`: the person was warned. */
  move(product: Product, move: Move, sure?: boolean): Promise<void>;
  /** Finds out which collections a product is in where HighLevel's answer did not say. */
  find(product: Product): Promise<void>;
  dismiss(productId: string): void;
  hearJournal(entries: readonly JournalEntry[]): void;
};

const NONE: Members = { moving: new Map(), finding: false, note: undefined };

/** Changes of the collections that products of one location are in. */
export function createMembersStore(parts: {
  locationId: string;
  call: Call;
  /** For what only asks. */
  ask: Call;
  product: Pick<ProductStore, 'renew' | 'again' | 'getState'>;
  /** A collection's name as far as it is known; else its id. */
  nameOf: (id: string) => string;
  notify: (notice: Notice) => void;
  now: () => number;
}): MembersStore {
  const { locationId, call, ask, product: shown, nameOf, notify } = parts;
  const store = createStore<MembersState>(() => ({ products: new Map() }));
  const of = (id: string) => store.getState().products.get(id) ?? NONE;
  const set = (id: string, change: Partial<Members>) =>
    store.setState(({ products }) => ({ products: new Map(products).set(id, { ...of(id), ...change }) }));

  const lookedFor = new Set<string>();
  /** What is in front may be older than a change: nobody is told that it went back before it was looked at again. */
  function lookAgain(entries: readonly JournalEntry[]) {
    const { shown: now } = shown.getState();
    if (now.state !== 'found' || now.stale || now.locationId !== locationId) return;
    if (of(now.product.id).moving.size > 0) return;
    const news = keptOf(now.product, entries, parts.now())
      .map(({ journalId, id }) => `${journalId} ${id}`)
      .filter((one) => !lookedFor.has(one));
    for (const one of news) lookedFor.add(one);
    if (news.length > 0) void shown.again();
  }

  function begin(productId: string, { id, does }: Move): boolean {
    const { moving } = of(productId);
    if (moving.has(id)) return false;
    set(productId, { moving: new Map(moving).set(id, does), note: undefined });
    return true;
  }
  function end(productId: string, { id }: Move, note?: MemberNote) {
    const moving = new Map(of(productId).moving);
    moving.delete(id);
    set(productId, { moving, ...(note && { note }) });
  }

  return Object.assign(store, {
    of,
    async move(product: Product, move: Move, sure = false) {
      const productId = product.id;
      if (!begin(productId, move)) return;
      const name = nameOf(move.id);
      const ids = (does: Move['does']) => (move.does === does ? [move.id] : []);
      const answer = await call('product.setCollections', {
        locationId,
        productId,
        name: product.name,
        add: ids('add'),
        remove: ids('remove'),
        ...(sure && { sure }),
      });
      if (!answer.ok) {
        end(productId, move, { state: 'failed', error: answer.error, move });
        return notify({ kind: 'not-moved', name, does: move.does, error: answer.error });
      }
      const { value } = answer;
      if (value.state === 'saved') {
        shown.renew(value.product);
        end(productId, move);
        notify({ kind: 'moved', name, does: move.does, journalId: value.journalId });
      } else if (value.state === 'accepted')
        end(productId, move, { state: 'accepted', journalId: value.journalId, move });
      else end(productId, move, { state: 'unsafe', lacks: value.lacks, move });
    },
    async find({ id: productId, name }: Product) {
      if (of(productId).finding) return;
      set(productId, { finding: true, note: undefined });
      // Nothing is to be sent, so nothing can be erased.
      const answer = await ask('product.setCollections', {
        locationId,
        productId,
        name,
        add: [],
        remove: [],
        sure: true,
      });
      if (!answer.ok) set(productId, { note: { state: 'failed', error: answer.error, move: undefined } });
      else if (answer.value.state === 'saved') shown.renew(answer.value.product);
      else if (answer.value.state === 'unsafe')
        set(productId, { note: { state: 'unsafe', lacks: answer.value.lacks, move: undefined } });
      set(productId, { finding: false });
    },
    dismiss: (productId: string) => set(productId, { note: undefined }),
    hearJournal(entries: readonly JournalEntry[]) {
      for (const [id, { note }] of store.getState().products) {
        if (note?.state !== 'accepted') continue;
        const entry = entries.find((each) => each.id === note.journalId);
        if (entry?.state === 'accepted' || entry?.state === 'sending') continue;
        set(id, { note: undefined });
        const { shown: now } = shown.getState();
        if (now.state === 'found' && now.product.id === id) void shown.again();
      }
      lookAgain(entries);
    },
  });
}
