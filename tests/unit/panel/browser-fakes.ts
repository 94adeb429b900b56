import type { Place, TabsApi } from '../../../lib/panel/tab.ts';

type Tab = { id: number; windowId: number; active: boolean; url?: string | undefined };

/** "https://app…/location/<id>/…" as the tests need it read. */
export const readPlace = (url: string): Place => {
  const locationId = /\/location\/(\w+)/.exec(url)?.[1];
  return locationId === undefined ? {} : { locationId };
};

export const at = (locationId: string) => `https://app.gohighlevel.com/v2/location/${locationId}/dashboard`;

function listeners<Listener>() {
  const all = new Set<Listener>();
  return {
    all,
    addListener: (listener: Listener) => void all.add(listener),
    removeListener: (listener: Listener) => void all.delete(listener),
  };
}

/** A browser with one or more windows of one tab each, as its events and answers show it. */
export function fakeBrowser(options: { own?: number; urls?: Record<number, string | undefined> } = {}) {
  const own = options.own ?? 1;
  const tabs = new Map<number, Tab>();
  const add = (id: number, windowId: number, url?: string) =>
    tabs.set(id, { id, windowId, active: true, url });
  for (const [windowId, url] of Object.entries(options.urls ?? { 1: undefined }))
    add(Number(windowId) * 10, Number(windowId), url);
  const activated = listeners<(info: { tabId: number; windowId: number }) => void>();
  const updated = listeners<(tabId: number, change: { url?: string | undefined }, tab: Tab) => void>();
  let gate: Promise<void> = Promise.resolve();
  const api: TabsApi = {
    get: async (id) => {
      const { promise: held } = { promise: gate };
      const tab = { ...tabs.get(id)! };
      await held;
      return tab;
    },
    query: async () => [...tabs.values()].filter((tab) => tab.windowId === own && tab.active),
    onActivated: activated,
    onUpdated: updated,
  };
  const windows = {
    getAll: async () =>
      [...new Set([...tabs.values()].map(({ windowId }) => windowId))].map((id) => ({ id })),
  };
  return {
    tabs: api,
    windows,
    listening: () => activated.all.size + updated.all.size,
    /** Answers of `tabs.get` from here on wait for this. */
    hold(promise: Promise<void>) {
      gate = promise;
    },
    /** Another tab comes to the front. */
    activate(id: number, windowId: number, url?: string) {
      add(id, windowId, url);
      for (const hear of activated.all) hear({ tabId: id, windowId });
    },
    /** The tab goes somewhere else; Firefox does not always say where. */
    navigate(id: number, url: string | undefined, says: { url?: boolean; active?: boolean } = {}) {
      const tab = { ...tabs.get(id)!, url, active: says.active ?? true };
      tabs.set(id, tab);
      for (const hear of updated.all) hear(id, says.url === false ? {} : { url }, tab);
    },
  };
}
