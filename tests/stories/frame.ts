import type { Screen } from '../../lib/panel/screen.ts';
import type { Status } from '../../lib/panel/status.ts';
import { ACME, connection, dashboard, GLOBEX, globex, MINUTE, NOW, synced, vault } from './fixtures.ts';
import { shopRows } from './rows.ts';
import { REQUIRED } from './scene.ts';
import type { Chapter } from './story.ts';
import { never } from './worker.ts';

const rows = shopRows();
const oauthEnd = NOW + 25 * MINUTE;

/** What stands below the header. */
export const screens: Chapter<Screen | 'no-location-first' | 'preview'> = {
  waiting: { scene: { connections: 'not yet', url: dashboard('pQ7eNn2BvTg5HsD9mYxC') } },
  'no-location': { scene: { url: 'https://mail.example/inbox', lastUsed: ACME } },
  'no-location-first': { scene: { url: null } },
  preview: { scene: { url: 'https://app.gohighlevel.com/v2/preview/3SwdhCsvxI8Au3KsPJt6', lastUsed: ACME } },
  connect: { scene: { connections: [] } },
  connected: {
    scene: {
      before: ({ connecting }) => connecting.setState({ done: connection() }),
    },
  },
  unlock: {
    scene: {
      connections: [connection({ state: 'locked', keep: 'passphrase' })],
      vault: vault({ passphrase: 'locked' }),
    },
  },
  tabs: { scene: { rows } },
};

/** The header's one line. */
export const statuses: Chapter<Status['kind']> = {
  starting: { scene: { blind: true, connections: 'not yet' } },
  'no-location': screens['no-location'],
  'not-connected': { scene: { connections: [] } },
  locked: screens.unlock,
  gone: { scene: { connections: [connection({ state: 'gone', keep: 'memory' })] } },
  rejected: { scene: { rows, connections: [connection({ state: 'rejected' })] } },
  expired: { scene: { rows, connections: [connection({ expiresAt: NOW - 3 * MINUTE })] } },
  offline: { scene: { rows, sync: synced({ error: { code: 'offline' }, syncedAt: NOW - 6 * MINUTE }) } },
  trouble: { scene: { rows, sync: synced({ error: { code: 'unavailable', status: 503 } }) } },
  'lookup-only': { scene: { connections: [connection({ lookupOnly: true })] } },
  scope: {
    scene: {
      rows,
      connections: [connection({ rights: { ...connection().rights, 'products/collection.write': 'no' } })],
    },
  },
  saving: { scene: { rows, before: ({ saving }) => void saving.during(never) } },
  syncing: { scene: { rows, sync: synced({ running: true }) } },
  loading: {
    scene: { rows: rows.slice(0, 300), sync: synced({ running: true, complete: false, rows: 300 }) },
  },
  never: { scene: { rows, sync: { locationId: ACME, running: false, complete: true, rows: 1248 } } },
  synced: screens.tabs,
};

/** Everything of the frame that comes and goes. */
export const frame: Chapter<
  | 'pinned'
  | 'menu'
  | 'shortcuts'
  | 'toast'
  | 'elsewhere'
  | 'ends-soon'
  | 'site'
  | 'site-lost'
  | 'permission'
  | 'replace'
  | 'replace-refused'
  | 'long-name'
> = {
  pinned: { scene: { rows }, play: (hand) => hand.click('button', 'Stay with this location') },
  menu: {
    scene: { rows, vault: vault({ passphrase: 'unlocked' }) },
    play: (hand) => hand.click('button', 'Menu'),
  },
  shortcuts: { scene: { rows, before: ({ route }) => route.ask('shortcuts') } },
  toast: {
    scene: {
      rows,
      before: ({ notices }) => notices.toast('Renamed “Yoga Blocks”', { label: 'Undo', run: () => {} }),
    },
  },
  elsewhere: {
    scene: { rows, url: dashboard(GLOBEX), before: ({ session }) => session.editing(ACME) },
  },
  'ends-soon': { scene: { rows, connections: [connection({ expiresAt: oauthEnd })] } },
  site: { scene: { rows, url: dashboard(ACME, 'app.northwind-agency.example') } },
  'site-lost': { scene: { rows, sites: ['app.northwind-agency.example'] } },
  permission: { scene: { rows, origins: REQUIRED.slice(1) } },
  replace: {
    scene: {
      rows,
      connections: [connection({ state: 'rejected' })],
      before: ({ route }) => route.ask('replace'),
    },
  },
  'replace-refused': {
    scene: {
      rows,
      connections: [connection({ state: 'rejected' })],
      before: ({ route }) => route.ask('replace'),
      answers: { 'connection.replace': () => ({ ok: false, error: { code: 'token-rejected' } }) },
    },
    play: async (hand) => {
      await hand.type('Token', 'pit-00000000-0000-0000-0000-000000000000');
      await hand.click('button', 'Replace');
      await hand.text('It was revoked');
    },
  },
  'long-name': {
    scene: {
      rows,
      connections: [
        connection({ label: 'Fitness- und Gesundheitszentrum Donaudampfschifffahrt GmbH & Co. KG' }),
        globex,
      ],
    },
  },
};
