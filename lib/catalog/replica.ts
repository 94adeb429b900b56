import type { Collection } from '../highlevel/collection.ts';
import { chunkSchema, emptyState, openCatalog, type ReplicaState, replicaStateSchema } from './database.ts';
import { slugKey } from './flags.ts';
import { createProgress, type Progress, pagesOf } from './progress.ts';
import { chunksOf, createReplicaView, type ReplicaView } from './replica-view.ts';
import { guardsOf, hasSameFields, openWrite, type Write } from './write.ts';

/** What a sync may note about the replica as a whole. */
export type SyncFacts = Partial<Pick<ReplicaState, 'complete' | 'syncedAt' | 'triedAt' | 'total' | 'print'>>;

/** The device's copy of collections, per location. Answers of the writing methods are the ids that really changed. */
export type Replica = ReplicaView & {
  /** The rows that have this slug, whatever its case. */
  bySlug(locationId: string, slug: string): Promise<Collection[]>;
  state(locationId: string): Promise<ReplicaState>;
  /** Rows as our own write left them: they hold against pages that were asked for before. */
  put(locationId: string, rows: readonly Collection[]): Promise<string[]>;
  /** Rows that our own write removed, which no older page may bring back. */
  remove(locationId: string, ids: readonly string[]): Promise<string[]>;
  /** Rows of a page that was asked for when the replica was at version `since`. */
  merge(locationId: string, rows: readonly Collection[], since: number): Promise<Merged>;
  /** One row as a read by its id gave it (undefined: not there), asked for at version `since`. It ends a dispute. */
  settle(locationId: string, id: string, row: Collection | undefined, since: number): Promise<string[]>;
  /** Our own write brought these rows so many products more (or fewer); a row without a count stays without. */
  recount(locationId: string, ids: readonly string[], by: number): Promise<string[]>;
  /** Rows that HighLevel no longer has, as seen by a sync that began at version `since`. */
  prune(locationId: string, ids: readonly string[], since: number): Promise<Merged>;
  /** `since`: a complete sync that began at this version has confirmed all our writes up to it. */
  note(locationId: string, facts: SyncFacts, since?: number): Promise<ReplicaState>;
  destroy(locationId: string): Promise<void>;
  progress: Progress;
};

/** `disputed`: rows we wrote ourselves and that a newer page shows differently. Only a read by id can tell. */
export type Merged = { changed: string[]; disputed: string[] };

/** Opens the replica of every location (IndexedDB `aisle-catalog`). */
export async function openReplica(): Promise<Replica> {
  const database = openCatalog();
  await database();

  /** One transaction over everything a write touches: a death leaves the whole of it, or nothing. */
  async function write<Answer>(
    locationId: string,
    ids: readonly string[],
    change: (write: Write) => Answer,
  ): Promise<Answer> {
    const transaction = (await database()).transaction(['chunks', 'guards', 'states'], 'readwrite');
    const open = await openWrite(transaction, locationId, ids);
    const answer = change(open);
    await open.close();
    await transaction.done;
    return answer;
  }

  return {
    ...createReplicaView(database),
    progress: createProgress(database),
    async bySlug(locationId, slug) {
      const stored = await (await database()).getAllFromIndex('chunks', 'slugs', slugKey(slug));
      const chunks = stored.map((chunk) => chunkSchema.safeParse(chunk));
      return chunks.flatMap((chunk) =>
        chunk.success && chunk.data.locationId === locationId
          ? chunk.data.rows.filter((row) => slugKey(row.slug) === slugKey(slug))
          : [],
      );
    },
    async state(locationId) {
      const stored = replicaStateSchema.safeParse(await (await database()).get('states', locationId));
      return stored.success ? stored.data : emptyState(locationId);
    },
    put: (locationId, rows) =>
      write(locationId, idsOf(rows), (open) => {
        const version = ++open.state.version;
        for (const { id } of rows) open.guards.set(id, version);
        return idsOf(rows.filter((row) => open.set(withExtras(row, open.row(row.id)))));
      }),
    remove: (locationId, ids) =>
      write(locationId, ids, (open) => {
        const version = ++open.state.version;
        for (const id of ids) open.guards.set(id, version);
        return ids.filter((id) => open.drop(id));
      }),
    recount: (locationId, ids, by) =>
      write(locationId, ids, (open) =>
        ids.filter((id) => {
          const row = open.row(id);
          if (row?.productCount === undefined) return false;
          return open.set({ ...row, productCount: Math.max(0, row.productCount + by) });
        }),
      ),
    merge: (locationId, rows, since) =>
      write(locationId, idsOf(rows), (open) => {
        const current = rows.filter(({ id }) => (open.guards.get(id) ?? 0) <= since);
        const disputed = current.filter((row) => isDisputed(open, row.id, row));
        const settled = current.filter((row) => !disputed.includes(row));
        return { changed: idsOf(settled.filter((row) => open.set(row))), disputed: idsOf(disputed) };
      }),
    prune: (locationId, ids, since) =>
      write(locationId, ids, (open) => {
        const current = ids.filter((id) => (open.guards.get(id) ?? 0) <= since);
        const disputed = current.filter((id) => isDisputed(open, id, undefined));
        return { changed: current.filter((id) => !disputed.includes(id) && open.drop(id)), disputed };
      }),
    settle: (locationId, id, row, since) =>
      write(locationId, [id], (open) => {
        if ((open.guards.get(id) ?? 0) > since) return [];
        open.guards.delete(id);
        return (row ? open.set(withExtras(row, open.row(id))) : open.drop(id)) ? [id] : [];
      }),
    note: (locationId, facts, since) =>
      write(locationId, [], (open) => {
        Object.assign(open.state, facts);
        for (const [id, version] of open.guards) if (version <= (since ?? 0)) open.guards.delete(id);
        return { ...open.state };
      }),
    async destroy(locationId) {
      const stores = ['chunks', 'guards', 'states', 'sweeps', 'pages'] as const;
      const transaction = (await database()).transaction(stores, 'readwrite');
      await Promise.all([
        transaction.objectStore('chunks').delete(chunksOf(locationId)),
        transaction.objectStore('guards').delete(guardsOf(locationId)),
        transaction.objectStore('states').delete(locationId),
        transaction.objectStore('sweeps').delete(locationId),
        transaction.objectStore('pages').delete(pagesOf(locationId)),
        transaction.done,
      ]);
    },
  };
}

const idsOf = (rows: readonly Collection[]): string[] => rows.map(({ id }) => id);

/** Only lists carry the product count; a row read by its id keeps the one we had. */
function withExtras(row: Collection, old: Collection | undefined): Collection {
  return {
    ...row,
    ...(row.createdAt === undefined && old?.createdAt !== undefined && { createdAt: old.createdAt }),
    ...(row.productCount === undefined &&
      old?.productCount !== undefined && { productCount: old.productCount }),
  };
}

/** A page that disagrees with our own write may be right, or may lag behind it. */
function isDisputed(open: Write, id: string, row: Collection | undefined): boolean {
  if (!open.guards.has(id)) return false;
  const ours = open.row(id);
  return row && ours ? !hasSameFields(row, ours) : row !== ours;
}
