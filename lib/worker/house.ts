import type { Events } from '../bridge/events.ts';
import type { Clock } from '../highlevel/clock.ts';
import type { Alarms, Area, Locks } from './areas.ts';
import { createClients } from './clients.ts';
import { type CatalogHandlers, createHandlers } from './handlers.ts';
import { createKeepAlive, RESUME_ALARM } from './keep-alive.ts';
import { createPending } from './lookup/pending.ts';
import { createPointer } from './lookup/pointer.ts';
import { createConnect } from './vault/connect.ts';
import { openVaultStore } from './vault/store.ts';
import { LOCK_ALARM } from './vault/unlocked.ts';
import { createVault } from './vault/vault.ts';

/** What the worker is built from. Everything that outlives it comes in here. */
export type Means = {
  fetch: typeof fetch;
  clock: Clock;
  crypto: Crypto;
  locks: Locks;
  events: Events;
  session: Area;
  alarms: Alarms;
  /** Any cheap extension call. */
  ping: () => Promise<unknown>;
  online: () => boolean;
};

/** Builds the worker's rooms. Opens nothing and asks nobody: that waits for the first message. */
export function createHouse(means: Means, catalog: CatalogHandlers) {
  const { clock, crypto, locks, events, session, alarms } = means;
  const vault = createVault({ openStore: openVaultStore, session, alarms, locks, crypto, clock, events });
  const keepAlive = createKeepAlive({ ping: means.ping, alarms, clock });
  const clients = createClients({
    vault,
    fetch: means.fetch,
    clock,
    session,
    keepAlive,
    online: means.online,
  });
  const connect = createConnect({ vault, clientWith: clients.clientWith, clock });
  const lookups = createPending({ session, locks, clock, events });
  const pointer = createPointer(session);
  const handlers = createHandlers({ vault, connect, clients, catalog, lookups, pointer });
  const alarm = async ({ name }: { name: string }) => {
    if (name === LOCK_ALARM) await vault.idle();
    if (name === RESUME_ALARM) await Promise.resolve();
  };
  return { handlers, keepAlive, lookups, pointer, alarm };
}
