import type { BridgeError, MessageName } from '../bridge/contract.ts';
import type { Handlers } from '../bridge/serve.ts';
import { fail, ok, type Result } from '../highlevel/result.ts';
import type { Catalog } from './catalog.ts';
import type { ListProducts } from './lookup/list-products.ts';
import type { LookUp } from './lookup/look-up.ts';
import type { PendingLookups } from './lookup/pending.ts';
import type { Pointer } from './lookup/pointer.ts';
import type { Connect } from './vault/connect.ts';
import type { Vault } from './vault/vault.ts';

/** What the rooms of the catalogue answer: `sync` and `saves`. */
export type CatalogHandlers = Pick<
  Handlers,
  Extract<
    MessageName,
    'product.setCollections' | `catalog.${string}` | `collection.${string}` | `activity.${string}`
  >
>;

/** Who answers what. Only wiring: each line hands a message to the part that knows. */
export function createHandlers(parts: {
  vault: Vault;
  connect: Connect;
  lookUp: LookUp;
  listProducts: ListProducts;
  catalog: Catalog;
  lookups: PendingLookups;
  pointer: Pointer;
  /** Whether the browser lets us see pages of this origin now. */
  mayRead: (origin: string) => Promise<boolean>;
  /** Goes on with what waited for a token. */
  resume: () => Promise<void>;
}): Handlers {
  const { vault, connect, catalog, lookups, pointer } = parts;
  /** A token can be used again: what waited for it goes on behind the answer. */
  async function reopen<Value>(
    answer: Promise<Result<Value, BridgeError>>,
  ): Promise<Result<Value, BridgeError>> {
    const opened = await answer;
    if (opened.ok) void parts.resume();
    return opened;
  }

  return {
    'connection.list': async () => ok(await vault.list()),
    'connection.connect': (request) => reopen(connect.connect(request)),
    'connection.replace': ({ locationId, token }) => reopen(connect.replace(locationId, token)),
    'connection.rename': ({ locationId, label }) => done(vault.rename(locationId, label)),
    async 'connection.forget'({ locationId }) {
      await vault.forget(locationId);
      // Its rows are HighLevel's: without a token they would only grow old here.
      return done(catalog.forget(locationId));
    },

    'vault.state': async () => ok(await vault.state()),
    'vault.unlock': ({ passphrase }) => reopen(vault.unlock(passphrase)),
    'vault.lock': async () => ok(await vault.lock()),
    'vault.lockAfter': async ({ minutes }) => ok(await vault.lockAfter(minutes)),
    'vault.forget': async () => ok(await vault.forgetPassphrase()),
    'vault.change': ({ passphrase, next }) => vault.change(passphrase, next),
    'vault.touch': () => done(vault.touch()),

    ...catalog.handlers,

    'product.lookup': parts.lookUp,
    'product.list': parts.listProducts,
    'lookup.take': async ({ windowId }) => ok(await lookups.take(windowId)),
    async 'pointer.seen'({ seen }, { tabId, origin }) {
      // A script outlives the permission it came with, until its page is left.
      const may = origin !== undefined && (await parts.mayRead(origin));
      if (tabId === undefined || origin === undefined || !may) return fail({ code: 'bad-message' });
      return done(pointer.seen(tabId, origin, seen));
    },
  };
}

async function done(work: Promise<unknown>): Promise<Result<null, BridgeError>> {
  await work;
  return ok(null);
}
