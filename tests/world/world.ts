import { type Clock, systemClock } from '../../lib/highlevel/clock.ts';
import { createApi } from './api/api.ts';
import { createApiHost } from './api-host.ts';
import { createFaults } from './faults.ts';
import { createFetch } from './fetch.ts';
import { createHistory } from './history.ts';
import { isKnownHost } from './hosts.ts';
import { DEFAULT_QUIRKS } from './quirks.ts';
import { createRandom } from './random.ts';
import { createRateLimit } from './rate-limit.ts';
import { type Sizes, seedShops } from './seed/shops.ts';
import { createSites } from './sites/sites.ts';
import { createTokens } from './tokens.ts';
import {
  API_HOST,
  type Asked,
  type Logged,
  type Outcome,
  type Quirks,
  type Visit,
  type World,
} from './types.ts';

export type WorldOptions = {
  /** The same seed gives the same shops, ids and tokens. */
  seed?: string | number;
  clock?: Clock;
  quirks?: Partial<Quirks>;
  /** Collections per location; products follow. */
  sizes?: Sizes;
};

/** The simulated internet: HighLevel's API, its dashboard, a storefront, a chat. Nothing of it touches a network. */
export function createWorld(options: WorldOptions = {}): World {
  const { seed = 'aisle', clock = systemClock, sizes = {} } = options;
  const random = createRandom(`${seed}/live`);
  const quirks = { ...DEFAULT_QUIRKS, ...options.quirks };
  const shops = seedShops(String(seed), sizes);
  const limits = { max: 100, interval: 10_000, daily: 200_000 };
  const tokens = createTokens(clock, random);
  const history = createHistory(clock);
  const rateLimit = createRateLimit(clock, limits, quirks);
  const faults = createFaults();
  const log: Logged[] = [];
  const visits: Visit[] = [];
  // A Mongo id begins with the seconds of its birth.
  const newId = () =>
    `${Math.floor(clock.now() / 1000)
      .toString(16)
      .padStart(8, '0')}${random.hex(16)}`;
  const api = createApi({ shops, quirks, clock, tokens, rateLimit, history, newId });
  const pages = new Map<string, string>();
  const sites = createSites({ shops, pages, issueToken: tokens.issue });

  const handle = async (asked: Asked): Promise<Outcome> => {
    if (asked.host === API_HOST) return apiHost(asked);
    if (!isKnownHost(asked.host)) return { kind: 'reset' };
    visits.push({
      at: clock.now(),
      method: asked.method,
      host: asked.host,
      path: asked.path,
      search: asked.query.toString(),
      headers: Object.fromEntries(asked.headers),
      body: asked.body,
    });
    return { kind: 'answer', answer: sites(asked) };
  };

  const world: World = {
    shops,
    quirks,
    log,
    visits,
    pages,
    clock,
    latency: 0,
    limits,
    issueToken: tokens.issue,
    revokeToken: tokens.revoke,
    fault: faults.add,
    clearFaults: faults.clear,
    fetch: createFetch(handle),
    handle,
  };
  const apiHost = createApiHost({ api, clock, faults, log, latency: () => world.latency });
  return world;
}
