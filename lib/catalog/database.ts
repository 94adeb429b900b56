import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import { collectionSchema } from '../highlevel/collection.ts';
import { printSchema, type Sweep } from './sweep.ts';

/** Rows in a chunk: what a page of HighLevel's list holds, and what a first paint needs. */
export const CHUNK_ROWS = 100;

/** `ids` and `slugs` repeat those of `rows`, because an index cannot look inside objects of a list. */
export const chunkSchema = z.object({
  locationId: z.string(),
  n: z.number(),
  ids: z.array(z.string()),
  slugs: z.array(z.string()),
  rows: z.array(collectionSchema),
});
export type Chunk = z.infer<typeof chunkSchema>;

/** What is known of a location's replica as a whole. */
export const replicaStateSchema = z.object({
  locationId: z.string(),
  /** Counts our own writes. A page asked for before one of them may not undo it. */
  version: z.number(),
  rows: z.number(),
  nextChunk: z.number(),
  /** True when the last sync ended in exactly the server's set. */
  complete: z.boolean(),
  /** ms since the epoch: when the last sync that was complete ended. */
  syncedAt: z.optional(z.number()),
  /** ms since the epoch: when the last sync ended, complete or not. */
  triedAt: z.optional(z.number()),
  /** The server's own count. */
  total: z.optional(z.number()),
  /** What the server's list looked like at `syncedAt`. */
  print: z.optional(printSchema),
});
export type ReplicaState = z.infer<typeof replicaStateSchema>;

export const emptyState = (locationId: string): ReplicaState => ({
  locationId,
  version: 0,
  rows: 0,
  nextChunk: 0,
  complete: false,
});

/** Marks a row that we wrote (or removed) ourselves since the last complete sync. */
export const guardSchema = z.object({ locationId: z.string(), id: z.string(), version: z.number() });
export type Guard = z.infer<typeof guardSchema>;

export interface CatalogSchema extends DBSchema {
  chunks: { key: [string, number]; value: Chunk; indexes: { ids: string; slugs: string } };
  states: { key: string; value: ReplicaState };
  guards: { key: [string, string]; value: Guard };
  sweeps: { key: string; value: Sweep };
  /** The ids of one page of a sweep. */
  pages: {
    key: [string, number, number];
    value: { locationId: string; pass: number; n: number; ids: string[] };
  };
}
export type CatalogDatabase = IDBPDatabase<CatalogSchema>;

const NAME = 'aisle-catalog';
/** A replica is disposable: another number empties it and the next sync fills it again. */
const VERSION = 1;

/**
 * Answers the function that gives the open database. It makes way for whoever deletes the database, and opens a
 * new one at the next call.
 */
export function openCatalog(): () => Promise<CatalogDatabase> {
  let opened: Promise<CatalogDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  const open = () =>
    openDB<CatalogSchema>(NAME, VERSION, {
      upgrade(database) {
        for (const store of database.objectStoreNames) database.deleteObjectStore(store);
        const chunks = database.createObjectStore('chunks', { keyPath: ['locationId', 'n'] });
        chunks.createIndex('ids', 'ids', { multiEntry: true });
        chunks.createIndex('slugs', 'slugs', { multiEntry: true });
        database.createObjectStore('states', { keyPath: 'locationId' });
        database.createObjectStore('guards', { keyPath: ['locationId', 'id'] });
        database.createObjectStore('sweeps', { keyPath: 'locationId' });
        database.createObjectStore('pages', { keyPath: ['locationId', 'pass', 'n'] });
      },
      blocking(_current, _blocked, event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    });
  return () => {
    opened ??= open().catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  };
}
