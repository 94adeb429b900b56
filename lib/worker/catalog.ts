import type { Events } from '../bridge/events.ts';
import type { Replica } from '../catalog/replica.ts';
import type { Clock } from '../highlevel/clock.ts';
import { fail, ok } from '../highlevel/result.ts';
import type { Clients } from './clients.ts';
import type { CatalogHandlers } from './handlers.ts';
import type { KeepAlive } from './keep-alive.ts';
import { createSync } from './sync/sync.ts';

/** The catalogue's rooms: what is on the device, and what is being written. Opened by whoever asks first. */
export function createCatalog(parts: {
  openReplica: () => Promise<Replica>;
  clientFor: Clients['clientFor'];
  events: Events;
  locks: Pick<LockManager, 'request'>;
  clock: Clock;
  keepAlive: KeepAlive;
}) {
  const { clientFor, events, locks, clock, keepAlive } = parts;
  let opened: Promise<{ sync: ReturnType<typeof createSync> }> | undefined;

  async function open() {
    const replica = await parts.openReplica();
    return { sync: createSync({ clientFor, replica, events, locks, clock }) };
  }
  function rooms() {
    // What could not be opened is tried again by whoever asks next.
    opened ??= open().catch((failure) => {
      opened = undefined;
      throw failure;
    });
    return opened;
  }
  /** A sync goes on behind the answer: the worker lives until it is done. */
  const outlive = (idle: () => Promise<void>) => void keepAlive.during(idle);
  const later = async () => fail({ code: 'no-worker' as const });

  const handlers: CatalogHandlers = {
    async 'catalog.refresh'({ locationId, force }) {
      const { sync } = await rooms();
      const state = await sync.refresh(locationId, force);
      outlive(sync.idle);
      return ok(state);
    },
    'catalog.find': async ({ locationId, name }) => (await rooms()).sync.find(locationId, name),
    'collection.save': later,
    'collection.create': later,
    'collection.delete': later,
    'activity.list': later,
    'activity.undo': later,
    'activity.check': later,
    'activity.clear': later,
  };

  return {
    handlers,
    /** Goes on with what a death interrupted. */
    async resume(): Promise<void> {
      const { sync } = await rooms();
      await sync.resume();
      await sync.idle();
    },
    forget: async (locationId: string) => (await rooms()).sync.forget(locationId),
  };
}
export type Catalog = ReturnType<typeof createCatalog>;
