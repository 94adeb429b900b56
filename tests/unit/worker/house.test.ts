import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { beforeEach, describe, expect, it } from 'vitest';
import { createCall } from '../../../lib/bridge/call.ts';
import type { Stamp } from '../../../lib/bridge/senders.ts';
import { createServer } from '../../../lib/bridge/serve.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { createHouse } from '../../../lib/worker/house.ts';
import { RESUME_ALARM } from '../../../lib/worker/keep-alive.ts';
import { LOCATIONS } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';
import { createAlarms, createArea, createEars, createQuickCrypto } from './parts.ts';
import { createLockRoom } from './sync/locks.ts';

const { acme } = LOCATIONS;
const panel = {
  id: 'aisle',
  origin: 'chrome-extension://aisle',
  url: 'chrome-extension://aisle/sidepanel.html',
};
const script = {
  id: 'aisle',
  origin: 'https://app.gohighlevel.com',
  url: 'https://app.gohighlevel.com/v2/location/3SwdhCsvxI8Au3KsPJt6',
  tab: { id: 7, windowId: 1 },
  frameId: 0,
};
const self = { id: 'aisle', base: 'chrome-extension://aisle/' };

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory();
});

/** A browser with a panel open. `wake` is a new life of the worker; the one before is dead. */
function createBrowser() {
  const clock = createVirtualClock();
  const world = createWorld({ clock });
  const session = createArea();
  const alarms = createAlarms();
  const events = createEars();
  const room = createLockRoom();
  let die = () => {};
  const gone = new Promise<never>(() => undefined);

  function wake() {
    die();
    const mine = room.worker();
    let dead = false;
    die = () => {
      dead = true;
      mine.die();
    };
    const house = createHouse({
      // What a dead worker hears no more.
      fetch: async (...request) => {
        const answer = await (dead ? gone : world.fetch(...request));
        return dead ? gone : answer;
      },
      clock: { now: clock.now, sleep: async (ms, signal) => (dead ? gone : clock.sleep(ms, signal)) },
      crypto: createQuickCrypto(),
      locks: mine.locks,
      events,
      session,
      alarms,
      ping: async () => undefined,
      online: () => true,
      mayRead: async (origin) => origin === 'https://app.gohighlevel.com',
    });
    const listen = createServer({ ...house, self });
    const call = createCall((message) => new Promise((resolve) => listen(message, panel, resolve)));
    const send = (message: unknown, stamp: Stamp) =>
      new Promise<unknown>((resolve) => listen(message, stamp, resolve));
    return { house, call, send };
  }
  return { clock, world, session, alarms, wake, die: () => die() };
}

async function value<Value>(
  answer: Promise<{ ok: true; value: Value } | { ok: false; error: unknown }>,
): Promise<Value> {
  const result = await answer;
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const until = (what: () => Promise<unknown>) => expect.poll(what, { timeout: 5_000 });

describe('through the worker’s one door', () => {
  it('a location is connected, read, changed, and the change is in the journal', async () => {
    const { world, wake } = createBrowser();
    const { call } = wake();
    const token = world.issueToken({ locationId: acme });
    await value(call('connection.connect', { locationId: acme, label: 'Acme', token, keep: 'memory' }));
    await value(call('catalog.refresh', { locationId: acme, force: true }));
    const rows = world.shops.get(acme)!.collections;
    await until(
      async () => (await value(call('catalog.refresh', { locationId: acme, force: false }))).rows,
    ).toBe(rows.length);
    const [first] = rows;
    const id = first!._id;
    const base = fieldsOf({
      id,
      name: first!.name,
      slug: first!.slug,
      image: first!.image ?? '',
      seo: { title: first!.seo?.title ?? '', description: first!.seo?.description ?? '' },
    });
    const saved = await value(
      call('collection.save', { locationId: acme, id, base, patch: { name: 'A new name' } }),
    );
    expect(saved).toMatchObject({ state: 'saved', collection: { name: 'A new name' } });
    expect(world.shops.get(acme)!.collections.find(({ _id }) => _id === id)?.name).toBe('A new name');
    const journal = await value(call('activity.list', { locationId: acme }));
    expect(journal).toMatchObject([{ kind: 'update', state: 'saved', patch: { name: 'A new name' } }]);
    const rights = (await value(call('connection.list', {})))[0]?.rights;
    expect(rights?.['products/collection.write']).toBe('yes');
  });

  it('a forgotten connection takes its rows along', async () => {
    const { world, wake } = createBrowser();
    const { call } = wake();
    const token = world.issueToken({ locationId: acme });
    await value(call('connection.connect', { locationId: acme, label: 'Acme', token, keep: 'device' }));
    await value(call('catalog.refresh', { locationId: acme, force: true }));
    await value(call('connection.forget', { locationId: acme }));
    expect(await value(call('connection.list', {}))).toEqual([]);
    const state = await value(call('catalog.refresh', { locationId: acme, force: false }));
    expect(state.rows).toBe(0);
  });
});

describe('a worker that dies', () => {
  it('in the middle of a sync leaves an alarm, and the next one goes on', async () => {
    const { clock, world, alarms, wake, die } = createBrowser();
    const first = wake();
    const token = world.issueToken({ locationId: acme });
    await value(first.call('connection.connect', { locationId: acme, label: 'Acme', token, keep: 'memory' }));
    world.fault({ path: /collections/, skip: 1, does: { kind: 'meanwhile', run: die } });
    await value(first.call('catalog.refresh', { locationId: acme, force: true }));
    await clock.settled();
    expect(alarms.set.has(RESUME_ALARM)).toBe(true);
    const second = wake();
    await second.house.alarm({ name: RESUME_ALARM });
    const state = await value(second.call('catalog.refresh', { locationId: acme, force: false }));
    expect(state).toMatchObject({ complete: true, rows: world.shops.get(acme)!.collections.length });
    expect(alarms.set.size).toBe(0);
  });

  it('behind a locked vault goes on when the vault is unlocked', async () => {
    const { clock, world, session, wake, die } = createBrowser();
    const first = wake();
    const token = world.issueToken({ locationId: acme });
    const passphrase = 'correct horse';
    await value(
      first.call('connection.connect', {
        locationId: acme,
        label: '',
        token,
        keep: 'passphrase',
        passphrase,
      }),
    );
    world.fault({ path: /collections/, skip: 1, does: { kind: 'meanwhile', run: die } });
    await value(first.call('catalog.refresh', { locationId: acme, force: true }));
    await clock.settled();
    session.items.clear();
    const { call, house } = wake();
    await house.resume();
    const locked = await value(call('catalog.refresh', { locationId: acme, force: false }));
    expect(locked.complete).toBe(false);
    await value(call('vault.unlock', { passphrase }));
    await until(
      async () => (await value(call('catalog.refresh', { locationId: acme, force: false }))).complete,
    ).toBe(true);
  });
});

describe('what was under the pointer', () => {
  const seen = [{ id: '655b33a82209e60b6adb87a5', of: 'unknown' }];
  const message = { name: 'pointer.seen', request: { seen } };

  it('is remembered for the tab it was in', async () => {
    const { house, send } = createBrowser().wake();
    expect(await send(message, script)).toEqual({ ok: true, value: null });
    expect(await house.pointer.take(7, script.url)).toEqual(seen);
  });

  it('is refused from a site whose permission was taken back, though its script still runs', async () => {
    const { house, send } = createBrowser().wake();
    const origin = 'https://app.agency.example';
    expect(await send(message, { ...script, origin, url: `${origin}/` })).toMatchObject({ ok: false });
    expect(await house.pointer.take(7, `${origin}/`)).toEqual([]);
  });

  const [one] = seen;
  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'seen'],
    ['no list', { seen: { length: 1, 0: one } }],
    ['what is no id', { seen: [{ ...one, id: '../collections' }] }],
    ['an id in capitals', { seen: [{ ...one, id: 'A'.repeat(24) }] }],
    ['another kind', { seen: [{ ...one, of: 'token' }] }],
    ['too many', { seen: Array.from({ length: 17 }, () => one) }],
  ])('is refused when it is junk: %s', async (_, request) => {
    const browser = createBrowser();
    const { house, send } = browser.wake();
    expect(await send({ name: 'pointer.seen', request }, script)).toMatchObject({ ok: false });
    expect(await house.pointer.take(7, script.url)).toEqual([]);
    expect(JSON.stringify([...browser.session.items])).not.toContain('pointer');
  });

  it.each(['lookup.take', 'product.lookup', 'connection.list', 'activity.list'])(
    'is all its script may say: %s is refused, whatever window it names',
    async (name) => {
      const { send } = createBrowser().wake();
      const request = { windowId: 1, locationId: acme, ref: { kind: 'id', value: one?.id } };
      expect(await send({ name, request }, script)).toMatchObject({ ok: false });
    },
  );
});
