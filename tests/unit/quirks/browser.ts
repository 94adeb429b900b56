import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { createCall } from '../../../lib/bridge/call.ts';
import { createServer } from '../../../lib/bridge/serve.ts';
import { openReplica } from '../../../lib/catalog/replica.ts';
import type { Fields } from '../../../lib/drafts/fields.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { readCollection } from '../../../lib/highlevel/parse-collection.ts';
import { createHouse } from '../../../lib/worker/house.ts';
import { LOCATIONS, type Quirks } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';
import { createAlarms, createArea, createEars, createQuickCrypto } from '../worker/parts.ts';
import { createLockRoom } from '../worker/sync/locks.ts';

export const ACME = LOCATIONS.acme;
const BASE = 'chrome-extension://aisle/';
const PANEL = { id: 'aisle', origin: 'chrome-extension://aisle', url: `${BASE}sidepanel.html` };

/** The whole worker in the world, spoken to as the panel does; and what the server has, to hold its words against. */
export async function openBrowser(quirks: Partial<Quirks>) {
  globalThis.indexedDB = new IDBFactory();
  const clock = createVirtualClock();
  const world = createWorld({ clock, quirks, sizes: { acme: 23, globex: 3 } });
  const events = createEars();
  const house = createHouse({
    fetch: world.fetch,
    clock,
    crypto: createQuickCrypto(),
    locks: createLockRoom().worker().locks,
    events,
    session: createArea(),
    alarms: createAlarms(),
    ping: async () => undefined,
    online: () => true,
    mayRead: async () => true,
  });
  const listen = createServer({ ...house, self: { id: 'aisle', base: BASE } });
  const call = createCall((message) => new Promise((resolve) => listen(message, PANEL, resolve)));
  const replica = await openReplica();
  const shop = world.shops.get(ACME)!;

  const rowOf = (raw: (typeof shop.collections)[number]) => {
    const { createdAt: _, productCount: __, ...row } = readCollection(raw)!;
    return row;
  };
  return {
    clock,
    world,
    shop,
    call,
    async sync() {
      await call('catalog.refresh', { locationId: ACME, force: true });
      for (;;) {
        const last = events.heard.findLast((event) => event.type === 'sync');
        if (last && !last.state.running) return last.state;
        await clock.sleep(500);
      }
    },
    onServer(id: string): Fields | undefined {
      const raw = shop.collections.find(({ _id }) => _id === id);
      return raw && fieldsOf(rowOf(raw));
    },
    serverRows: () => shop.collections.map(rowOf).sort((a, b) => (a.id < b.id ? -1 : 1)),
    async deviceRows() {
      const found = [];
      for await (const rows of replica.read(ACME)) found.push(...rows);
      return found
        .map(({ createdAt: _, productCount: __, ...row }) => row)
        .sort((a, b) => (a.id < b.id ? -1 : 1));
    },
  };
}
export type Browser = Awaited<ReturnType<typeof openBrowser>>;
