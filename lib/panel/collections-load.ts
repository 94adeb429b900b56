import type { AisleEvent } from '../bridge/events.ts';
import type { ReplicaView } from '../catalog/replica-view.ts';
import type { Search } from '../catalog/search.ts';
import type { Clock } from '../highlevel/clock.ts';
import type { Collection } from '../highlevel/collection.ts';

/** While a sync runs, its events are gathered for this long (ms), so that 50,000 rows are not 500 repaints. */
const GATHER = 80;

type LoadParts = {
  locationId: string;
  replica: ReplicaView;
  clock: Clock;
  search: Search;
  painted: () => Promise<void>;
  rested: () => Promise<void>;
  breathe: () => Promise<void>;
  /** The rows in `search` changed; `rows` are those that came. */
  onRows: (rows: readonly Collection[]) => void;
  /** The device's copy did not answer. */
  onUnreadable: () => void;
};

/** Keeps the rows in memory equal to the device's copy: all of it at first, then only what events name. */
export function createLoader({
  locationId,
  replica,
  clock,
  search,
  painted,
  rested,
  breathe,
  onRows,
  onUnreadable,
}: LoadParts) {
  let changed = new Set<string>();
  let removed = new Set<string>();
  let pulling = false;
  let ready = false;

  async function get(ids: readonly string[]): Promise<Collection[] | undefined> {
    try {
      return await replica.get(locationId, ids);
    } catch {
      onUnreadable();
      return undefined;
    }
  }

  async function pull() {
    if (pulling || !ready) return;
    pulling = true;
    while (changed.size + removed.size > 0) {
      const [ids, gone] = [[...changed], [...removed]];
      changed = new Set();
      removed = new Set();
      const rows = await get(ids);
      if (rows === undefined) break;
      // A row that is not there any more was removed between the event and now.
      const there = new Set(rows.map((row) => row.id));
      search.remove([...gone, ...ids.filter((id) => !there.has(id))]);
      search.put(rows);
      onRows(rows);
      await clock.sleep(GATHER);
    }
    pulling = false;
  }

  return {
    /**
     * Reads everything. `seen` are rows that are in memory already, from last time. Without them `onFirst` is called
     * after the first chunk; what is there first is painted before more is read. False when it could not be read.
     */
    async readAll(seen: readonly Collection[], onFirst: () => void): Promise<boolean> {
      const old = new Set(seen.map(({ id }) => id));
      let first = old.size === 0;
      if (!first) await rested();
      try {
        for await (const rows of replica.read(locationId)) {
          search.put(rows);
          for (const { id } of rows) old.delete(id);
          if (first) onFirst();
          // Between chunks whoever clicks or types comes first.
          await (first ? painted() : breathe());
          first = false;
        }
      } catch {
        onUnreadable();
        return false;
      }
      // Seen last time, and gone since.
      search.remove([...old]);
      ready = true;
      void pull();
      return true;
    },
    hear(event: Extract<AisleEvent, { type: 'collections' }>) {
      for (const id of event.changed) {
        changed.add(id);
        removed.delete(id);
      }
      for (const id of event.removed) {
        removed.add(id);
        changed.delete(id);
      }
      void pull();
    },
    /** These rows now, whatever events say. */
    async fetch(ids: readonly string[]) {
      const rows = await get(ids);
      if (rows === undefined || rows.length === 0) return;
      search.put(rows);
      onRows(rows);
    },
  };
}
