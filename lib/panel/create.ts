import { createConnecting } from './connecting.ts';
import { createConnections } from './connections.ts';
import type { Memory } from './memory.ts';
import { createNotices } from './notices.ts';
import type { Means, Panel } from './parts.ts';
import { createProblem } from './problem.ts';
import { createRoute } from './route.ts';
import { createSaving } from './saving.ts';
import { createSession } from './session.ts';
import { createSites, type PermissionsApi } from './sites.ts';
import { createSyncStore } from './sync.ts';
import { createTabStore, type Place, type TabInfo, type TabsApi } from './tab.ts';
import { createVault } from './vault.ts';

/** The browser as the panel needs it. */
export type Browser = {
  tabs: TabsApi;
  /** The active tab, where it was asked for before. */
  asked?: Promise<TabInfo[]> | undefined;
  windows: { getAll(): Promise<{ id?: number | undefined }[]> };
  permissions: PermissionsApi;
  /** The origins of the manifest. */
  required: readonly string[];
  readAddress: (url: string) => Place;
  memory: Memory;
};

/** Puts the panel's stores together. Nothing runs before `startPanel`. */
export function createPanel(means: Means, browser: Browser): Panel {
  const { windows, permissions, required, memory } = browser;
  const tab = createTabStore(browser);
  const route = createRoute();
  const inEditor = () => route.getState().editor !== undefined;
  const openWindows = async () => (await windows.getAll()).flatMap(({ id }) => id ?? []);
  return {
    ...means,
    tab,
    session: createSession({ tab, memory, openWindows, inEditor }),
    route,
    connections: createConnections({ ...means, memory }),
    connecting: createConnecting(means),
    vault: createVault(means),
    sync: createSyncStore(means),
    sites: createSites({ permissions, required, memory }),
    notices: createNotices(means.clock),
    problem: createProblem(),
    saving: createSaving(),
  };
}
