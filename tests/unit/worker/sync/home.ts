import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import type { AisleEvent } from '../../../../lib/bridge/events.ts';
import { openReplica } from '../../../../lib/catalog/replica.ts';
import { createClient } from '../../../../lib/highlevel/client.ts';
import type { Collection } from '../../../../lib/highlevel/collection.ts';
import { readCollection } from '../../../../lib/highlevel/parse-collection.ts';
import { createLimiter } from '../../../../lib/highlevel/rate-limit.ts';
import { ok } from '../../../../lib/highlevel/result.ts';
import { openJournal } from '../../../../lib/worker/saves/journal.ts';
import { createSaves } from '../../../../lib/worker/saves/saves.ts';
import { createSync } from '../../../../lib/worker/sync/sync.ts';
import { LOCATIONS, type RawCollection } from '../../../world/types.ts';
import { createVirtualClock } from '../../../world/virtual-clock.ts';
import { createWorld, type WorldOptions } from '../../../world/world.ts';
import { createLockRoom } from './locks.ts';

export const ACME = LOCATIONS.acme;

/** A device with its disk in the world; `start` is a worker's life, which `kill` ends between two steps. */
export function createHome(options: Omit<WorldOptions, 'clock'> = {}) {
  globalThis.indexedDB = new IDBFactory();
  const clock = createVirtualClock();
  const world = createWorld({ ...options, clock });
  const shop = world.shops.get(ACME)!;
  const token = world.issueToken({ locationId: ACME });
  const room = createLockRoom();
  const heard: AisleEvent[] = [];

  /** `dieAt`: the step (a request, a read or write of the disk) at which the worker dies, before or after it is done. */
  async function start(dieAt = Number.POSITIVE_INFINITY, when: 'before' | 'after' = 'before') {
    const { locks, die } = room.worker();
    let dead = false;
    let steps = 0;
    function kill() {
      dead = true;
      die();
    }
    const never = new Promise<never>(() => {});
    /** After a death nothing of this worker goes on: neither its requests nor its disk. */
    const mortal = <Part extends object>(part: Part): Part =>
      new Proxy(part, {
        get(target, name, self) {
          const value: unknown = Reflect.get(target, name, self);
          if (typeof value !== 'function') return typeof value === 'object' && value ? mortal(value) : value;
          return (...args: unknown[]) => {
            steps += 1;
            const last = steps === dieAt;
            if (last && when === 'before') kill();
            if (dead) return never;
            const answer: unknown = value.apply(target, args);
            if (last) kill();
            if (!(answer instanceof Promise)) return answer;
            return answer.then(
              (result) => (dead ? never : result),
              (error) => (dead ? never : Promise.reject(error)),
            );
          };
        },
      });
    const { fetch } = mortal({ fetch: world.fetch });
    const limiter = createLimiter({ clock });
    const client = createClient({
      fetch,
      clock,
      limiter,
      locationId: ACME,
      token: async () => token,
      random: () => 0.5,
    });
    const replica = mortal(await openReplica());
    const events = { emit: (event: AisleEvent) => void (dead || heard.push(event)) };
    const clientFor = async () => ok(client);
    const journal = mortal(await openJournal());
    const saves = createSaves({ clientFor, journal, replica, events, locks, clock });
    const sync = createSync({ clientFor, replica, events, locks, clock });
    return {
      client,
      replica,
      sync,
      saves,
      journal,
      steps: () => steps,
      isDead: () => dead,
      locks,
      events,
      clientFor,
      kill,
      /** A whole sync, from its asking to its end. */
      async refresh(force = true) {
        await sync.refresh(ACME, force);
        await sync.idle();
        return sync.refresh(ACME, false);
      },
    };
  }

  return { world, shop, clock, heard, room, start };
}
export type Home = ReturnType<typeof createHome>;
export type Worker = Awaited<ReturnType<Home['start']>>;

/** The rows of the server, in a form that can be compared. */
export const serverRows = (rows: readonly RawCollection[]): Collection[] =>
  rows.map((row) => readCollection(row)!).sort(byId);

export async function replicaRows(worker: Worker): Promise<Collection[]> {
  const found: Collection[] = [];
  for await (const rows of worker.replica.read(ACME)) found.push(...rows);
  return found.map(({ productCount: _, ...row }) => row).sort(byId);
}

const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : 1);

let made = 0;
/** A collection that somebody else made. */
export function rawCollection(over: Partial<RawCollection> = {}): RawCollection {
  made += 1;
  return {
    _id: `66aa${made.toString(16).padStart(20, '0')}`,
    altId: ACME,
    name: `Theirs ${made}`,
    slug: `theirs-${made}`,
    image: null,
    seo: null,
    createdAt: '2026-06-01T00:00:00.000Z',
    ...over,
  };
}
