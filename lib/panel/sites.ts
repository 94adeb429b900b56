import { createStore, type StoreApi } from 'zustand/vanilla';
import { isLookAlike } from '../highlevel/addresses.ts';
import type { Memory } from './memory.ts';
import type { Place, TabState } from './tab.ts';

type Origins = { origins?: string[] };
type Changed = {
  addListener(listener: () => void): void;
  removeListener(listener: () => void): void;
};

/** The part of the browser's `permissions` that is needed. */
export type PermissionsApi = {
  getAll(): Promise<Origins>;
  request(wish: Origins): Promise<boolean>;
  remove(wish: Origins): Promise<boolean>;
  onAdded: Changed;
  onRemoved: Changed;
};

export type SitesState = {
  known: boolean;
  /** Hosts a person enabled, one by one. */
  enabled: string[];
  /** Origins asked for at install that the browser has taken back since. Chrome: on click only. Firefox: any time. */
  missing: string[];
  /** Hosts a person enabled and the browser has taken back since. */
  lost: string[];
  /** Hosts for which "Not now" was said; Settings can still enable them. */
  declined: string[];
};

export type SitesStore = StoreApi<SitesState> & {
  /** The origins of the manifest. */
  required: readonly string[];
  start(): () => void;
  /** Must be called in a click, before anything is awaited. Answers whether it was granted. */
  enable(host: string): Promise<boolean>;
  disable(host: string): Promise<boolean>;
  decline(host: string): void;
  /** Misses this host no longer. */
  forget(host: string): void;
  /** Asks for what was taken back. In a click, too. */
  restore(): Promise<boolean>;
};

const originOf = (host: string) => `https://${host}/*`;
const hostOf = (origin: string) => /^https:\/\/([^/*]+)\/\*$/.exec(origin)?.[1];

/** "app.agency.example" from what someone typed or pasted; undefined when it is no web address. */
export function readHost(text: string): string | undefined {
  const trimmed = text.trim();
  try {
    const url = new URL(trimmed.includes('://') ? trimmed : `https://${trimmed}`);
    const fits = /^https?:$/.test(url.protocol) && /^[^.*]+(\.[^.*]+)+$/.test(url.hostname);
    return fits && url.username === '' ? url.host.replace(/:\d+$/, '') : undefined;
  } catch {
    return undefined;
  }
}

/** The host to offer: one that shows a location by a click's leave alone, and for which nobody said "Not now". */
export function offeredHost(
  url: string | undefined,
  place: Place,
  sites: SitesState,
  required: readonly string[],
): string | undefined {
  if (url === undefined || place.locationId === undefined || !sites.known) return undefined;
  // A permission is for every port of a host.
  const { protocol, hostname: host } = new URL(url);
  if (protocol !== 'https:' || isLookAlike(host)) return undefined;
  const known = [sites.enabled, sites.declined, sites.lost].some((hosts) => hosts.includes(host));
  return known || required.includes(originOf(host)) ? undefined : host;
}

/** The dashboard a tab shows a location in, so that links stay on an agency's own domain; undefined elsewhere. */
export function dashboardOrigin(
  { url, place }: Pick<TabState, 'url' | 'place'>,
  locationId: string,
): string | undefined {
  if (url === undefined || place.locationId !== locationId) return undefined;
  const { protocol, hostname, origin } = new URL(url);
  return protocol === 'https:' && !isLookAlike(hostname) ? origin : undefined;
}

/** Where Aisle may read addresses. `required` are the origins of the manifest. */
export function createSites(parts: {
  permissions: PermissionsApi;
  required: readonly string[];
  memory: Memory;
}): SitesStore {
  const { permissions, required, memory } = parts;
  const store = createStore<SitesState>(() => ({
    known: false,
    enabled: [],
    missing: [],
    lost: [],
    declined: memory.read().declined,
  }));

  async function load() {
    const origins = (await permissions.getAll()).origins ?? [];
    const enabled = origins
      .filter((origin) => !required.includes(origin))
      .flatMap((origin) => hostOf(origin) ?? []);
    const lost = memory.read().sites.filter((host) => !enabled.includes(host));
    memory.write({ sites: [...enabled, ...lost] });
    store.setState({
      known: true,
      enabled: enabled.sort(),
      lost,
      missing: required.filter((origin) => !origins.includes(origin)),
    });
  }
  const told = () => void load();
  const unlearn = (host: string) =>
    memory.write({ sites: memory.read().sites.filter((other) => other !== host) });

  return Object.assign(store, {
    required,
    start() {
      permissions.onAdded.addListener(told);
      permissions.onRemoved.addListener(told);
      told();
      return () => {
        permissions.onAdded.removeListener(told);
        permissions.onRemoved.removeListener(told);
      };
    },
    enable: (host: string) => permissions.request({ origins: [originOf(host)] }).catch(() => false),
    disable(host: string) {
      // Every page hears of it: none of them may miss what was given back on purpose.
      unlearn(host);
      return permissions.remove({ origins: [originOf(host)] }).catch(() => false);
    },
    forget(host: string) {
      unlearn(host);
      told();
    },
    decline(host: string) {
      const declined = [...store.getState().declined, host];
      memory.write({ declined });
      store.setState({ declined });
    },
    restore: () => permissions.request({ origins: [...store.getState().missing] }).catch(() => false),
  });
}
