import { type IDBPDatabase, openDB } from 'idb';
import * as z from 'zod/mini';
import { type JournalEntry, journalEntrySchema } from '../../bridge/answers.ts';
import { fieldsSchema } from '../../drafts/fields.ts';

/** An entry, and what only the worker needs to settle it after a death. */
export const journalRecordSchema = z.object({
  ...journalEntrySchema.shape,
  /** What the fields were when the draft began. */
  base: z.optional(fieldsSchema),
  /** What was sent, whole; absent while nothing has left. */
  sent: z.optional(fieldsSchema),
  /** `membership`: the person knows that HighLevel might erase what it did not show. */
  sure: z.optional(z.boolean()),
  /** HighLevel answered 2xx. */
  confirmed: z.optional(z.boolean()),
  /** ms since the epoch: when a read found nothing of the change, so that a second one may decide. */
  missedAt: z.optional(z.number()),
  /** This change takes back that entry. */
  undoes: z.optional(z.string()),
});
export type JournalRecord = z.infer<typeof journalRecordSchema>;

/** How long (ms) changes are kept: 30 days. */
const KEPT = 30 * 24 * 60 * 60_000;
const NAME = 'aisle-journal';
const STORE = 'entries';
const OPEN_STATES: readonly JournalEntry['state'][] = ['sending', 'accepted'];

export type Journal = {
  get(id: string): Promise<JournalRecord | undefined>;
  put(record: JournalRecord): Promise<void>;
  remove(id: string): Promise<void>;
  /** A location's changes, newest first; those older than 30 days before `now` are forgotten on the way. */
  list(locationId: string, now: number): Promise<JournalRecord[]>;
  /** Changes nobody knows the end of yet, oldest first. */
  unsettled(): Promise<JournalRecord[]>;
  /** Forgets the settled changes of a location. What is still open is needed to end it. */
  clear(locationId: string): Promise<void>;
};

export const isOpen = ({ state }: Pick<JournalEntry, 'state'>): boolean => OPEN_STATES.includes(state);

/** Opens the journal (IndexedDB `aisle-journal`), and again should somebody delete it. */
export async function openJournal(): Promise<Journal> {
  let opened: Promise<IDBPDatabase> | undefined;
  const forget = () => {
    opened = undefined;
  };
  function database(): Promise<IDBPDatabase> {
    opened ??= openDB(NAME, 1, {
      upgrade(fresh) {
        const entries = fresh.createObjectStore(STORE, { keyPath: 'id' });
        for (const index of ['locationId', 'state']) entries.createIndex(index, index);
      },
      blocking(_current, _blocked, event) {
        forget();
        if (event.target instanceof IDBDatabase) event.target.close();
      },
      terminated: forget,
    }).catch((error: unknown) => {
      forget();
      throw error;
    });
    return opened;
  }
  await database();

  /** Newest first; what cannot be read is left out. */
  async function all(index: 'locationId' | 'state', value: string): Promise<JournalRecord[]> {
    const stored: unknown[] = await (await database()).getAllFromIndex(STORE, index, value);
    const records = stored.map((one) => journalRecordSchema.safeParse(one));
    return records.flatMap((one) => (one.success ? [one.data] : [])).sort((a, b) => b.at - a.at);
  }
  async function remove(ids: readonly string[]): Promise<void> {
    const transaction = (await database()).transaction(STORE, 'readwrite');
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done]);
  }

  return {
    async get(id) {
      const record = journalRecordSchema.safeParse(await (await database()).get(STORE, id));
      return record.success ? record.data : undefined;
    },
    async put(record) {
      await (await database()).put(STORE, record);
    },
    remove: (id) => remove([id]),
    async list(locationId, now) {
      const records = await all('locationId', locationId);
      const old = records.filter((record) => record.at < now - KEPT && !isOpen(record));
      if (old.length > 0) await remove(old.map(({ id }) => id));
      return records.filter((record) => !old.includes(record));
    },
    async unsettled() {
      const open = await Promise.all(OPEN_STATES.map((state) => all('state', state)));
      return open.flat().sort((a, b) => a.at - b.at);
    },
    async clear(locationId) {
      const settled = (await all('locationId', locationId)).filter((one) => !isOpen(one));
      await remove(settled.map(({ id }) => id));
    },
  };
}
