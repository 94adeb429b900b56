import { describe, expect, it } from 'vitest';
import { DEFAULT_QUIRKS, QUIRK_VALUES } from '../../world/quirks.ts';
import { LOCATIONS, type Quirks, type World } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';
import { ACME, createCaller, inAcme, LIST, MAT } from './calls.ts';

type Call = ReturnType<typeof createCaller>;
/** What an outsider sees of a switch: something that differs from value to value. */
type Look = (call: Call, world: World) => Promise<unknown>;

const acme = (world: World) => world.shops.get(ACME)!;
const first = (world: World) => acme(world).collections[0]!;
const one = (world: World) => `/products/collections/${first(world)._id}`;
const put = (call: Call, world: World, fields: object) =>
  call(one(world), { method: 'PUT', body: { ...inAcme, ...fields } });
const create = (call: Call, fields: object = {}) =>
  call('/products/collections', {
    method: 'POST',
    body: { ...inAcme, name: 'New', slug: 'new-one', ...fields },
  });
const product = { name: 'Mat', locationId: ACME, productType: 'PHYSICAL' };
const keys = (value: unknown) => Object.keys(value as object);
const data = (body: unknown) => (body as { data: Record<string, unknown>[] }).data;

const LOOKS: { [Name in keyof Quirks]: Look } = {
  getCollection: async (call, world) => (await call(`${one(world)}?altId=${ACME}`)).body,
  updateBody: async (call, world) => (await put(call, world, { name: 'A' })).text,
  async updateMissing(call, world) {
    await put(call, world, { name: 'A' });
    return [first(world).image, first(world).seo];
  },
  async clearWith(call, world) {
    const empty = await put(call, world, { image: '' });
    const afterEmpty = first(world).image;
    const none = await put(call, world, { seo: { title: null } });
    return [empty.status, afterEmpty, none.status, first(world).seo?.title];
  },
  total: async (call) => (await call(LIST)).text.match(/"total":(\[?\{"total":248\}\]?|248)/)?.[0],
  pageCap: async (call) => data((await call(`${LIST}&limit=1000`)).body).length,
  async duplicateSlug(call) {
    const { status, body } = await create(call, { slug: 'summer-2026' });
    return [status, status === 201 ? '' : body];
  },
  async readLag(call, world) {
    const seen: unknown[] = [];
    await put(call, world, { name: 'Newer' });
    for (const wait of [0, 1000, 1999]) {
      await world.clock.sleep(wait);
      const { body } = await call(`${one(world)}?altId=${ACME}`);
      seen.push((body as { data: { name: string } }).data.name);
    }
    return seen;
  },
  async listExtras(call) {
    const { body } = await call(`/products/?locationId=${ACME}&limit=1`);
    const row = (body as { products: object[] }).products[0];
    return [keys(data((await call(LIST)).body)[0]).includes('stats'), keys(row).includes('collectionIds')];
  },
  async productSets(call) {
    return keys((await call(`/products/${MAT}?locationId=${ACME}`)).body).includes('collectionIds');
  },
  async productUpdate(call, world) {
    await call(`/products/${MAT}`, { method: 'PUT', body: product });
    return keys(acme(world).products[0]).sort();
  },
  async bulkEdit(call) {
    const body = { ...inAcme, products: [{ _id: MAT, collectionIds: [] }] };
    return (await call('/products/bulk-update/edit', { method: 'POST', body })).body;
  },
  async rateWindow(call, world) {
    // Half the window's requests at its end, half right after: a fixed window takes them all.
    await call(LIST);
    await world.clock.sleep(9_000);
    const statuses: number[] = [];
    for (let count = 0; count < 120; count += 1) {
      if (count === 60) await world.clock.sleep(1_001);
      statuses.push((await call(LIST)).status);
    }
    return statuses.filter((status) => status === 429).length;
  },
  async rateHeaders(call, world) {
    world.limits.max = 1;
    const said = [await call(LIST), await call(LIST)];
    return said.map(({ status, headers }) => [status, headers.has('x-ratelimit-remaining')]);
  },
  async createId(call, world) {
    const { status } = await create(call, { collectionId: '66057f9d28536eae584ec047' });
    return [status, acme(world).collections.at(-1)!._id === '66057f9d28536eae584ec047'];
  },
  notFound: async (call) => (await call(`/products/nothing?locationId=${ACME}`)).status,
  async unknownFields(call) {
    const { body } = await call(LIST);
    return [
      keys(data(body)[0]),
      keys((await call(`/products/${MAT}?locationId=${ACME}`)).body).includes('medias'),
    ];
  },
  async agencyProduct(call, world) {
    const token = world.issueToken({ kind: 'agency', locationId: ACME });
    return (await call(`/products/${MAT}?locationId=${ACME}`, { token })).status;
  },
  async createBody(call) {
    const { status, body } = await create(call);
    return [status, keys(body).filter((name) => name !== 'traceId')];
  },
  async foreignAltId(call, world) {
    const token = world.issueToken({ locationId: LOCATIONS.globex });
    const list = await call(LIST, { token });
    const write = await call(one(world), { method: 'PUT', body: inAcme, token });
    expect(write.status).toBe(403);
    return [list.status, list.status === 200 ? data(list.body)[0]?.altId : undefined];
  },
  emptyList: async (call) => data((await call(`${LIST}&name=no+such+thing`)).body),
  nulls: async (call) => keys(data((await call(`${LIST}&name=Default`)).body)[0]),
  wrapping: async (call, world) => [
    keys((await call(`${one(world)}?altId=${ACME}`)).body).includes('data'),
    keys((await call(`/products/${MAT}?locationId=${ACME}`)).body).includes('product'),
  ],
  badToken: async (call) => (await call(LIST, { token: 'pit-00000000-0000-4000-a000-000000000000' })).body,
  checks: async (call) => (await call('/products/collections', { token: null })).status,
  notFoundText: async (call) => (await call(`/products/nothing?locationId=${ACME}`)).body,
  oddSlug: async (call, world) => (await put(call, world, { slug: 'Best of!' })).status,
  async stores(call, world) {
    await put(call, world, { name: ' Best ', slug: 'Best', seo: { title: 'Best\t' } });
    return [first(world).name, first(world).slug, first(world).seo?.title];
  },
  taxes: async (call) =>
    ((await call(`/products/${MAT}?locationId=${ACME}`)).body as { taxes: unknown[] }).taxes,
  wishlist: async (call) =>
    keys((await call(`/products/${MAT}?locationId=${ACME}&sendWishlistStatus=true`)).body).includes(
      'isWishlisted',
    ),
  async bulkCollections(call, world) {
    const before = acme(world).products[0]!.collectionIds.length;
    const added = acme(world).collections[4]!._id;
    const type = 'bulk-update-product-collection';
    const body = { ...inAcme, type, productIds: [MAT], collectionIds: [added] };
    await call('/products/bulk-update', { method: 'POST', body });
    return acme(world).products[0]!.collectionIds.length - before;
  },
  async retryAfter(call, world) {
    world.limits.max = 1;
    await call(LIST);
    return (await call(LIST)).headers.get('retry-after');
  },
};

async function look(quirks: Partial<Quirks>, name: keyof Quirks): Promise<string> {
  // A fixed start: ids and dates of what is made then are the same in each world.
  const world = createWorld({ clock: createVirtualClock(), quirks });
  const seen = await LOOKS[name](createCaller(world), world);
  return JSON.stringify(seen)?.replace(/"traceId":"\w+"/g, '') ?? 'nothing';
}

describe.each(Object.keys(QUIRK_VALUES) as (keyof Quirks)[])('quirk %s', (name) => {
  it('defaults to its first value', () => {
    expect(DEFAULT_QUIRKS[name]).toBe(QUIRK_VALUES[name][0]);
  });

  it('is seen from outside in every value', async () => {
    const seen = await Promise.all(QUIRK_VALUES[name].map((value) => look({ [name]: value }, name)));
    expect(new Set(seen).size).toBe(seen.length);
  });
});

describe('what quirks promise exactly', () => {
  it.each<[Quirks['clearWith'], unknown]>([
    ['empty', [200, '', 422, 'Best Sellers | Acme Fitness']],
    ['null', [200, 'kept', 200, null]],
    ['never', [200, 'kept', 200, 'Best Sellers | Acme Fitness']],
  ])('clearing with %s', async (clearWith, expected) => {
    const world = createWorld({ quirks: { clearWith } });
    const image = first(world).image;
    const seen = await LOOKS.clearWith(createCaller(world), world);
    expect((seen as unknown[]).map((value) => (value === image ? 'kept' : value))).toEqual(expected);
  });

  it.each<[Quirks['readLag'], string[]]>([
    [0, ['Newer', 'Newer', 'Newer']],
    [1000, ['Best Sellers', 'Newer', 'Newer']],
    [3000, ['Best Sellers', 'Best Sellers', 'Best Sellers']],
  ])('a read %s ms behind', async (readLag, expected) => {
    const world = createWorld({ clock: createVirtualClock(), quirks: { readLag } });
    expect(await LOOKS.readLag(createCaller(world), world)).toEqual(expected);
  });

  it('a lagging list hides what was made, shows what was deleted in its place, and lets direct changes through', async () => {
    const world = createWorld({ clock: createVirtualClock(), quirks: { readLag: 3000 } });
    const call = createCaller(world);
    const names = async () => data((await call(`${LIST}&limit=100&offset=200`)).body).map((row) => row.name);
    const before = await names();
    const [gone] = acme(world).collections.slice(220);
    await create(call);
    await call(`/products/collections/${gone!._id}?${new URLSearchParams(inAcme)}`, { method: 'DELETE' });
    expect(await names()).toEqual(before);
    acme(world).collections[210]!.name = 'Changed by somebody else';
    expect(await names()).toContain('Changed by somebody else');
    await world.clock.sleep(3000);
    expect(await names()).toEqual(
      [...before.filter((name) => name !== gone!.name && name !== before[10]), 'New'].toSpliced(
        10,
        0,
        'Changed by somebody else',
      ),
    );
  });

  it('an update that replaces leaves the product only what was sent', async () => {
    const world = createWorld({ quirks: { productUpdate: 'replaces' } });
    const call = createCaller(world);
    await call(`/products/${MAT}`, { method: 'PUT', body: product });
    expect(acme(world).products[0]).toMatchObject({ name: 'Mat', collectionIds: [] });
    expect(acme(world).products[0]).not.toHaveProperty('description');
    expect(acme(world).products[0]).not.toHaveProperty('medias');
  });
});
