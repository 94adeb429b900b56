import type { Events } from '../bridge/events.ts';
import { openReplica } from '../catalog/replica.ts';
import type { Clock } from '../highlevel/clock.ts';
import type { Alarms, Area } from './areas.ts';
import { createCatalog } from './catalog.ts';
import { createClients } from './clients.ts';
import { createHandlers } from './handlers.ts';
import { createKeepAlive, RESUME_ALARM } from './keep-alive.ts';
import { createListProducts } from './lookup/list-products.ts';
import { createLookUp } from './lookup/look-up.ts';
import { createPending } from './lookup/pending.ts';
import { createPointer } from './lookup/pointer.ts';
import { openJournal } from './saves/journal.ts';
import { createConnect } from './vault/connect.ts';
import { createVaultStore } from './vault/store.ts';
import { LOCK_ALARM } from './vault/unlocked.ts';
import { createVault } from './vault/vault.ts';

/** What the worker is built from. Everything that outlives it comes in here. */
export type Means = {
  fetch: typeof fetch;
  clock: Clock;
  crypto: Crypto;
  locks: Pick<LockManager, 'request'>;
  events: Events;
  session: Area;
  alarms: Alarms;
  /** Any cheap extension call. */
  ping: () => Promise<unknown>;
  online: () => boolean;
  /** Whether the browser lets us see pages of this origin now. */
  mayRead: (origin: string) => Promise<boolean>;
};

/** Builds the worker's rooms. Opens nothing and asks nobody: that waits for whoever needs it. */
export function createHouse(means: Means) {
  const { fetch, clock, crypto, locks, events, session, alarms, online } = means;
  const keepAlive = createKeepAlive({ ping: means.ping, alarms, clock });
  const vault = createVault({ store: createVaultStore(), session, alarms, locks, crypto, clock, events });
  const clients = createClients({ vault, fetch, clock, session, keepAlive, online });
  const { clientFor, clientWith } = clients;
  const catalog = createCatalog({ openReplica, openJournal, clientFor, events, locks, clock, keepAlive });
  const lookups = createPending({ session, locks, clock, events });
  const pointer = createPointer(session);
  const resume = () => keepAlive.during(catalog.resume);
  const handlers = createHandlers({
    vault,
    connect: createConnect({ vault, clientWith, clock }),
    lookUp: createLookUp({ clientFor, vault }),
    listProducts: createListProducts(clientFor),
    catalog,
    lookups,
    pointer,
    resume,
    mayRead: means.mayRead,
  });

  return {
    handlers,
    during: keepAlive.during,
    lookups,
    pointer,
    resume,
    async alarm({ name }: { name: string }): Promise<void> {
      if (name === LOCK_ALARM) await vault.idle();
      if (name === RESUME_ALARM) await resume();
    },
  };
}
