import type { Collection } from '../highlevel/collection.ts';
import { type CatalogDatabase, chunkSchema, openCatalog } from './database.ts';

/** What a page may do with the device's copy: read it. Writing is the worker's. */
export type ReplicaView = {
  /** Chunks of at most 100 rows in the order they came from HighLevel; the first without waiting for the rest. */
  read(locationId: string): AsyncIterable<Collection[]>;
  get(locationId: string, ids: readonly string[]): Promise<Collection[]>;
};

/** Chunks read at once after the first. */
const BATCH = 10;

/** A location's chunks, from the one after this number on. */
export const chunksOf = (locationId: string, after = -1): IDBKeyRange =>
  IDBKeyRange.bound([locationId, after], [locationId, Number.POSITIVE_INFINITY], true);

export function createReplicaView(database: () => Promise<CatalogDatabase>): ReplicaView {
  return {
    async *read(locationId) {
      let after = -1;
      for (let count = 1; ; count = BATCH) {
        const found = await (await database()).getAll('chunks', chunksOf(locationId, after), count);
        for (const stored of found) {
          after = stored.n;
          const chunk = chunkSchema.safeParse(stored);
          if (chunk.success) yield chunk.data.rows;
        }
        if (found.length < count) return;
      }
    },
    async get(locationId, ids) {
      const index = (await database()).transaction('chunks').store.index('ids');
      const chunks = await Promise.all(ids.map((id) => index.getAll(id)));
      return ids.flatMap((id, place) => {
        const stored = chunks[place]?.find((chunk) => chunk.locationId === locationId);
        const chunk = chunkSchema.safeParse(stored);
        return chunk.success ? chunk.data.rows.filter((row) => row.id === id) : [];
      });
    },
  };
}

/** The replica of every location, for a page: opened behind the first question. */
export function openReplicaView(): ReplicaView {
  const database = openCatalog();
  // Whoever reads is told.
  database().catch(() => {});
  return createReplicaView(database);
}
