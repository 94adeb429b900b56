import { describe, expect, it } from 'vitest';
import type { Connection, SyncState } from '../../../lib/bridge/answers.ts';
import type { BridgeError } from '../../../lib/bridge/contract.ts';
import { ERROR_CODES } from '../../../lib/highlevel/errors.ts';
import { problemOf } from '../../../lib/panel/problem-of.ts';
import { screenOf } from '../../../lib/panel/screen.ts';
import { type Standpoint, type Status, statusOf, type Tone, toneOf } from '../../../lib/panel/status.ts';
import { LOCATION } from './shop-fakes.ts';

const NOW = 1_000_000;
const HOUR = 3_600_000;

const connection = (change: Partial<Connection> = {}): Connection => ({
  locationId: LOCATION,
  label: 'Acme Fitness',
  lastFour: 'a3f9',
  keep: 'device',
  state: 'ready',
  rights: {
    'products/collection.readonly': 'yes',
    'products/collection.write': 'unknown',
    'products.readonly': 'unknown',
    'products.write': 'unknown',
  },
  lookupOnly: false,
  ...change,
});

const sync = (change: Partial<SyncState> = {}): SyncState => ({
  locationId: LOCATION,
  running: false,
  complete: true,
  rows: 3,
  syncedAt: NOW - 5,
  ...change,
});

const usual: Standpoint = {
  ready: true,
  locationId: LOCATION,
  follows: 'tab',
  connections: [connection()],
  sync: sync(),
  syncError: undefined,
  saving: false,
  now: NOW,
};

const noWrite = connection({ rights: { ...connection().rights, 'products/collection.write': 'no' } });
const rejected = connection({ state: 'rejected' });

describe('the header’s one line', () => {
  it.each<[string, Partial<Standpoint>, Partial<Status>, Tone]>([
    ['nothing before the tab is known', { ready: false }, { kind: 'starting' }, 'idle'],
    ['that there is no location', { locationId: undefined }, { kind: 'no-location' }, 'idle'],
    ['that there is no token', { connections: [] }, { kind: 'not-connected' }, 'idle'],
    ['that it is locked', { connections: [connection({ state: 'locked' })] }, { kind: 'locked' }, 'warn'],
    ['that the token is gone', { connections: [connection({ state: 'gone' })] }, { kind: 'gone' }, 'bad'],
    ['that HighLevel refused the token', { connections: [rejected] }, { kind: 'rejected' }, 'bad'],
    [
      'that, also while something is being saved',
      { connections: [rejected], saving: true },
      { kind: 'rejected' },
      'bad',
    ],
    [
      'that the token has ended',
      { connections: [connection({ expiresAt: NOW })] },
      { kind: 'expired' },
      'bad',
    ],
    ['that it is saving', { saving: true }, { kind: 'saving', follows: 'tab' }, 'ok'],
    ['that there is no network', { sync: sync({ error: { code: 'offline' } }) }, { kind: 'offline' }, 'warn'],
    [
      'what was asked for just now, whatever a refresh says',
      { syncError: { code: 'offline' }, sync: sync({ error: { code: 'timeout' } }) },
      { kind: 'offline' },
      'warn',
    ],
    ['what a refresh could not begin for', { syncError: { code: 'no-worker' } }, { kind: 'trouble' }, 'warn'],
    [
      'nothing of waiting for a free slot',
      { sync: sync({ running: true, error: { code: 'rate-limited' } }) },
      { kind: 'syncing' },
      'ok',
    ],
    [
      'which right is missing',
      { connections: [noWrite] },
      { kind: 'scope', scope: 'products/collection.write' },
      'warn',
    ],
    [
      'that it can only look up',
      { connections: [connection({ lookupOnly: true })] },
      { kind: 'lookup-only' },
      'warn',
    ],
    [
      'that it is loading for the first time',
      { sync: sync({ running: true, complete: false }) },
      { kind: 'loading' },
      'ok',
    ],
    ['that it is updating', { sync: sync({ running: true }) }, { kind: 'syncing' }, 'ok'],
    ['when it was synced', {}, { kind: 'synced', at: NOW - 5 }, 'ok'],
    ['only what it follows, when it never was', { sync: undefined }, { kind: 'never', follows: 'tab' }, 'ok'],
    [
      'what is on the device, before the worker has answered',
      { connections: undefined },
      { kind: 'synced' },
      'ok',
    ],
  ])('says %s', (_, change, expected, tone) => {
    const status = statusOf({ ...usual, ...change });
    expect(status).toMatchObject(expected);
    expect(toneOf(status)).toBe(tone);
  });

  it('says something for everything that can go wrong with a refresh', () => {
    for (const code of ERROR_CODES) {
      const { kind } = statusOf({ ...usual, sync: sync({ error: { code } }) });
      expect(kind).not.toBe(code === 'rate-limited' ? 'trouble' : 'synced');
    }
  });
});

describe('the screen', () => {
  const scene = {
    ready: true,
    locationId: LOCATION,
    connections: [connection()],
    knownBefore: false,
    justConnected: undefined,
  };
  it.each([
    ['waits for the tab', { ready: false }, 'waiting'],
    ['says that there is no location', { locationId: undefined }, 'no-location'],
    ['asks for a token', { connections: [] }, 'connect'],
    [
      'asks again for a token that was kept in memory',
      { connections: [connection({ state: 'gone' })] },
      'connect',
    ],
    ['asks for the passphrase', { connections: [connection({ state: 'locked' })] }, 'unlock'],
    ['shows the shop', {}, 'tabs'],
    [
      'shows the shop with a dead token too: drafts and rows stay in sight',
      { connections: [rejected] },
      'tabs',
    ],
    [
      'shows a known shop before the worker has answered',
      { connections: undefined, knownBefore: true },
      'tabs',
    ],
    ['waits where nothing is known', { connections: undefined }, 'waiting'],
    ['shows what a new token may do', { justConnected: LOCATION }, 'connected'],
    ['shows that of this location only', { justConnected: 'another' }, 'tabs'],
  ])('%s', (_, change, expected) => {
    expect(screenOf({ ...scene, ...change })).toBe(expected);
  });
});

describe('the banner', () => {
  const error: BridgeError = { code: 'scope-missing', scope: 'products/collection.write' };
  const quiet = {
    locationId: LOCATION,
    connection: connection(),
    reported: undefined,
    sync: sync(),
    syncError: undefined,
    now: NOW,
  };
  const reported = { locationId: LOCATION, error, retry: undefined };
  it.each([
    ['nothing where all is well', {}, undefined],
    ['what someone tried and could not', { reported }, { error, tone: 'bad' }],
    ['nothing of another location', { reported: { ...reported, locationId: 'another' } }, undefined],
    [
      'a dead token before anything else',
      { reported, connection: rejected },
      { error: { code: 'token-rejected' }, tone: 'bad' },
    ],
    [
      'an ended token',
      { connection: connection({ expiresAt: NOW - 1 }) },
      { error: { code: 'token-expired' } },
    ],
    [
      'a token that ends within the hour',
      { connection: connection({ expiresAt: NOW + HOUR - 1 }) },
      { kind: 'ends-soon' },
    ],
    ['nothing of one that ends later', { connection: connection({ expiresAt: NOW + HOUR }) }, undefined],
    ['a network that is not there', { sync: sync({ error: { code: 'offline' } }) }, { tone: 'warn' }],
    ['waiting, as no trouble', { sync: sync({ error: { code: 'rate-limited' } }) }, { tone: 'info' }],
    [
      'the daily allowance, as one',
      { sync: sync({ error: { code: 'rate-limited', daily: true } }) },
      { tone: 'warn' },
    ],
    [
      'nothing about lists to a token that only looks up',
      { connection: connection({ lookupOnly: true }), syncError: error },
      undefined,
    ],
  ])('speaks of %s', (_, change, expected) => {
    const found = problemOf({ ...quiet, ...change });
    if (expected === undefined) expect(found).toBeUndefined();
    else expect(found).toMatchObject(expected);
  });
});
