import type { Connection, JournalEntry, SyncState, VaultState } from '../../lib/bridge/answers.ts';
import { LOCATIONS } from '../world/types.ts';

/** Every story happens at this moment. */
export const NOW = Date.UTC(2026, 5, 12, 12, 4);
export const MINUTE = 60_000;

export const ACME = LOCATIONS.acme;
export const GLOBEX = LOCATIONS.globex;
export const dashboard = (locationId: string, host = 'app.gohighlevel.com') =>
  `https://${host}/v2/location/${locationId}/payments/products/collections`;

export const connection = (change: Partial<Connection> = {}): Connection => ({
  locationId: ACME,
  label: 'Acme Fitness',
  lastFour: 'a3f9',
  keep: 'device',
  state: 'ready',
  rights: {
    'products/collection.readonly': 'yes',
    'products/collection.write': 'yes',
    'products.readonly': 'yes',
    'products.write': 'unknown',
  },
  lookupOnly: false,
  lastUsedAt: NOW - 2 * MINUTE,
  ...change,
});

export const globex = connection({ locationId: GLOBEX, label: 'Globex Wellness', lastFour: '77c0' });

export const vault = (change: Partial<VaultState> = {}): VaultState => ({
  passphrase: 'none',
  lockAfter: 15,
  ...change,
});

export const synced = (change: Partial<SyncState> = {}): SyncState => ({
  locationId: ACME,
  running: false,
  complete: true,
  rows: 1248,
  total: 1248,
  syncedAt: NOW - 5000,
  ...change,
});

export const entry = (change: Partial<JournalEntry>): JournalEntry => ({
  id: `j${change.title ?? ''}${change.at ?? 0}`,
  locationId: ACME,
  kind: 'update',
  targetId: '65b0a1000000000000000001',
  title: 'Summer 2026',
  at: NOW - MINUTE,
  state: 'saved',
  ...change,
});
