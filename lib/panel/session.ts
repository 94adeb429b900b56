import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Memory } from './memory.ts';
import type { TabStore } from './tab.ts';

/** What keeps the panel where it is. */
export type Follows = 'tab' | 'pin' | 'draft' | 'chosen';

export type Standing = {
  /** The location the panel shows. */
  locationId: string | undefined;
  follows: Follows;
  /** The location the tab shows while the panel stays somewhere else. */
  elsewhere: string | undefined;
};

export type Wishes = {
  /** The tab's location. */
  tab: string | undefined;
  pinned: string | undefined;
  /** Where changes are open that are not saved. */
  drafting: string | undefined;
  /** Picked by hand while the tab shows none. */
  chosen: string | undefined;
};

/** Which location to show: the pin, then unsaved changes, then the tab, then what was picked by hand. */
export function standing({ tab, pinned, drafting, chosen }: Wishes): Standing {
  const stay = (locationId: string, follows: Follows) => ({
    locationId,
    follows,
    elsewhere: tab === locationId ? undefined : tab,
  });
  if (pinned !== undefined) return stay(pinned, 'pin');
  if (drafting !== undefined && drafting !== tab) return stay(drafting, 'draft');
  if (tab !== undefined) return stay(tab, 'tab');
  if (chosen !== undefined) return stay(chosen, 'chosen');
  return { locationId: undefined, follows: 'tab', elsewhere: undefined };
}

export type SessionState = Standing & {
  /** False until the window's tab and its pin are known. */
  ready: boolean;
  lastUsed: string | undefined;
  /** The location whose unsaved changes are open. */
  drafting: string | undefined;
};

export type SessionStore = StoreApi<SessionState> & {
  start(): () => void;
  pin(): void;
  unpin(): void;
  /** Shows this location until the tab shows another one. */
  choose(locationId: string): void;
  /** Leaves the open changes where they are (on the device) and follows the tab. */
  follow(): void;
  /** Told by an editor: the location whose unsaved changes are open, or undefined when there are none. */
  editing(locationId: string | undefined): void;
  /** No editor is open any more. */
  left(): void;
  /** A location was really worked in: it is offered when a tab shows none. */
  used(locationId: string): void;
};

/** Which location this window's panel shows, and why. */
export function createSession(parts: {
  tab: TabStore;
  memory: Memory;
  /** Ids of the browser's open windows. */
  openWindows: () => Promise<number[]>;
  /** Whether an editor is open. */
  inEditor: () => boolean;
}): SessionStore {
  const { tab, memory } = parts;
  let recalled = false;
  /** The changes are saved, but the editor that says so is still in front of someone: it is not taken away. */
  let lingers = false;
  let wishes: Wishes = { tab: undefined, pinned: undefined, drafting: undefined, chosen: undefined };
  const store = createStore<SessionState>(() => ({
    ...standing(wishes),
    ready: false,
    lastUsed: memory.read().lastUsed,
    drafting: undefined,
  }));

  const wish = (change: Partial<Wishes>) => {
    wishes = { ...wishes, ...change };
    const ready = recalled && tab.getState().looked;
    store.setState({ ...standing(wishes), ready, drafting: lingers ? undefined : wishes.drafting });
  };

  const rest = () => {
    lingers = false;
    wish({ drafting: undefined, chosen: undefined });
  };

  const rememberPin = (locationId: string | undefined) => {
    const { windowId } = tab.getState();
    const pins = { ...memory.read().pins };
    if (windowId !== undefined) pins[windowId] = locationId ?? null;
    memory.write({ pins, lastPin: locationId });
  };

  /** This window's pin; after a restart, when no window is known any more, the last one. */
  async function recallPin(windowId: number): Promise<string | undefined> {
    const { pins, lastPin } = memory.read();
    const own = pins[windowId];
    if (own !== undefined) return own ?? undefined;
    // Nothing to compare: one question less before the first picture.
    if (Object.keys(pins).length === 0) return lastPin;
    const open = new Set((await parts.openWindows()).map(String));
    const alive = Object.entries(pins).filter(([id]) => open.has(id));
    if (alive.length !== Object.keys(pins).length) memory.write({ pins: Object.fromEntries(alive) });
    return alive.length === 0 ? lastPin : undefined;
  }

  let begun = false;
  async function begin(windowId: number) {
    begun = true;
    const pinned = await recallPin(windowId).catch(() => undefined);
    recalled = true;
    wish({ pinned });
  }

  const onTab = () => {
    const { windowId, place } = tab.getState();
    if (windowId !== undefined && !begun) void begin(windowId);
    const moved = place.locationId !== undefined && place.locationId !== wishes.tab;
    wish({ tab: place.locationId, ...(moved && { chosen: undefined }) });
  };

  return Object.assign(store, {
    start() {
      const stop = tab.subscribe(onTab);
      onTab();
      return stop;
    },
    pin() {
      const { locationId } = store.getState();
      rememberPin(locationId);
      wish({ pinned: locationId });
    },
    unpin() {
      rememberPin(undefined);
      wish({ pinned: undefined });
    },
    choose: (locationId: string) => wish({ chosen: locationId }),
    follow: rest,
    editing(locationId: string | undefined) {
      lingers = locationId === undefined && store.getState().follows === 'draft' && parts.inEditor();
      wish(lingers ? {} : { drafting: locationId });
    },
    left() {
      if (lingers) rest();
    },
    used(locationId: string) {
      if (store.getState().lastUsed === locationId) return;
      memory.write({ lastUsed: locationId });
      store.setState({ lastUsed: locationId });
    },
  });
}
