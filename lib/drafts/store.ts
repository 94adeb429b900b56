import { openDB } from 'idb';
import * as z from 'zod/mini';
import { fieldsSchema } from './fields.ts';

const draftSchema = z.object({
  locationId: z.string(),
  /** The collection's id; for a new one, the id it will be created with. */
  id: z.string(),
  kind: z.enum(['edit', 'new']),
  /** What the fields were when the draft began. */
  base: fieldsSchema,
  fields: fieldsSchema,
  /** A slug someone wrote is not suggested over any more. */
  slugTouched: z.boolean(),
  /** Last change, ms since the epoch. */
  at: z.number(),
});
/** What someone is writing about one collection. */
export type Draft = z.infer<typeof draftSchema>;

export type Drafts = {
  get(locationId: string, id: string): Promise<Draft | undefined>;
  put(draft: Draft): Promise<void>;
  remove(locationId: string, id: string): Promise<void>;
  /** Newest change first. */
  list(locationId: string): Promise<Draft[]>;
  close(): Promise<void>;
};

const NAME = 'aisle-drafts';
const STORE = 'drafts';

/** The drafts on this device: opened behind the first question. A row of a shape we do not know is left alone and not shown. */
export function openDrafts(): Drafts {
  const opened = openDB(NAME, 1, {
    upgrade(fresh) {
      fresh.createObjectStore(STORE, { keyPath: ['locationId', 'id'] });
    },
    // "Delete everything" and a newer version must not wait for a panel that stays open.
    blocking: () => void close(),
  });
  const close = async () => (await opened).close();
  // Whoever asks for a draft is told.
  opened.catch(() => {});
  return {
    async get(locationId, id) {
      const row = draftSchema.safeParse(await (await opened).get(STORE, [locationId, id]));
      return row.success ? row.data : undefined;
    },
    async put(draft) {
      const row = draftSchema.parse(draft);
      await (await opened).put(STORE, row);
    },
    async remove(locationId, id) {
      await (await opened).delete(STORE, [locationId, id]);
    },
    async list(locationId) {
      const rows: unknown[] = await (await opened).getAll(
        STORE,
        IDBKeyRange.bound([locationId], [locationId, []]),
      );
      const drafts = rows.map((row) => draftSchema.safeParse(row));
      return drafts.flatMap((row) => (row.success ? [row.data] : [])).sort((a, b) => b.at - a.at);
    },
    close,
  };
}
