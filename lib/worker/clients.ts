import type { BridgeError } from '../bridge/contract.ts';
import { type Client, createClient } from '../highlevel/client.ts';
import type { Clock } from '../highlevel/clock.ts';
import type { HighLevelError, Scope } from '../highlevel/errors.ts';
import { createLimiter, type Limiter } from '../highlevel/rate-limit.ts';
import { fail, ok, type Result } from '../highlevel/result.ts';
import type { Area } from './areas.ts';
import type { KeepAlive } from './keep-alive.ts';
import { withoutToken } from './vault/redact.ts';
import type { Token } from './vault/tokens.ts';
import type { Vault } from './vault/vault.ts';

const SCOPE = {
  seeCollections: 'products/collection.readonly',
  writeCollections: 'products/collection.write',
  seeProducts: 'products.readonly',
  writeProducts: 'products.write',
} as const satisfies Record<string, Scope>;

/** Clients for locations: with the token that is kept now, under one limiter per location. */
export function createClients(parts: {
  vault: Pick<Vault, 'token' | 'seen'>;
  fetch: typeof fetch;
  clock: Clock;
  session: Area;
  keepAlive: KeepAlive;
  online: () => boolean;
}) {
  const { vault, clock, session } = parts;
  const limiters = new Map<string, Limiter>();

  function limiterFor(locationId: string): Limiter {
    const known = limiters.get(locationId);
    if (known) return known;
    const spot = `limiter.${locationId}`;
    const memory = {
      load: async () => (await session.get(spot))[spot],
      save: (state: unknown) => session.set({ [spot]: state }),
    };
    const limiter = createLimiter({ clock, memory });
    limiters.set(locationId, limiter);
    return limiter;
  }

  function clientOf(locationId: string, token: () => Promise<string | undefined>): Client {
    const { fetch, online } = parts;
    return createClient({ fetch, clock, online, token, locationId, limiter: limiterFor(locationId) });
  }

  /** Each call asks the vault for the token, and tells it what the answer taught about exactly that one. */
  function watched(
    locationId: string,
    read: (locationId: string) => Promise<Result<Token, BridgeError>>,
  ): Client {
    async function ask<Value>(
      scope: Scope | undefined,
      call: (client: Client) => Promise<Result<Value, HighLevelError>>,
      proves: (value: Value) => boolean,
    ): Promise<Result<Value, HighLevelError>> {
      let used: Token | undefined;
      const client = clientOf(locationId, async () => {
        const token = await read(locationId);
        used = token.ok ? token.value : undefined;
        return used?.token;
      });
      const answer = await parts.keepAlive.during(() => call(client));
      if (!used) return answer;
      await vault
        .seen(locationId, {
          tokenId: used.tokenId,
          answer: answer.ok ? 'ok' : answer.error.code,
          proven: answer.ok && proves(answer.value),
          ...(scope && { scope }),
        })
        // Taking notes must not spoil the answer.
        .catch(() => undefined);
      return answer.ok ? answer : fail(withoutToken(answer.error, used.token));
    }

    const always = () => true;
    const never = () => false;
    const some = ({ rows }: { rows: unknown[] }) => rows.length > 0;
    const { seeCollections, writeCollections, seeProducts, writeProducts } = SCOPE;
    return {
      listCollections: (...args) => ask(seeCollections, (client) => client.listCollections(...args), some),
      getCollection: (...args) => ask(seeCollections, (client) => client.getCollection(...args), always),
      createCollection: (...args) =>
        ask(writeCollections, (client) => client.createCollection(...args), never),
      updateCollection: (...args) =>
        ask(writeCollections, (client) => client.updateCollection(...args), never),
      deleteCollection: (...args) =>
        ask(writeCollections, (client) => client.deleteCollection(...args), never),
      getProduct: (...args) => ask(seeProducts, (client) => client.getProduct(...args), always),
      listProducts: (...args) => ask(seeProducts, (client) => client.listProducts(...args), some),
      updateProduct: (...args) => ask(writeProducts, (client) => client.updateProduct(...args), never),
      getLocation: (...args) => ask(undefined, (client) => client.getLocation(...args), always),
    };
  }

  return {
    /** A client with a token that is not kept yet. */
    clientWith: (locationId: string, token: string): Client =>
      watched(locationId, async () => ok({ tokenId: '', token })),

    /** `not-connected`, `locked` or `token-expired` before anything is sent. */
    async clientFor(locationId: string): Promise<Result<Client, BridgeError>> {
      const token = await vault.token(locationId);
      return token.ok ? ok(watched(locationId, vault.token)) : token;
    },
  };
}
export type Clients = ReturnType<typeof createClients>;
