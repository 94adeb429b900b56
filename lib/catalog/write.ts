import type { IDBPTransaction } from 'idb';
import type { Collection } from '../highlevel/collection.ts';
import {
  type CatalogSchema,
  CHUNK_ROWS,
  chunkSchema,
  emptyState,
  guardSchema,
  type ReplicaState,
  replicaStateSchema,
} from './database.ts';
import { slugKey } from './flags.ts';

/** What one transaction sees and changes of a location's rows; nothing is stored before `close`. */
export type Write = {
  state: ReplicaState;
  /** Version of our own last write of this row since the last complete sync. */
  guards: Map<string, number>;
  row(id: string): Collection | undefined;
  /** Answers whether that changed anything: an equal row is not written again. */
  set(row: Collection): boolean;
  drop(id: string): boolean;
  close(): Promise<void>;
};

export type WriteTransaction = IDBPTransaction<CatalogSchema, ['chunks', 'guards', 'states'], 'readwrite'>;

type OpenChunk = { n: number; rows: Collection[]; dirty: boolean };

/** Loads what concerns these ids. Awaits nothing but the transaction, which would otherwise close by itself. */
export async function openWrite(
  transaction: WriteTransaction,
  locationId: string,
  ids: readonly string[],
): Promise<Write> {
  const chunkStore = transaction.objectStore('chunks');
  const guardStore = transaction.objectStore('guards');
  const stateStore = transaction.objectStore('states');
  const storedState = replicaStateSchema.safeParse(await stateStore.get(locationId));
  const state = storedState.success ? storedState.data : emptyState(locationId);
  const storedGuards = (await guardStore.getAll(guardsOf(locationId))).map((one) => guardSchema.parse(one));
  const guards = new Map(storedGuards.map((guard) => [guard.id, guard.version]));
  const keys = await Promise.all(ids.map((id) => chunkStore.index('ids').getAllKeys(id)));
  const numbers = new Set(keys.flat().flatMap(([owner, n]) => (owner === locationId ? [n] : [])));
  if (state.nextChunk > 0) numbers.add(state.nextChunk - 1);
  const chunks = new Map<number, OpenChunk>();
  const places = new Map<string, OpenChunk>();
  for (const stored of await Promise.all([...numbers].map((n) => chunkStore.get([locationId, n])))) {
    const parsed = chunkSchema.safeParse(stored);
    if (!parsed.success) continue;
    const chunk = { n: parsed.data.n, rows: parsed.data.rows, dirty: false };
    chunks.set(chunk.n, chunk);
    for (const row of chunk.rows) places.set(row.id, chunk);
  }

  /** New rows go to the end, so that a first sync keeps HighLevel's order. */
  function lastChunk(): OpenChunk {
    const last = chunks.get(state.nextChunk - 1);
    if (last && last.rows.length < CHUNK_ROWS) return last;
    const fresh = { n: state.nextChunk++, rows: [], dirty: true };
    chunks.set(fresh.n, fresh);
    return fresh;
  }

  return {
    state,
    guards,
    row: (id) => places.get(id)?.rows.find((row) => row.id === id),
    set(row) {
      const chunk = places.get(row.id) ?? lastChunk();
      const index = chunk.rows.findIndex(({ id }) => id === row.id);
      const old = chunk.rows[index];
      if (old && isSame(old, row)) return false;
      if (!old) state.rows++;
      chunk.rows.splice(old ? index : chunk.rows.length, old ? 1 : 0, row);
      chunk.dirty = true;
      places.set(row.id, chunk);
      return true;
    },
    drop(id) {
      const chunk = places.get(id);
      if (!chunk) return false;
      chunk.rows = chunk.rows.filter((row) => row.id !== id);
      chunk.dirty = true;
      places.delete(id);
      state.rows--;
      return true;
    },
    async close() {
      const changed = [...chunks.values()].filter(({ dirty }) => dirty);
      await Promise.all(
        changed.map(({ n, rows }) =>
          rows.length > 0
            ? chunkStore.put({ locationId, n, rows, ids: rows.map(({ id }) => id), slugs: slugsOf(rows) })
            : chunkStore.delete([locationId, n]),
        ),
      );
      const gone = storedGuards.filter(({ id }) => !guards.has(id));
      await Promise.all(gone.map(({ id }) => guardStore.delete([locationId, id])));
      const old = new Map(storedGuards.map((guard) => [guard.id, guard.version]));
      const written = [...guards].filter(([id, version]) => old.get(id) !== version);
      await Promise.all(written.map(([id, version]) => guardStore.put({ locationId, id, version })));
      await stateStore.put(state);
    },
  };
}

const slugsOf = (rows: readonly Collection[]): string[] => [
  ...new Set(rows.map(({ slug }) => slugKey(slug))),
];

export const guardsOf = (locationId: string): IDBKeyRange =>
  IDBKeyRange.bound([locationId, ''], [locationId, '\uffff']);

const isSame = (a: Collection, b: Collection): boolean =>
  hasSameFields(a, b) && a.createdAt === b.createdAt && a.productCount === b.productCount;

/** Equal in what a person can write. */
export const hasSameFields = (a: Collection, b: Collection): boolean =>
  a.name === b.name &&
  a.slug === b.slug &&
  a.image === b.image &&
  a.seo.title === b.seo.title &&
  a.seo.description === b.seo.description;
