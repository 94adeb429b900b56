import type { Events } from '../bridge/events.ts';
import type { Replica } from '../catalog/replica.ts';
import type { Clock } from '../highlevel/clock.ts';
import { ok } from '../highlevel/result.ts';
import type { Clients } from './clients.ts';
import type { CatalogHandlers } from './handlers.ts';
import type { KeepAlive } from './keep-alive.ts';
import type { Journal } from './saves/journal.ts';
import { createSaves, type Saves } from './saves/saves.ts';
import { createSync, type Sync } from './sync/sync.ts';

type Rooms = { sync: Sync; saves: Saves };

/** The catalogue's rooms: what is on the device, and what is being written. Opened by whoever asks first. */
export function createCatalog(parts: {
  openReplica: () => Promise<Replica>;
  openJournal: () => Promise<Journal>;
  clientFor: Clients['clientFor'];
  events: Events;
  locks: Pick<LockManager, 'request'>;
  clock: Clock;
  keepAlive: KeepAlive;
}) {
  const { clientFor, events, locks, clock, keepAlive } = parts;
  let opened: Promise<Rooms> | undefined;

  async function open(): Promise<Rooms> {
    const [replica, journal] = await Promise.all([parts.openReplica(), parts.openJournal()]);
    const shared = { clientFor, replica, events, locks, clock };
    return { sync: createSync(shared), saves: createSaves({ ...shared, journal }) };
  }
  function rooms(): Promise<Rooms> {
    // What could not be opened is tried again by whoever asks next.
    opened ??= open().catch((failure) => {
      opened = undefined;
      throw failure;
    });
    return opened;
  }
  /** Answers, and keeps the worker alive for what goes on behind the answer. */
  async function ask<Value>(work: (rooms: Rooms) => Promise<Value>): Promise<Value> {
    const known = await rooms();
    const answer = await work(known);
    void keepAlive.during(() => idle(known));
    return answer;
  }
  const idle = async ({ sync, saves }: Rooms) => void (await Promise.all([sync.idle(), saves.idle()]));

  const handlers: CatalogHandlers = {
    'catalog.refresh': ({ locationId, force }) =>
      ask(async ({ sync }) => ok(await sync.refresh(locationId, force))),
    'catalog.find': ({ locationId, name }) => ask(({ sync }) => sync.find(locationId, name)),
    'collection.save': (request) => ask(({ saves }) => saves.save(request)),
    'collection.create': (request) => ask(({ saves }) => saves.create(request)),
    'collection.delete': (request) => ask(({ saves }) => saves.remove(request)),
    'product.setCollections': (request) => ask(({ saves }) => saves.setCollections(request)),
    'activity.list': (request) => ask(({ saves }) => saves.list(request)),
    'activity.undo': (request) => ask(({ saves }) => saves.undo(request)),
    'activity.check': (request) => ask(({ saves }) => saves.check(request)),
    'activity.clear': (request) => ask(({ saves }) => saves.clear(request)),
  };

  return {
    handlers,
    /** Goes on with what a death, a locked vault or a dead token interrupted. Ends when all of it has ended. */
    async resume(): Promise<void> {
      const { sync, saves } = await rooms();
      await Promise.all([sync.resume().then(sync.idle), saves.settle()]);
    },
    forget: async (locationId: string) => (await rooms()).sync.forget(locationId),
  };
}
export type Catalog = ReturnType<typeof createCatalog>;
