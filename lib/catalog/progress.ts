import * as z from 'zod/mini';
import type { CatalogDatabase } from './database.ts';
import { type Sweep, sweepSchema } from './sweep.ts';

const pageSchema = z.object({ ids: z.array(z.string()) });

/** Where syncs keep how far they have come. */
export type Progress = {
  /** The sweep, and the ids its pass has seen, in order. */
  load(locationId: string): Promise<{ sweep: Sweep; seen: Set<string> } | undefined>;
  /** Stores the sweep, with the ids of the page it has just taken. */
  save(sweep: Sweep, ids: readonly string[]): Promise<void>;
  end(locationId: string): Promise<void>;
  /** Locations whose sync was begun and has not ended. */
  unfinished(): Promise<string[]>;
};

export const pagesOf = (locationId: string): IDBKeyRange => IDBKeyRange.bound([locationId], [locationId, []]);

export function createProgress(database: () => Promise<CatalogDatabase>): Progress {
  return {
    async load(locationId) {
      const transaction = (await database()).transaction(['sweeps', 'pages']);
      const sweep = sweepSchema.safeParse(await transaction.objectStore('sweeps').get(locationId));
      if (!sweep.success) return undefined;
      const range = IDBKeyRange.bound([locationId, sweep.data.pass], [locationId, sweep.data.pass, []]);
      const pages = z.array(pageSchema).safeParse(await transaction.objectStore('pages').getAll(range));
      if (!pages.success) return undefined;
      return { sweep: sweep.data, seen: new Set(pages.data.flatMap(({ ids }) => ids)) };
    },
    async save(sweep, ids) {
      const { locationId, pass, pages } = sweep;
      const transaction = (await database()).transaction(['sweeps', 'pages'], 'readwrite');
      const store = transaction.objectStore('pages');
      await Promise.all([
        transaction.objectStore('sweeps').put(sweep),
        pages === 0
          ? store.delete(pagesOf(locationId))
          : store.put({ locationId, pass, n: pages, ids: [...ids] }),
        transaction.done,
      ]);
    },
    async end(locationId) {
      const transaction = (await database()).transaction(['sweeps', 'pages'], 'readwrite');
      await Promise.all([
        transaction.objectStore('sweeps').delete(locationId),
        transaction.objectStore('pages').delete(pagesOf(locationId)),
        transaction.done,
      ]);
    },
    unfinished: async () => (await database()).getAllKeys('sweeps'),
  };
}
