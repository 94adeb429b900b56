import type { JournalEntry, SaveOutcome } from '../../../lib/bridge/answers.ts';
import type { Call } from '../../../lib/bridge/call.ts';
import type { Answer, BridgeError, MessageName, Request } from '../../../lib/bridge/contract.ts';
import type { AisleEvent, Events } from '../../../lib/bridge/events.ts';
import { type Fields, fieldsOf, type Patch } from '../../../lib/drafts/fields.ts';
import type { Draft } from '../../../lib/drafts/store.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { fail, ok } from '../../../lib/highlevel/result.ts';
import type { DraftShelf, Notice } from '../../../lib/panel/editor-state.ts';

export const LOCATION = '3SwdhCsvxI8Au3KsPJt6';

export const idOf = (n: number): string => n.toString(16).padStart(24, '0');

export const withFields = (collection: Collection, fields: Fields): Collection => ({
  ...collection,
  name: fields.name,
  slug: fields.slug,
  image: fields.image,
  seo: { title: fields.seoTitle, description: fields.seoDescription },
});

export function collection(n: number, fields: Patch & { productCount?: number } = {}): Collection {
  const { productCount, ...given } = fields;
  const bare: Collection = {
    id: idOf(n),
    name: `Collection ${n}`,
    slug: `collection-${n}`,
    image: 'https://pictures.example/one.png',
    seo: { title: 'A title', description: 'A description' },
    ...(productCount !== undefined && { productCount }),
  };
  return withFields(bare, { ...fieldsOf(bare), ...(given as Partial<Fields>) });
}

/** What the worker does when it is asked; a test puts in what its case needs. */
export type Script = {
  [Name in MessageName]?: (
    request: Request<Name>,
  ) => Answer<Name> | BridgeError | Promise<Answer<Name> | BridgeError>;
};

const isError = (answer: unknown): answer is BridgeError =>
  typeof answer === 'object' && answer !== null && 'code' in answer;

export function scriptedCall(script: Script) {
  const asked: { name: MessageName; request: unknown }[] = [];
  const call: Call = async (name, request) => {
    asked.push({ name, request });
    const answer = await script[name]?.(request);
    if (answer === undefined) return fail({ code: 'no-worker' });
    return isError(answer) ? fail(answer) : ok(answer as Answer<typeof name>);
  };
  return { call, asked, of: (name: MessageName) => asked.filter((each) => each.name === name) };
}

/** One channel with several ends: what one end says, the others hear. */
export function createBus() {
  const ends: Set<(event: AisleEvent) => void>[] = [];
  const said: AisleEvent[] = [];
  return {
    said,
    end(): Events {
      const listeners = new Set<(event: AisleEvent) => void>();
      ends.push(listeners);
      return {
        emit(event) {
          said.push(event);
          for (const end of ends) if (end !== listeners) for (const hear of end) hear(event);
        },
        on(listener) {
          listeners.add(listener);
          return () => listeners.delete(listener);
        },
      };
    },
  };
}

export function fakeReplica(rows: Collection[]) {
  const replica = {
    rows: new Map(rows.map((row) => [row.id, row])),
    reads: 0,
    async *read() {
      const all = [...replica.rows.values()];
      for (let at = 0; at < all.length; at += 100) {
        replica.reads += 1;
        yield all.slice(at, at + 100);
      }
    },
    get: async (_: string, ids: readonly string[]) => ids.flatMap((id) => replica.rows.get(id) ?? []),
    put(row: Collection) {
      replica.rows.set(row.id, row);
    },
  };
  return replica;
}

export function fakeDrafts(drafts: Draft[] = []) {
  const kept = new Map(drafts.map((draft) => [draft.id, draft]));
  const shelf: DraftShelf = {
    get: async (_, id) => kept.get(id),
    put: async (draft) => void kept.set(draft.id, draft),
    remove: async (_, id) => void kept.delete(id),
    list: async () => [...kept.values()],
  };
  return Object.assign(shelf, { kept });
}

/** Locks as the browser gives them: one holder, a line, and stealing. */
export function fakeLocks(): Pick<LockManager, 'request'> {
  type Turn = { start: () => void };
  const holders = new Map<string, { reject: (error: unknown) => void }>();
  const lines = new Map<string, Turn[]>();
  const request = async (name: string, options: LockOptions, hold: (lock: Lock | null) => unknown) => {
    const { ifAvailable, steal, signal } = options;
    const lock = { name, mode: 'exclusive' } as Lock;
    if (ifAvailable && holders.has(name)) return hold(null);
    if (steal) {
      holders.get(name)?.reject(new DOMException('stolen', 'AbortError'));
      holders.delete(name);
    }
    if (holders.has(name))
      await new Promise<void>((resolve, reject) => {
        const turn = { start: resolve };
        lines.set(name, [...(lines.get(name) ?? []), turn]);
        signal?.addEventListener('abort', () => {
          lines.set(
            name,
            (lines.get(name) ?? []).filter((other) => other !== turn),
          );
          reject(signal.reason);
        });
      });
    return new Promise((resolve, reject) => {
      const holder = { reject };
      holders.set(name, holder);
      Promise.resolve(hold(lock)).then((value) => {
        if (holders.get(name) === holder) {
          holders.delete(name);
          const [next, ...rest] = lines.get(name) ?? [];
          lines.set(name, rest);
          next?.start();
        }
        resolve(value);
      }, reject);
    });
  };
  return { request: request as LockManager['request'] };
}

export const saved = (
  row: Collection,
  stored: Extract<SaveOutcome, { state: 'saved' }>['stored'] = [],
): SaveOutcome => ({ state: 'saved', journalId: 'j1', collection: row, stored });

export const entry = (change: Partial<JournalEntry>): JournalEntry => ({
  id: 'j1',
  locationId: LOCATION,
  kind: 'update',
  targetId: idOf(1),
  title: 'Collection 1',
  at: 1,
  state: 'saved',
  ...change,
});

export function noticeBoard() {
  const notices: Notice[] = [];
  return { notices, notify: (notice: Notice) => void notices.push(notice) };
}

export function memoryStorage(): Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

/** A promise that a test resolves when it wants to. */
export function later<Value>() {
  let done: (value: Value) => void = () => {};
  const promise = new Promise<Value>((resolve) => {
    done = resolve;
  });
  return { promise, done };
}
