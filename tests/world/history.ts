import type { Clock } from '../../lib/highlevel/clock.ts';

type Row = { _id: string };
type Write = { at: number; rows: Row[]; id: string; before: Row | undefined; index: number };

/** How far back a stale read can look, in ms. */
const REACH = 10 * 60 * 1000;

/** What the API itself wrote and when, so that a read can see a list as it was. Direct changes by tests are never hidden. */
export type History = {
  /** Call before changing `rows`: at `id`, or at the end for a new row. */
  note(rows: Row[], id: string): void;
  /** The list as it was `age` ms ago. */
  view<Item extends Row>(rows: Item[], age: number): Item[];
};

export function createHistory(clock: Clock): History {
  let writes: Write[] = [];
  return {
    note(rows, id) {
      const now = clock.now();
      const index = rows.findIndex((row) => row._id === id);
      const before = rows[index];
      writes = writes.filter((write) => write.at > now - REACH);
      writes.push({
        at: now,
        rows,
        id,
        index,
        before: before === undefined ? undefined : structuredClone(before),
      });
    },
    view<Item extends Row>(rows: Item[], age: number): Item[] {
      const hidden =
        age > 0 ? writes.filter((write) => write.rows === rows && write.at > clock.now() - age) : [];
      if (hidden.length === 0) return rows;
      const seen: Row[] = [...rows];
      for (const write of hidden.reverse()) {
        const index = seen.findIndex((row) => row._id === write.id);
        if (write.before === undefined) {
          if (index !== -1) seen.splice(index, 1);
        } else if (index === -1) {
          seen.splice(write.index, 0, write.before);
        } else {
          seen[index] = write.before;
        }
      }
      // Every row put back was a copy of one that stood in this list.
      return seen as Item[];
    },
  };
}
