import { describe, expect, it, vi } from 'vitest';
import type { Connection, VaultState } from '../../../lib/bridge/answers.ts';
import { createConnecting } from '../../../lib/panel/connecting.ts';
import { createConnections } from '../../../lib/panel/connections.ts';
import { createMemory } from '../../../lib/panel/memory.ts';
import { createNotices } from '../../../lib/panel/notices.ts';
import { passphraseProblem } from '../../../lib/panel/passphrase.ts';
import { createSyncStore } from '../../../lib/panel/sync.ts';
import { createVault } from '../../../lib/panel/vault.ts';
import { createBus, LOCATION, later, memoryStorage, type Script, scriptedCall } from './shop-fakes.ts';

const connection: Connection = {
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
};
const TOKEN = 'pit-3f2a9c1d-77aa-4b0e-9d2c-51f0c1d2a3f9';

function openConnections(script: Script, storage = memoryStorage()) {
  const bus = createBus();
  const worker = scriptedCall(script);
  const connections = createConnections({
    call: worker.call,
    events: bus.end(),
    memory: createMemory(storage),
  });
  return { connections, worker, background: bus.end(), storage };
}

describe('connections', () => {
  it('are asked again when the worker says that they changed', async () => {
    let list = [connection];
    const { connections, background } = openConnections({ 'connection.list': () => list });
    connections.start();
    await vi.waitFor(() => expect(connections.getState().list).toEqual([connection]));
    list = [];
    background.emit({ type: 'connections' });
    await vi.waitFor(() => expect(connections.getState().list).toEqual([]));
  });

  it('keep to the newest answer', async () => {
    const slow = later<Connection[]>();
    const answers = [() => slow.promise, () => Promise.resolve([connection])];
    const { connections } = openConnections({ 'connection.list': () => answers.shift()?.() ?? [] });
    const first = connections.load();
    await connections.load();
    slow.done([]);
    await first;
    expect(connections.getState().list).toEqual([connection]);
  });

  it('know their names before the worker has answered, and by id where there is none', async () => {
    const { connections, storage } = openConnections({ 'connection.list': () => [connection] });
    await connections.load();
    const again = openConnections({}, storage).connections;
    expect(again.nameOf(LOCATION)).toBe('Acme Fitness');
    expect(again.nameOf('unknown')).toBe('unknown');
  });

  it('keep what they knew when the worker does not answer, and say so', async () => {
    const { connections } = openConnections({});
    await connections.load();
    expect(connections.getState()).toMatchObject({ list: undefined, error: { code: 'no-worker' } });
  });
});

describe('connecting', () => {
  const wish = { locationId: LOCATION, label: 'Acme', token: TOKEN, keep: 'device' as const };

  it('ends in the connection, and keeps nothing of the token', async () => {
    const { call } = scriptedCall({ 'connection.connect': () => connection });
    const connecting = createConnecting({ call });
    await connecting.connect(wish);
    expect(connecting.getState()).toMatchObject({ sending: false, done: connection });
    expect(JSON.stringify(connecting.getState())).not.toContain(TOKEN);
  });

  it('ends in the reason, from which one can try again', async () => {
    const { call } = scriptedCall({ 'connection.connect': () => ({ code: 'wrong-location' }) });
    const connecting = createConnecting({ call });
    await connecting.connect(wish);
    expect(connecting.getState()).toMatchObject({ sending: false, error: { code: 'wrong-location' } });
    connecting.reset();
    expect(connecting.getState().error).toBeUndefined();
  });

  it('asks once, however often someone presses', async () => {
    const slow = later<Connection>();
    const worker = scriptedCall({ 'connection.connect': () => slow.promise });
    const connecting = createConnecting({ call: worker.call });
    const first = connecting.connect(wish);
    await connecting.connect(wish);
    slow.done(connection);
    await first;
    expect(worker.of('connection.connect')).toHaveLength(1);
  });

  it('replaces a dead token and says whether the new one works', async () => {
    const answers = [{ code: 'token-rejected' as const }, connection];
    const { call } = scriptedCall({ 'connection.replace': () => answers.shift() ?? connection });
    const connecting = createConnecting({ call });
    expect(await connecting.replace(LOCATION, TOKEN)).toBe(false);
    expect(connecting.getState().error?.code).toBe('token-rejected');
    expect(await connecting.replace(LOCATION, TOKEN)).toBe(true);
  });
});

describe('a new passphrase', () => {
  it.each([
    ['none', 'long enough', 'long enough', undefined],
    ['none', 'short', 'short', 'short'],
    ['none', 'long enough', 'long enouhg', 'differs'],
    ['locked', 'short', '', undefined],
    ['unlocked', '', '', undefined],
  ] as const)('with %s before: %j, %j is %j', (guarded, first, again, problem) => {
    expect(passphraseProblem(guarded, first, again)).toBe(problem);
  });
});

describe('the vault’s state', () => {
  const state = (passphrase: VaultState['passphrase']): VaultState => ({ passphrase, lockAfter: 15 });
  function openVault(script: Script, now: () => number = () => 0) {
    const bus = createBus();
    const worker = scriptedCall(script);
    const clock = { now, sleep: () => new Promise<void>(() => {}) };
    return {
      vault: createVault({ call: worker.call, events: bus.end(), clock }),
      worker,
      background: bus.end(),
    };
  }

  it('follows the worker, and keeps the reason of a refusal', async () => {
    const { vault, worker, background } = openVault({
      'vault.state': () => state('locked'),
      'vault.unlock': ({ passphrase }) =>
        passphrase === 'right' ? state('unlocked') : { code: 'wrong-passphrase' },
    });
    vault.start();
    expect(await vault.unlock('wrong')).toBe(false);
    // The worker tells every page that its state changed: the reason stays all the same.
    background.emit({ type: 'vault' });
    await vi.waitFor(() => expect(worker.of('vault.state')).toHaveLength(2));
    expect(vault.getState().error?.code).toBe('wrong-passphrase');
    expect(await vault.unlock('right')).toBe(true);
    expect(vault.getState()).toEqual({ vault: state('unlocked'), error: undefined });
  });

  it('hears that the worker locked it', async () => {
    let now = state('unlocked');
    const { vault, background } = openVault({ 'vault.state': () => now });
    vault.start();
    await vi.waitFor(() => expect(vault.getState().vault).toEqual(now));
    now = state('locked');
    background.emit({ type: 'vault' });
    await vi.waitFor(() => expect(vault.getState().vault?.passphrase).toBe('locked'));
  });

  it('restarts the idle clock at most once a minute, and only while it is unlocked', async () => {
    let now = 0;
    const { vault, worker } = openVault(
      { 'vault.unlock': () => state('unlocked'), 'vault.touch': () => null },
      () => now,
    );
    vault.touch();
    expect(worker.of('vault.touch')).toHaveLength(0);
    await vault.unlock('right');
    for (now of [0, 1000, 59_999, 60_000, 119_000]) vault.touch();
    expect(worker.of('vault.touch')).toHaveLength(2);
  });
});

describe('a refresh', () => {
  it('shows what the worker tells, by location', async () => {
    const bus = createBus();
    const background = bus.end();
    const state = { locationId: LOCATION, running: true, complete: false, rows: 0 };
    const sync = createSyncStore({ ...scriptedCall({ 'catalog.refresh': () => state }), events: bus.end() });
    sync.start();
    await sync.refresh(LOCATION);
    expect(sync.getState().states[LOCATION]).toEqual(state);
    background.emit({ type: 'sync', state: { ...state, rows: 100 } });
    expect(sync.getState().states[LOCATION]?.rows).toBe(100);
  });

  it('keeps why it could not begin until it could', async () => {
    let works = false;
    const state = { locationId: LOCATION, running: false, complete: true, rows: 0 };
    const { call } = scriptedCall({ 'catalog.refresh': () => (works ? state : { code: 'locked' }) });
    const sync = createSyncStore({ call, events: createBus().end() });
    await sync.refresh(LOCATION);
    expect(sync.getState().errors[LOCATION]).toEqual({ code: 'locked' });
    works = true;
    await sync.refresh(LOCATION, true);
    expect(sync.getState().errors).toEqual({});
  });
});

describe('a toast', () => {
  function openNotices() {
    const ends: (() => void)[] = [];
    const notices = createNotices({
      now: () => 0,
      sleep: (_, signal) =>
        new Promise((resolve, reject) => {
          ends.push(resolve);
          signal?.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    return { notices, ends };
  }

  it('is read aloud, and goes after a while', async () => {
    const { notices, ends } = openNotices();
    notices.toast('Renamed');
    expect(notices.getState()).toMatchObject({ said: 'Renamed', toast: { text: 'Renamed' } });
    ends[0]?.();
    await vi.waitFor(() => expect(notices.getState().toast).toBeUndefined());
  });

  it('stays while someone is at it', async () => {
    const { notices, ends } = openNotices();
    notices.toast('Renamed');
    notices.hold();
    ends[0]?.();
    await Promise.resolve();
    expect(notices.getState().toast).toBeDefined();
    notices.release();
    ends[1]?.();
    await vi.waitFor(() => expect(notices.getState().toast).toBeUndefined());
  });

  it('is not ended by the one before it', async () => {
    const { notices, ends } = openNotices();
    notices.toast('First');
    notices.toast('Second');
    ends[0]?.();
    await Promise.resolve();
    expect(notices.getState().toast?.text).toBe('Second');
  });

  it('is read aloud again when it says the same again', () => {
    const { notices } = openNotices();
    notices.say('Copied');
    const first = notices.getState().said;
    notices.say('Copied');
    expect(notices.getState().said).not.toBe(first);
    expect(notices.getState().said.trim()).toBe('Copied');
  });
});
