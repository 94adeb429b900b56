import 'fake-indexeddb/auto';
import { describe, expect, it, vi } from 'vitest';
import type { Connection } from '../../../lib/bridge/answers.ts';
import type { Answer } from '../../../lib/bridge/contract.ts';
import { openReplica } from '../../../lib/catalog/replica.ts';
import { openDrafts } from '../../../lib/drafts/store.ts';
import { createPanel } from '../../../lib/panel/create.ts';
import { createMemory } from '../../../lib/panel/memory.ts';
import type { Means } from '../../../lib/panel/parts.ts';
import { startPanel } from '../../../lib/panel/start.ts';
import { at, fakeBrowser, readPlace } from './browser-fakes.ts';
import { createBus, fakeLocks, LOCATION, memoryStorage, type Script, scriptedCall } from './shop-fakes.ts';

const drafts = openDrafts();
const replica = await openReplica();
const OTHER = 'Zt4mVqL81pWcXyR0aKjU';
const rights = {
  'products/collection.readonly': 'yes',
  'products/collection.write': 'unknown',
  'products.readonly': 'unknown',
  'products.write': 'unknown',
} as const;
const connection = (locationId: string, state: Connection['state'] = 'ready'): Connection => ({
  locationId,
  label: locationId,
  lastFour: 'a3f9',
  keep: 'device',
  state,
  rights,
  lookupOnly: false,
});
const silent = { addListener: () => {}, removeListener: () => {} };
const lookup = (locationId: string | null): Answer<'lookup.take'> => ({
  locationId,
  ref: { kind: 'slug', value: 'yoga-mat' },
  found: 'product',
  text: 'yoga-mat',
});

function open(script: Script = {}, url = at(LOCATION), storage = memoryStorage(), drawn = Promise.resolve()) {
  const browser = fakeBrowser({ urls: { 1: url } });
  const bus = createBus();
  const page = new EventTarget();
  const worker = scriptedCall({
    'connection.list': () => [connection(LOCATION), connection(OTHER)],
    'vault.state': () => ({ passphrase: 'none', lockAfter: 15 }),
    'catalog.refresh': ({ locationId }) => ({ locationId, running: false, complete: true, rows: 0 }),
    'lookup.take': () => null,
    ...script,
  });
  const means: Means = {
    call: worker.call,
    events: bus.end(),
    locks: fakeLocks(),
    clock: { now: () => 0, sleep: () => new Promise<void>(() => {}) },
    drafts,
    replica,
    createId: () => '65b0a1000000000000000001',
    copy: async () => {},
    openOptions: () => {},
    keys: async () => ({}),
  };
  const panel = createPanel(means, {
    ...browser,
    permissions: {
      getAll: async () => ({ origins: [] }),
      request: async () => true,
      remove: async () => true,
      onAdded: silent,
      onRemoved: silent,
    },
    required: [],
    readAddress: readPlace,
    memory: createMemory(storage),
  });
  const stop = startPanel(panel, page, drawn);
  const refreshed = () =>
    worker.of('catalog.refresh').map(({ request }) => (request as { locationId: string }).locationId);
  return { browser, background: bus.end(), page, panel, worker, stop, refreshed };
}

describe('a panel that has started', () => {
  it('asks for nothing that can wait before it is drawn', async () => {
    const { promise: drawn, resolve: draw } = Promise.withResolvers<void>();
    const { panel, worker, refreshed } = open({}, at(LOCATION), memoryStorage(), drawn);
    await vi.waitFor(() => expect(panel.connections.getState().list).toHaveLength(2));
    expect([...refreshed(), ...worker.of('vault.state')]).toEqual([]);
    draw();
    await vi.waitFor(() => expect(refreshed()).toEqual([LOCATION]));
    expect(worker.of('vault.state')).toHaveLength(1);
  });

  it('asks the worker for nothing at all before that, where the location is known by name', async () => {
    const { promise: drawn, resolve: draw } = Promise.withResolvers<void>();
    const storage = memoryStorage();
    createMemory(storage).write({ labels: { [LOCATION]: 'Acme' } });
    const { panel, worker } = open({}, at(LOCATION), storage, drawn);
    await vi.waitFor(() => expect(panel.session.getState().ready).toBe(true));
    expect(worker.of('connection.list')).toEqual([]);
    draw();
    await vi.waitFor(() => expect(panel.connections.getState().list).toHaveLength(2));
  });

  it('looks again once it is drawn: the tab may have been another before anybody listened', async () => {
    const { promise: drawn, resolve: draw } = Promise.withResolvers<void>();
    const { browser, panel } = open({}, at(LOCATION), memoryStorage(), drawn);
    await vi.waitFor(() => expect(panel.session.getState().locationId).toBe(LOCATION));
    browser.tabs.query = async () => [{ windowId: 1, active: true, url: at(OTHER) }];
    draw();
    await vi.waitFor(() => expect(panel.session.getState().locationId).toBe(OTHER));
  });

  it('refreshes the location it shows, once, and remembers it', async () => {
    const { panel, refreshed } = open();
    await vi.waitFor(() => expect(refreshed()).toEqual([LOCATION]));
    expect(panel.session.getState().lastUsed).toBe(LOCATION);
  });

  it('refreshes the next location when the tab goes there, and closes what was open', async () => {
    const { browser, panel, refreshed } = open();
    await vi.waitFor(() => expect(refreshed()).toEqual([LOCATION]));
    panel.route.edit('65b0a1000000000000000001');
    browser.navigate(10, at(OTHER));
    await vi.waitFor(() => expect(refreshed()).toEqual([LOCATION, OTHER]));
    expect(panel.route.getState().editor).toBeUndefined();
  });

  it('asks nothing for a location whose token cannot be used', async () => {
    const { panel, refreshed } = open({ 'connection.list': () => [connection(LOCATION, 'locked')] });
    await vi.waitFor(() => expect(panel.connections.getState().list).toHaveLength(1));
    expect(refreshed()).toEqual([]);
  });

  it('looks again when someone comes back to it', async () => {
    const { browser, page, panel, refreshed } = open();
    await vi.waitFor(() => expect(refreshed()).toEqual([LOCATION]));
    browser.tabs.query = async () => [{ windowId: 1, active: true, url: at(OTHER) }];
    page.dispatchEvent(new Event('focus'));
    await vi.waitFor(() => expect(panel.session.getState().locationId).toBe(OTHER));
    expect(refreshed()).toContain(OTHER);
  });

  it('looks again when a click let it see the address', async () => {
    const { browser, background, panel } = open({}, 'https://app.agency.example/');
    await vi.waitFor(() => expect(panel.session.getState().ready).toBe(true));
    browser.tabs.query = async () => [{ windowId: 1, active: true, url: at(LOCATION) }];
    background.emit({ type: 'tab', tabId: 10, windowId: 1 });
    await vi.waitFor(() => expect(panel.session.getState().locationId).toBe(LOCATION));
  });

  it('does nothing any more once it is stopped', async () => {
    const { browser, page, stop, refreshed } = open();
    await vi.waitFor(() => expect(refreshed()).toEqual([LOCATION]));
    stop();
    page.dispatchEvent(new Event('focus'));
    expect(refreshed()).toEqual([LOCATION]);
    expect(browser.listening()).toBe(0);
  });
});

describe('what the context menu left', () => {
  it('is taken once when the panel opens, and shown', async () => {
    const { panel, worker } = open({ 'lookup.take': () => lookup(LOCATION) });
    await vi.waitFor(() =>
      expect(panel.route.getState()).toMatchObject({ tab: 'product', lookup: { text: 'yoga-mat' } }),
    );
    expect(worker.of('lookup.take')).toHaveLength(1);
  });

  it('is taken when it comes later, for this window alone', async () => {
    let left: Answer<'lookup.take'> = null;
    const { background, panel, worker } = open({ 'lookup.take': () => left });
    await vi.waitFor(() => expect(worker.of('lookup.take')).toHaveLength(1));
    left = lookup(LOCATION);
    background.emit({ type: 'lookup', windowId: 2 });
    expect(worker.of('lookup.take')).toHaveLength(1);
    background.emit({ type: 'lookup', windowId: 1 });
    await vi.waitFor(() => expect(panel.route.getState().tab).toBe('product'));
  });

  it.each<[string, string | null, object]>([
    ['the location it names', OTHER, { locationId: OTHER, follows: 'chosen' }],
    ['the last one, where it names none', null, { locationId: OTHER, follows: 'chosen' }],
    ['the last one, where it names one that is not connected', 'a'.repeat(20), { locationId: OTHER }],
  ])('opens %s', async (_, named, expected) => {
    const storage = memoryStorage();
    createMemory(storage).write({ lastUsed: OTHER, labels: { [LOCATION]: 'Acme', [OTHER]: 'Other' } });
    const { panel } = open({ 'lookup.take': () => lookup(named) }, 'https://mail.example/', storage);
    await vi.waitFor(() => expect(panel.route.getState().tab).toBe('product'));
    expect(panel.session.getState()).toMatchObject(expected);
  });

  it('stays in front when the tab leaves for the page that was clicked only then', async () => {
    let left: Answer<'lookup.take'> = null;
    const { background, browser, panel } = open({ 'lookup.take': () => left });
    await vi.waitFor(() => expect(panel.session.getState().locationId).toBe(LOCATION));
    left = lookup(null);
    background.emit({ type: 'lookup', windowId: 1 });
    await vi.waitFor(() => expect(panel.route.getState().tab).toBe('product'));
    browser.navigate(10, 'https://mail.example/');
    await vi.waitFor(() => expect(panel.tab.getState().place).toEqual({}));
    expect(panel.session.getState()).toMatchObject({ locationId: LOCATION, follows: 'chosen' });
  });

  it.each<[string, string[], string | null, string | undefined]>([
    ['any that is connected, when the last one was forgotten', [LOCATION], null, LOCATION],
    ['what it names, when nothing is connected', [], OTHER, OTHER],
    ['nothing, when nothing is known', [], null, undefined],
  ])('opens %s', async (_, connected, named, expected) => {
    const storage = memoryStorage();
    const labels = Object.fromEntries(connected.map((id) => [id, id]));
    createMemory(storage).write({ lastUsed: OTHER, labels });
    const script: Script = {
      'lookup.take': () => lookup(named),
      'connection.list': () => connected.map((id) => connection(id)),
    };
    const { panel } = open(script, 'https://mail.example/', storage);
    await vi.waitFor(() => expect(panel.route.getState().tab).toBe('product'));
    expect(panel.session.getState().locationId).toBe(expected);
  });
});
