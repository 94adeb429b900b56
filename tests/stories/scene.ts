import type { Connection, JournalEntry, SyncState, VaultState } from '../../lib/bridge/answers.ts';
import type { AisleEvent, Events } from '../../lib/bridge/events.ts';
import { openReplica } from '../../lib/catalog/replica.ts';
import type { ReplicaView } from '../../lib/catalog/replica-view.ts';
import { type Draft, openDrafts } from '../../lib/drafts/store.ts';
import { readAddress } from '../../lib/highlevel/addresses.ts';
import type { Clock } from '../../lib/highlevel/clock.ts';
import type { Collection } from '../../lib/highlevel/collection.ts';
import { createObjectId } from '../../lib/highlevel/ids.ts';
import { ok } from '../../lib/highlevel/result.ts';
import { createPanel } from '../../lib/panel/create.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import type { Means, Panel } from '../../lib/panel/parts.ts';
import { createSettings, type Settings } from '../../lib/panel/settings.ts';
import type { PermissionsApi } from '../../lib/panel/sites.ts';
import { ACME, connection, dashboard, globex, NOW, synced, vault } from './fixtures.ts';
import { type Answers, createStoryCall, done, never } from './worker.ts';

export const REQUIRED = [
  'https://services.leadconnectorhq.com/*',
  'https://app.gohighlevel.com/*',
  'https://app.leadconnectorhq.com/*',
  'https://app.msgsndr.com/*',
];

/** What is the case when a story begins. */
export type Scene = {
  /** The active tab's address; null where the browser does not say it; undefined: the usual one. */
  url?: string | null;
  /** The browser has not answered yet which tab is active. */
  blind?: boolean;
  connections?: Connection[] | 'not yet';
  vault?: VaultState;
  sync?: SyncState;
  rows?: Collection[];
  /** The device's copy does not answer. */
  unreadable?: boolean;
  drafts?: Draft[];
  journal?: JournalEntry[];
  answers?: Partial<Answers>;
  /** Origins the browser lets us see. */
  origins?: string[];
  lastUsed?: string;
  /** Sites that were enabled when the panel was open last. */
  sites?: string[];
  /** What happens before anything is drawn. */
  before?: (panel: Panel) => void;
};

/** Time stands still; what waits for a moment goes on, what waits for long does not. */
const clock: Clock = {
  now: () => NOW,
  sleep: (ms) => (ms < 1000 ? new Promise((resolve) => queueMicrotask(resolve)) : never),
};

function createStoryEvents(): Events {
  const listeners = new Set<(event: AisleEvent) => void>();
  return {
    // A page does not hear what it says itself, and nobody else is here.
    emit: () => {},
    on: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

const silent = { addListener: () => {}, removeListener: () => {} };

const permissionsOf = (origins: string[] = REQUIRED): PermissionsApi => ({
  getAll: async () => ({ origins }),
  request: async () => false,
  remove: async () => true,
  onAdded: silent,
  onRemoved: silent,
});

function storageOf(scene: Scene) {
  const listed = scene.connections === undefined || scene.connections === 'not yet' ? [] : scene.connections;
  const labels = Object.fromEntries(
    [connection(), globex, ...listed].map((each) => [each.locationId, each.label]),
  );
  const { lastUsed, sites = [] } = scene;
  const kept = new Map([['aisle.panel', JSON.stringify({ labels, sites, ...(lastUsed && { lastUsed }) })]]);
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
}

const answersOf = (scene: Scene): Partial<Answers> => ({
  'connection.list': () =>
    scene.connections === 'not yet' ? never : ok(scene.connections ?? [connection(), globex]),
  'connection.rename': done,
  'connection.forget': done,
  'vault.state': () => ok(scene.vault ?? vault()),
  'vault.touch': done,
  'vault.lock': () => ok(vault({ passphrase: 'locked' })),
  'catalog.refresh': () => ok(scene.sync ?? synced({ rows: scene.rows?.length ?? 1248 })),
  'catalog.find': () => ok([]),
  'activity.list': () => ok(scene.journal ?? []),
  'activity.clear': done,
  'lookup.take': () => ok(null),
  ...scene.answers,
});

const dropped = (name: string) =>
  new Promise<void>((resolve) => {
    const request = indexedDB.deleteDatabase(name);
    request.onsuccess = () => resolve();
    request.onerror = () => resolve();
    request.onblocked = () => resolve();
  });

const broken: ReplicaView = {
  read: () => ({
    [Symbol.asyncIterator]: () => ({ next: () => Promise.reject(new Error('The device does not answer')) }),
  }),
  get: () => Promise.reject(new Error('The device does not answer')),
};

/** The panel's own parts over a device that holds what the scene says. */
export async function openScene(scene: Scene): Promise<Panel> {
  for (const { name } of await indexedDB.databases()) if (name !== undefined) await dropped(name);
  localStorage.clear();
  const replica = await openReplica();
  await replica.put(ACME, scene.rows ?? []);
  const { complete = true, syncedAt } = scene.sync ?? synced();
  if (scene.rows !== undefined) await replica.note(ACME, { complete, ...(syncedAt && { syncedAt }) });
  const drafts = openDrafts();
  for (const draft of scene.drafts ?? []) await drafts.put(draft);
  let made = 0;
  const means: Means = {
    call: createStoryCall(answersOf(scene)),
    events: createStoryEvents(),
    replica: scene.unreadable ? broken : replica,
    drafts,
    clock,
    locks: navigator.locks,
    createId: () =>
      createObjectId(NOW, (bytes) => {
        made += 1;
        return bytes.fill(made);
      }),
    copy: async () => {},
    openOptions: () => {},
    keys: async () => ({ open: 'Alt+Shift+L', lookUp: 'Alt+Shift+U' }),
  };
  const tab = {
    id: 1,
    windowId: 1,
    active: true,
    url: scene.url === null ? undefined : (scene.url ?? dashboard(ACME)),
  };
  const panel = createPanel(means, {
    tabs: {
      get: async () => tab,
      query: async () => (scene.blind ? never : [tab]),
      onActivated: silent,
      onUpdated: silent,
    },
    windows: { getAll: async () => [{ id: 1 }] },
    permissions: permissionsOf(scene.origins),
    required: REQUIRED,
    readAddress,
    memory: createMemory(storageOf(scene)),
  });
  scene.before?.(panel);
  return panel;
}

/** The settings page's parts, likewise. */
export function openSettings(scene: Scene): Settings {
  return createSettings({
    call: createStoryCall(answersOf(scene)),
    events: createStoryEvents(),
    clock,
    memory: createMemory(storageOf(scene)),
    device: {
      size: async () => 2_412_800,
      unsaved: async () => 2,
      export: async () => ({ made: new Date(NOW).toISOString(), connections: [], drafts: [], activity: [] }),
      erase: async () => true,
    },
    permissions: permissionsOf(scene.origins),
    manifest: {
      version: '0.1.0',
      permissions: ['storage', 'contextMenus', 'activeTab', 'scripting', 'alarms', 'sidePanel'],
      hosts: REQUIRED,
    },
    keys: async () => [
      { name: '_execute_action', description: 'Open Aisle', shortcut: 'Alt+Shift+L' },
      { name: 'look-up', description: 'Look up what is selected', shortcut: '' },
    ],
    openKeys: () => {},
    download: () => {},
  });
}
