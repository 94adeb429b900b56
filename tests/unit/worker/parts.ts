import 'fake-indexeddb/auto';
import type { AisleEvent, Events } from '../../../lib/bridge/events.ts';
import type { Alarms, Area, Locks } from '../../../lib/worker/areas.ts';
import { createClients } from '../../../lib/worker/clients.ts';
import { createKeepAlive } from '../../../lib/worker/keep-alive.ts';
import { createConnect } from '../../../lib/worker/vault/connect.ts';
import { createVaultStore } from '../../../lib/worker/vault/store.ts';
import { createVault } from '../../../lib/worker/vault/vault.ts';
import type { VirtualClock } from '../../world/virtual-clock.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';

/** A storage area as browsers have it: values go in and come out as copies. */
export function createArea(): Area & { items: Map<string, unknown> } {
  const items = new Map<string, unknown>();
  return {
    items,
    get: async (key) => (items.has(key) ? { [key]: structuredClone(items.get(key)) } : {}),
    async set(given) {
      // JSON, because that is what Chrome keeps: a key or bytes would come back as {}.
      for (const [key, value] of Object.entries(given)) items.set(key, JSON.parse(JSON.stringify(value)));
    },
    async remove(key) {
      items.delete(key);
    },
  };
}

export function createAlarms(): Alarms & { set: Map<string, number> } {
  const set = new Map<string, number>();
  return {
    set,
    async create(name, { when }) {
      set.set(name, when);
    },
    clear: async (name) => set.delete(name),
  };
}

/** One at a time per name, first come first served. */
export function createLocks(): Locks {
  const last = new Map<string, Promise<unknown>>();
  return {
    request(name, work) {
      const mine = (last.get(name) ?? Promise.resolve()).then(work);
      last.set(
        name,
        mine.catch(() => undefined),
      );
      return mine;
    },
  };
}

export function createEars(): Events & { heard: AisleEvent[] } {
  const heard: AisleEvent[] = [];
  return { heard, emit: (event) => void heard.push(event), on: () => () => undefined };
}

/**
 * The browser's crypto, with PBKDF2 a thousand times quicker. How many rounds were asked for is written down; that
 * the real number of rounds is quick enough is measured in real browsers.
 */
export function createQuickCrypto(): Crypto & { rounds: number[] } {
  const rounds: number[] = [];
  const subtle = new Proxy(crypto.subtle, {
    get(target, name: keyof SubtleCrypto) {
      if (name !== 'deriveBits') return target[name].bind(target);
      return (algorithm: Pbkdf2Params, key: CryptoKey, length: number) => {
        rounds.push(algorithm.iterations);
        return target.deriveBits({ ...algorithm, iterations: algorithm.iterations / 1000 }, key, length);
      };
    },
  });
  return {
    rounds,
    subtle,
    getRandomValues: (array) => crypto.getRandomValues(array),
    randomUUID: () => crypto.randomUUID(),
  };
}

let opened = 0;

/** What outlives a worker: disk, memory of the browser, alarms, the world. `start` is a worker's life. */
export function createBrowser(clock: VirtualClock = createVirtualClock()) {
  opened += 1;
  const database = `vault-${opened}`;
  const world = createWorld({ clock });
  const session = createArea();
  const alarms = createAlarms();
  const locks = createLocks();
  const events = createEars();
  const quick = createQuickCrypto();

  function start() {
    const vault = createVault({
      store: createVaultStore(database),
      session,
      alarms,
      locks,
      crypto: quick,
      clock,
      events,
    });
    const keepAlive = createKeepAlive({ ping: async () => undefined, alarms, clock });
    const clients = createClients({
      vault,
      fetch: world.fetch,
      clock,
      session,
      keepAlive,
      online: () => true,
    });
    const connect = createConnect({ vault, clientWith: clients.clientWith, clock });
    return { vault, clients, connect };
  }
  /** The browser was closed and opened again. */
  function restart() {
    session.items.clear();
    return start();
  }
  return { world, session, alarms, locks, events, clock, quick, database, start, restart };
}
