import { createStore, type StoreApi } from 'zustand/vanilla';

/** Where an address is in HighLevel; empty when it is in none. The shape of `readAddress` in lib/highlevel. */
export type Place = {
  locationId?: string | undefined;
  productId?: string | undefined;
  collectionId?: string | undefined;
};

export type TabInfo = {
  id?: number | undefined;
  windowId: number;
  active: boolean;
  url?: string | undefined;
};
type Listeners<Listener> = {
  addListener(listener: Listener): void;
  removeListener(listener: Listener): void;
};

/** The part of the browser's `tabs` that is needed. */
export type TabsApi = {
  get(tabId: number): Promise<TabInfo>;
  query(query: { active: true; currentWindow: true }): Promise<TabInfo[]>;
  onActivated: Listeners<(info: { tabId: number; windowId: number }) => void>;
  onUpdated: Listeners<(tabId: number, change: { url?: string | undefined }, tab: TabInfo) => void>;
};
export type TabState = {
  /** The window this panel belongs to; absent until the browser has said it. */
  windowId: number | undefined;
  /** True once the browser has said which tab is active. */
  looked: boolean;
  /** The active tab's address; absent where the browser does not let us know it. */
  url: string | undefined;
  place: Place;
};

export type TabStore = StoreApi<TabState> & {
  /** Begins to follow the active tab of the panel's own window; answers the function that stops. */
  start(): () => void;
  /** Asks again: after a click that let us see an address we could not see before. */
  look(): Promise<void>;
};

/** Follows the active tab of the window the panel is in, told by the browser's events. */
export function createTabStore(parts: {
  tabs: TabsApi;
  readAddress: (url: string) => Place;
  /** The active tab, where it was asked for before anybody listened: it is shown first, and whoever starts looks again. */
  asked?: Promise<TabInfo[]> | undefined;
}): TabStore {
  const { tabs, readAddress } = parts;
  const store = createStore<TabState>(() => ({
    windowId: undefined,
    looked: false,
    url: undefined,
    place: {},
  }));
  let asked = 0;

  const show = (url: string | undefined) => {
    const state = store.getState();
    if (state.looked && state.url === url) return;
    store.setState({ looked: true, url, place: url === undefined ? {} : readAddress(url) });
  };

  /** The newest question wins: tabs can be switched faster than the browser answers. */
  async function ask(question: () => Promise<TabInfo | undefined>) {
    asked += 1;
    const mine = asked;
    const tab = await question().catch(() => undefined);
    if (mine === asked) show(tab?.url);
  }

  const active = () => tabs.query({ active: true, currentWindow: true });
  async function look(question = active()) {
    await ask(async () => {
      const [tab] = await question;
      if (tab !== undefined && store.getState().windowId !== tab.windowId)
        store.setState({ windowId: tab.windowId });
      return tab;
    });
  }

  const activated = (info: { tabId: number; windowId: number }) => {
    if (info.windowId === store.getState().windowId) void ask(() => tabs.get(info.tabId));
  };

  const updated = (tabId: number, change: { url?: string | undefined }, tab: TabInfo) => {
    if (!tab.active || tab.windowId !== store.getState().windowId) return;
    // Chrome sends the new address along; Firefox may not, and `tabs.get` then has it.
    if (change.url === undefined) void ask(() => tabs.get(tabId));
    else {
      asked += 1;
      show(change.url);
    }
  };

  return Object.assign(store, {
    look: () => look(),
    start() {
      tabs.onActivated.addListener(activated);
      tabs.onUpdated.addListener(updated);
      void look(parts.asked);
      return () => {
        tabs.onActivated.removeListener(activated);
        tabs.onUpdated.removeListener(updated);
      };
    },
  });
}
