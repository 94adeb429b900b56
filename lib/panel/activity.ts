import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JournalEntry } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Events } from '../bridge/events.ts';
import type { Product } from '../highlevel/product.ts';
import type { Notice } from './editor-state.ts';

export type ActivityState = {
  /** Newest first; absent until the worker has answered. */
  entries: readonly JournalEntry[] | undefined;
  /** Why the list could not be read. */
  error: BridgeError | undefined;
  /** Entries being undone or checked. */
  busy: ReadonlySet<string>;
  /** What the last undo or check of an entry was refused with. */
  refused: ReadonlyMap<string, BridgeError>;
};

export type ActivityStore = StoreApi<ActivityState> & {
  start(): () => void;
  load(): Promise<void>;
  undo(journalId: string): Promise<void>;
  check(journalId: string): Promise<void>;
  clear(): Promise<void>;
};

type ActivityParts = {
  locationId: string;
  call: Call;
  events: Events;
  notify: (notice: Notice) => void;
  onEntries: (entries: readonly JournalEntry[]) => void;
  /** A product as an undo left it. */
  onProduct: (product: Product) => void;
};

/** The journal of one location. */
export function createActivityStore(parts: ActivityParts): ActivityStore {
  const { locationId, call, events, notify } = parts;
  const store = createStore<ActivityState>(() => ({
    entries: undefined,
    error: undefined,
    busy: new Set(),
    refused: new Map(),
  }));
  const titleOf = (id: string) => store.getState().entries?.find((entry) => entry.id === id)?.title ?? '';

  function begin(id: string): boolean {
    const { busy, refused } = store.getState();
    if (busy.has(id)) return false;
    const left = new Map(refused);
    left.delete(id);
    store.setState({ busy: new Set(busy).add(id), refused: left });
    return true;
  }
  function end(id: string, error?: BridgeError) {
    const busy = new Set(store.getState().busy);
    busy.delete(id);
    const { refused } = store.getState();
    store.setState({ busy, refused: error === undefined ? refused : new Map(refused).set(id, error) });
  }

  let asked = 0;
  async function load() {
    asked += 1;
    const mine = asked;
    const answer = await call('activity.list', { locationId });
    if (mine !== asked) return;
    if (!answer.ok) return store.setState({ error: answer.error });
    const entries = answer.value.toSorted((a, b) => b.at - a.at);
    store.setState({ entries, error: undefined });
    parts.onEntries(entries);
  }

  return Object.assign(store, {
    load,
    start() {
      const stop = events.on((event) => {
        if (event.type === 'journal' && event.locationId === locationId) void load();
      });
      void load();
      return stop;
    },
    async undo(id: string) {
      if (!begin(id)) return;
      const name = titleOf(id);
      const answer = await call('activity.undo', { locationId, journalId: id });
      if (answer.ok && answer.value.state === 'saved') {
        if ('product' in answer.value) parts.onProduct(answer.value.product);
        notify({ kind: 'undone', name });
      }
      const error: BridgeError | undefined = !answer.ok
        ? answer.error
        : answer.value.state === 'conflict'
          ? { code: 'changed-since' }
          : answer.value.state === 'slug-taken'
            ? { code: 'invalid', fields: { slug: [answer.value.name] } }
            : undefined;
      if (error !== undefined) notify({ kind: 'not-undone', name, error });
      end(id, error);
      await load();
    },
    async check(id: string) {
      if (!begin(id)) return;
      const answer = await call('activity.check', { locationId, journalId: id });
      end(id, answer.ok ? undefined : answer.error);
      await load();
    },
    async clear() {
      const answer = await call('activity.clear', { locationId });
      if (!answer.ok) return store.setState({ error: answer.error });
      await load();
    },
  });
}
