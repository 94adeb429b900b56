import type { Call } from '../bridge/call.ts';
import type { Events } from '../bridge/events.ts';
import type { Clock } from '../highlevel/clock.ts';
import { type ConnectingStore, createConnecting } from './connecting.ts';
import { type ConnectionsStore, createConnections } from './connections.ts';
import type { Device } from './device.ts';
import type { Memory } from './memory.ts';
import { createNotices, type NoticesStore } from './notices.ts';
import { createSites, type PermissionsApi, type SitesStore } from './sites.ts';
import { createVault, type VaultStore } from './vault.ts';

/** What the settings page gets from outside. */
export type SettingsMeans = {
  call: Call;
  events: Events;
  clock: Clock;
  memory: Memory;
  device: Device;
  permissions: PermissionsApi;
  manifest: { version: string; permissions: readonly string[]; hosts: readonly string[] };
  /** The keys the browser gave Aisle's commands, as it writes them. */
  keys: () => Promise<{ name: string; description: string; shortcut: string }[]>;
  /** Opens the browser's own page for changing them. */
  openKeys: () => void;
  /** Hands a text to the person as a file. */
  download: (name: string, text: string) => void;
};

/** Everything a part of the settings page may use. */
export type Settings = Omit<SettingsMeans, 'memory' | 'permissions'> & {
  connections: ConnectionsStore;
  connecting: ConnectingStore;
  vault: VaultStore;
  sites: SitesStore;
  notices: NoticesStore;
};

/** Puts the settings page's stores together and starts them. */
export function createSettings(means: SettingsMeans): Settings {
  const { memory, permissions, ...rest } = means;
  const settings = {
    ...rest,
    connections: createConnections(means),
    connecting: createConnecting(means),
    vault: createVault(means),
    sites: createSites({ permissions, memory, required: means.manifest.hosts }),
    notices: createNotices(means.clock),
  };
  settings.connections.start();
  settings.vault.start();
  settings.sites.start();
  return settings;
}
