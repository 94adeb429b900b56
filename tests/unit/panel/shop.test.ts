import { describe, expect, it, vi } from 'vitest';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { createFronts } from '../../../lib/panel/front.ts';
import { createProblem } from '../../../lib/panel/problem.ts';
import type { Wish } from '../../../lib/panel/product.ts';
import { createRoute } from '../../../lib/panel/route.ts';
import { createSaving } from '../../../lib/panel/saving.ts';
import { createShops } from '../../../lib/panel/shop.ts';
import { createSyncStore } from '../../../lib/panel/sync.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import {
  collection,
  createBus,
  fakeDrafts,
  fakeLocks,
  fakeReplica,
  idOf,
  LOCATION,
  memoryStorage,
  type Script,
  saved,
  scriptedCall,
} from './shop-fakes.ts';

const ONE = collection(1, { name: 'Summer', slug: 'summer' });

/** The session as far as a shop uses it. */
function fakeSession(locationId: string) {
  const said: (string | undefined)[] = [];
  let listener: (state: { locationId: string }, before: { locationId: string }) => void = () => {};
  let now = { locationId };
  return {
    said,
    getState: () => now,
    subscribe: (next: typeof listener) => {
      listener = next;
      return () => {};
    },
    go(to: string) {
      const before = now;
      now = { locationId: to };
      listener(now, before);
    },
    editing: (location: string | undefined) => void said.push(location),
  };
}

function openShop(script: Script = {}, rows: Collection[] = [ONE]) {
  const bus = createBus();
  const { call, of } = scriptedCall({ 'activity.list': () => [], ...script });
  const session = fakeSession(LOCATION);
  const route = createRoute();
  const problem = createProblem();
  const sync = createSyncStore({ call, events: bus.end() });
  sync.start();
  const parts = {
    call,
    events: bus.end(),
    replica: fakeReplica(rows),
    drafts: { ...fakeDrafts(), close: async () => {} },
    clock: createVirtualClock(),
    saving: createSaving(),
    sync,
    connections: { getState: () => ({ labels: {} }) } as never,
    problem,
    storage: memoryStorage(),
    notify: () => {},
  };
  const fronts = createFronts({
    ...parts,
    painted: async () => {},
    rested: async () => {},
    breathe: async () => {},
  });
  const shops = createShops({
    ...parts,
    fronts,
    locks: fakeLocks(),
    createId: () => idOf(99),
    session: session as never,
    tab: { getState: () => ({ place: {} }) } as never,
    route,
  });
  const shop = shops.at(LOCATION);
  return { shop, shops, session, route, problem, of, background: bus.end() };
}
const ready = (shop: ReturnType<typeof openShop>['shop']) =>
  vi.waitFor(() => expect(shop.collections.getState().read).toBe('all'));

describe('the shop of a location', () => {
  it('is the same one as long as it is in memory', () => {
    const { shop, shops } = openShop();
    expect(shops.at(LOCATION)).toBe(shop);
  });

  it('opens what the route says, and closes it again', async () => {
    const { shop, route } = openShop();
    await ready(shop);
    route.edit(ONE.id);
    expect(shop.editor.getState().open?.draft.id).toBe(ONE.id);
    route.leaveEditor();
    expect(shop.editor.getState().open).toBeUndefined();
  });

  it('keeps the panel here only while something is written that is not saved', async () => {
    const { shop, route, session } = openShop({ 'collection.save': () => saved({ ...ONE, name: 'Winter' }) });
    await ready(shop);
    route.edit(ONE.id);
    expect(session.said).toEqual([]);
    shop.editor.write('name', 'Winter');
    expect(session.said).toEqual([LOCATION]);
    await shop.editor.save();
    expect(session.said.at(-1)).toBeUndefined();
  });

  it('says so again when the panel comes back to an open draft', async () => {
    const { shop, route, session } = openShop();
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    session.go('Zt4mVqL81pWcXyR0aKjU');
    session.said.length = 0;
    session.go(LOCATION);
    expect(session.said).toEqual([LOCATION]);
  });
});

describe('what fails on the way', () => {
  it('goes to the banner, with the save to try again', async () => {
    const answers = [{ code: 'offline' as const }, saved({ ...ONE, name: 'Winter' })];
    const { shop, route, problem, of } = openShop({
      'collection.save': () => answers.shift() ?? { code: 'unexpected' },
    });
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    await shop.editor.save();
    expect(problem.getState().problem).toMatchObject({ locationId: LOCATION, error: { code: 'offline' } });
    problem.getState().problem?.retry?.();
    await vi.waitFor(() => expect(problem.getState().problem).toBeUndefined());
    expect(of('collection.save')).toHaveLength(2);
  });

  it('tries again what failed, whatever has been opened since', async () => {
    const TWO = collection(2, { name: 'Spring', slug: 'spring' });
    const answers = [{ code: 'offline' as const }, saved({ ...ONE, name: 'Winter' })];
    const { shop, route, problem, of } = openShop(
      { 'collection.save': () => answers.shift() ?? { code: 'unexpected' } },
      [ONE, TWO],
    );
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    await shop.editor.save();
    route.edit(TWO.id);
    shop.editor.write('seoTitle', 'Half a sent');
    problem.getState().problem?.retry?.();
    await vi.waitFor(() => expect(problem.getState().problem).toBeUndefined());
    expect(of('collection.save').map(({ request }) => request)).toMatchObject([
      { id: ONE.id, patch: { name: 'Winter' } },
      { id: ONE.id, patch: { name: 'Winter' } },
    ]);
    expect(shop.editor.getState().open?.draft).toMatchObject({
      id: TWO.id,
      fields: { seoTitle: 'Half a sent' },
    });
    expect(shop.collections.draft(ONE.id)).toBeUndefined();
  });

  it('leaves the banner when what failed was discarded', async () => {
    const { shop, route, problem, of } = openShop({ 'collection.save': () => ({ code: 'bad-answer' }) });
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    await shop.editor.save();
    shop.editor.discard();
    problem.getState().problem?.retry?.();
    await vi.waitFor(() => expect(problem.getState().problem).toBeUndefined());
    expect(of('collection.save')).toHaveLength(1);
  });

  it('leaves the banner when a refresh comes through', async () => {
    const { shop, route, problem, background } = openShop({ 'collection.save': () => ({ code: 'timeout' }) });
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    await shop.editor.save();
    background.emit({
      type: 'sync',
      state: { locationId: LOCATION, running: false, complete: true, rows: 1, syncedAt: 5 },
    });
    expect(problem.getState().problem).toBeUndefined();
  });

  it('stays there when only a new token can mend it', async () => {
    const { shop, route, problem, background } = openShop({
      'collection.save': () => ({ code: 'scope-missing', scope: 'products/collection.write' }),
    });
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    await shop.editor.save();
    background.emit({
      type: 'sync',
      state: { locationId: LOCATION, running: false, complete: true, rows: 1, syncedAt: 5 },
    });
    expect(problem.getState().problem?.error.code).toBe('scope-missing');
  });

  it("is not the banner's when it is about what was written", async () => {
    const { shop, route, problem } = openShop({ 'collection.save': () => ({ code: 'invalid' }) });
    await ready(shop);
    route.edit(ONE.id);
    shop.editor.write('name', 'Winter');
    await shop.editor.save();
    expect(problem.getState().problem).toBeUndefined();
  });
});

describe('a wish from the context menu', () => {
  const wish = (change: Partial<Wish>): Wish => ({
    locationId: LOCATION,
    ref: null,
    found: 'collection',
    text: 'https://shop.example/collections/summer',
    ...change,
  });

  it.each([
    ['id', { collectionId: ONE.id }],
    ['slug', { collectionSlug: 'summer' }],
  ])('opens a collection by its %s, once the device has been read', async (_, named) => {
    const { shop, route } = openShop();
    await shop.grant(wish(named));
    expect(route.getState().editor).toEqual({ kind: 'edit', id: ONE.id });
  });

  it('names a collection that this location does not have', async () => {
    const { shop, route } = openShop();
    await shop.grant(wish({ collectionSlug: 'unknown', text: 'https://shop.example/collections/unknown' }));
    expect(route.getState().editor).toBeUndefined();
    expect(shop.product.getState().shown).toMatchObject({
      state: 'other',
      found: 'collection',
      slug: 'unknown',
    });
  });

  it('is granted once, however often its tab is shown', async () => {
    const { shop, of } = openShop({ 'product.lookup': () => ({ code: 'not-found' }) });
    const once = wish({ found: 'product', ref: { kind: 'slug', value: 'mat' }, text: 'mat' });
    await shop.grant(once);
    await shop.grant(once);
    expect(of('product.lookup')).toHaveLength(1);
  });
});
