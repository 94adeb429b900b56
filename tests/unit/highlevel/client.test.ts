import { describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../lib/highlevel/client.ts';
import { createLimiter } from '../../../lib/highlevel/rate-limit.ts';
import { ACME, createScript, FIELDS, ID, MAT, PRODUCT, ROW, type Step } from './scripted.ts';

const OTHER = 'Zt4mVqL81pWcXyR0aKjU';
const ok: Step = { body: {} };
const product = {
  id: MAT,
  locationId: ACME,
  name: 'Mat',
  productType: 'PHYSICAL',
  variants: [],
  taxes: [],
  raw: {},
};

describe('requests leave as HighLevel documents them', () => {
  const place = { altId: ACME, altType: 'location' };
  const cases: [
    string,
    (client: Client) => Promise<unknown>,
    string,
    string,
    Record<string, string>,
    unknown,
  ][] = [
    [
      'list',
      (c) => c.listCollections({ limit: 100, offset: 200 }),
      'GET',
      '/products/collections',
      { ...place, limit: '100', offset: '200' },
      undefined,
    ],
    [
      'list by name',
      (c) => c.listCollections({ limit: 1, offset: 0, name: 'Yoga & more' }),
      'GET',
      '/products/collections',
      { ...place, limit: '1', offset: '0', name: 'Yoga & more' },
      undefined,
    ],
    [
      'list by ids',
      (c) => c.listCollections({ limit: 2, offset: 0, ids: [ID, MAT] }),
      'GET',
      '/products/collections',
      { ...place, limit: '2', offset: '0', collectionIds: `${ID},${MAT}` },
      undefined,
    ],
    [
      'get, without altType',
      (c) => c.getCollection(ID),
      'GET',
      `/products/collections/${ID}`,
      { altId: ACME },
      undefined,
    ],
    [
      'create',
      (c) => c.createCollection({ id: ID, fields: FIELDS }),
      'POST',
      '/products/collections',
      {},
      { ...place, collectionId: ID, ...FIELDS },
    ],
    [
      'create without an id',
      (c) => c.createCollection({ fields: FIELDS }),
      'POST',
      '/products/collections',
      {},
      { ...place, ...FIELDS },
    ],
    [
      'update',
      (c) => c.updateCollection(ID, { ...FIELDS, image: null }),
      'PUT',
      `/products/collections/${ID}`,
      {},
      { ...place, ...FIELDS, image: null },
    ],
    ['delete', (c) => c.deleteCollection(ID), 'DELETE', `/products/collections/${ID}`, place, undefined],
    [
      'product by id',
      (c) => c.getProduct({ kind: 'id', value: MAT }),
      'GET',
      `/products/${MAT}`,
      { locationId: ACME },
      undefined,
    ],
    [
      'product by slug',
      (c) => c.getProduct({ kind: 'slug', value: 'a/b?c' }),
      'GET',
      '/products/a%2Fb%3Fc',
      { locationId: ACME },
      undefined,
    ],
    [
      'product with wishlist',
      (c) => c.getProduct({ kind: 'id', value: MAT }, { wishlist: true }),
      'GET',
      `/products/${MAT}`,
      { locationId: ACME, sendWishlistStatus: 'true' },
      undefined,
    ],
    [
      'products',
      (c) => c.listProducts({ collectionIds: [ID], limit: 20, offset: 40 }),
      'GET',
      '/products/',
      { locationId: ACME, collectionIds: ID, limit: '20', offset: '40' },
      undefined,
    ],
    ['location', (c) => c.getLocation(), 'GET', `/locations/${ACME}`, {}, undefined],
  ];

  it.each(cases)('%s', async (_, call, method, path, query, body) => {
    const { client, sent } = createScript([ok]);
    await call(client);
    const [request] = sent;
    expect(request?.url.origin).toBe('https://services.leadconnectorhq.com');
    expect(request?.init.method).toBe(method);
    expect(request?.url.pathname).toBe(path);
    expect(Object.fromEntries(request!.url.searchParams)).toEqual(query);
    expect(typeof request?.init.body === 'string' ? JSON.parse(request.init.body) : undefined).toEqual(body);
    expect(request?.init.headers).toEqual({
      Authorization: 'Bearer pit-1234',
      Version: '2021-07-28',
      Accept: 'application/json',
      ...(body === undefined ? {} : { 'Content-Type': 'application/json' }),
    });
  });

  it('and follow no redirect, carry no cookie, leave no referrer', async () => {
    const { client, sent } = createScript([ok]);
    await client.getCollection(ID);
    expect(sent[0]?.init).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it("and call fetch as browsers insist: as nobody's method", async () => {
    let self: unknown = 'never called';
    const { clock } = createScript([ok]);
    const fetch = async function (this: unknown) {
      self = this;
      return new Response('{}');
    };
    const token = async () => 'pit-1';
    const client = createClient({ fetch, clock, token, limiter: createLimiter({ clock }), locationId: ACME });
    await client.deleteCollection(ID);
    expect(self).toBeUndefined();
  });

  it.each(['.', '..', 'collections', 'inventory', 'bulk-update'])(
    'a product called "%s" would be another call: not asked',
    async (value) => {
      const { client, sent } = createScript([ok]);
      expect(await client.getProduct({ kind: 'slug', value })).toEqual({
        ok: false,
        error: { code: 'not-found' },
      });
      expect(sent).toHaveLength(0);
    },
  );
});

describe('a list survives every shape', () => {
  const list = async (body: unknown) =>
    createScript([{ body }]).client.listCollections({ limit: 100, offset: 0 });

  it.each<[string, unknown, number, number, number | undefined]>([
    ['as documented', { data: [ROW], total: 1 }, 1, 1, 1],
    ["the documentation's own example", { data: [[null]], total: 0 }, 0, 1, 0],
    ['empty', { data: [], total: 0 }, 0, 0, 0],
    ['total in an object', { data: [ROW], total: { total: 7 } }, 1, 1, 7],
    ['total in a list', { data: [ROW], total: [{ total: 7 }] }, 1, 1, 7],
    ['total as text', { data: [ROW], total: '7' }, 1, 1, 7],
    ['no total', { data: [ROW] }, 1, 1, undefined],
    ['strange totals', { data: [ROW], total: [{ total: -3 }] }, 1, 1, undefined],
    ['a bare list', [ROW], 1, 1, undefined],
    ['rows nobody can use', { data: [null, 'x', {}, { _id: 'short' }, ROW, { _id: 7 }] }, 1, 6, undefined],
  ])('%s', async (_, body, rows, received, total) => {
    const result = await list(body);
    expect(result).toMatchObject({ ok: true, value: { received } });
    if (!result.ok) return;
    expect(result.value.rows).toHaveLength(rows);
    expect(result.value.total).toBe(total);
  });

  it.each([undefined, null, {}, { data: null }, { data: {} }, 'data', 7])(
    'but is a bad answer when it is %j',
    async (body) => {
      expect(await list(body)).toEqual({ ok: false, error: { code: 'bad-answer', field: 'data' } });
    },
  );
});

describe('a collection', () => {
  const get = async (...steps: Step[]) => createScript(steps).client.getCollection(ID);
  const plain = { id: ID, name: 'Yoga', slug: 'yoga', image: '', seo: { title: '', description: '' } };

  it.each<[string, unknown, object]>([
    ['wrapped', { data: ROW, status: true }, plain],
    ['bare', ROW, plain],
    [
      'with everything',
      {
        data: {
          ...ROW,
          image: 'https://x/y.png',
          seo: { title: 'T', description: null },
          createdAt: '2024-02-22T09:27:19.728Z',
          stats: { productCount: 4 },
        },
      },
      {
        ...plain,
        image: 'https://x/y.png',
        seo: { title: 'T', description: '' },
        createdAt: '2024-02-22T09:27:19.728Z',
        productCount: 4,
      },
    ],
    [
      'with strange rest',
      {
        data: {
          ...ROW,
          image: { url: 1 },
          seo: ['x'],
          slug: null,
          createdAt: 'soon',
          stats: { productCount: 'many' },
        },
      },
      { ...plain, slug: '' },
    ],
    ['with the rest missing', { data: { _id: ID, name: 'Yoga' } }, { ...plain, slug: '' }],
  ])('is read %s', async (_, body, value) => {
    expect(await get({ body })).toEqual({ ok: true, value });
  });

  it.each([
    [{ data: {}, status: true }, 'data._id'],
    [{ data: { _id: ID, slug: 'yoga' } }, 'data.name'],
    [{ data: { ...ROW, name: null } }, 'data.name'],
    [null, 'data'],
    [undefined, 'data'],
  ])('that lacks what a save needs is a bad answer: %j', async (body, field) => {
    expect(await get({ body })).toEqual({ ok: false, error: { code: 'bad-answer', field } });
  });

  const iam: Step = { status: 401, body: { message: 'This route is not yet supported by the IAM Service.' } };

  it('is found by the list when its own route is not available', async () => {
    const { client, sent } = createScript([iam, { body: { data: [ROW], total: 1 } }]);
    expect(await client.getCollection(ID)).toEqual({ ok: true, value: plain });
    expect(sent[1]?.url.pathname).toBe('/products/collections');
    expect(sent[1]?.url.searchParams.get('collectionIds')).toBe(ID);
  });

  it('is gone when that list lacks it', async () => {
    const stranger = { ...ROW, _id: MAT };
    for (const data of [[], [[null]], [stranger]]) {
      expect(await get(iam, { body: { data } })).toEqual({ ok: false, error: { code: 'not-found' } });
    }
  });

  it('found by the list without its name is a bad answer', async () => {
    const row = { ...ROW, name: null };
    expect(await get(iam, { body: { data: [row] } })).toEqual({
      ok: false,
      error: { code: 'bad-answer', field: 'data.name' },
    });
  });

  it('that was made comes back, or nothing when HighLevel says only that it worked', async () => {
    const create = (body: unknown) =>
      createScript([{ status: 201, body }]).client.createCollection({ fields: FIELDS });
    expect(await create({ data: ROW })).toEqual({ ok: true, value: plain });
    for (const body of [{}, { data: {} }, null, { status: true }])
      expect(await create(body)).toEqual({ ok: true, value: undefined });
  });
});

describe('a product', () => {
  const get = async (body: unknown) => createScript([{ body }]).client.getProduct({ kind: 'id', value: MAT });

  it.each([PRODUCT, { product: PRODUCT }, { data: PRODUCT }])('is read bare or wrapped: %j', async (body) => {
    expect(await get(body)).toEqual({ ok: true, value: { ...product, raw: PRODUCT } });
  });

  it('is read with every field', async () => {
    const fields = {
      createdAt: '2024-01-01T00:00:00.000Z',
      updatedAt: '2024-02-01T00:00:00.000Z',
      description: '<p>Soft</p>',
      variants: [{ id: 'v', name: 'Size', options: [{ id: 'o', name: 'L' }] }],
      availableInStore: true,
      statementDescriptor: 'ACME',
      image: 'https://x/y.png',
      collectionIds: [ID],
      isTaxesEnabled: true,
      automaticTaxCategoryId: 'tax',
      label: { title: 'New', startDate: '2024-06-01', endDate: '2024-06-30' },
      slug: 'mat',
    };
    const raw = { ...PRODUCT, ...fields, taxes: ['a', { _id: 'b', name: 'VAT' }], medias: [] };
    const result = await get(raw);
    expect(result).toEqual({
      ok: true,
      value: { ...product, ...fields, taxes: [{ id: 'a' }, { id: 'b', name: 'VAT' }], raw },
    });
  });

  it('keeps what is strange or missing absent', async () => {
    const raw = {
      ...PRODUCT,
      productType: null,
      collectionIds: null,
      variants: 'none',
      taxes: {},
      label: {},
      availableInStore: 'yes',
      image: null,
      slug: 5,
    };
    expect(await get(raw)).toEqual({ ok: true, value: { ...product, productType: '', raw } });
  });

  it('whose collections cannot all be read says nothing of them, rather than too few', async () => {
    const result = await get({ ...PRODUCT, collectionIds: [ID, null] });
    expect(result.ok && result.value).toEqual({ ...product, raw: expect.anything() });
  });

  it.each([
    [{}, '_id'],
    [null, '_id'],
    [[], '_id'],
    [{ ...PRODUCT, _id: 'x' }, '_id'],
    [{ _id: MAT }, 'name'],
  ])('that lacks what the card needs is a bad answer: %j', async (body, field) => {
    expect(await get(body)).toEqual({ ok: false, error: { code: 'bad-answer', field } });
  });

  it('is listed with strange rows left out and counted', async () => {
    const { client } = createScript([{ body: { products: [PRODUCT, null, {}], total: [{ total: 3 }] } }]);
    const result = await client.listProducts({ collectionIds: [ID], limit: 20, offset: 0 });
    expect(result).toMatchObject({ ok: true, value: { received: 3, total: 3, rows: [{ id: MAT }] } });
  });

  it('goes back whole with other collections: every documented field of the read, none unknown, taxes by id', async () => {
    const kept = {
      description: 'd',
      image: 'i',
      statementDescriptor: 's',
      availableInStore: false,
      medias: [{ id: 'm' }],
      variants: [],
      isTaxesEnabled: true,
      automaticTaxCategoryId: 't',
      isLabelEnabled: true,
      label: { title: 'New' },
      slug: 'mat',
      seo: { title: 'x' },
      taxInclusive: true,
    };
    const read = await get({
      ...PRODUCT,
      ...kept,
      taxes: [{ _id: 'b', name: 'VAT' }],
      collectionIds: [],
      updatedAt: 'x',
      __v: 3,
      isFeatured: true,
    });
    if (!read.ok) throw new Error('unread');
    const { client, sent } = createScript([{ body: PRODUCT }]);
    expect(await client.updateProduct(read.value, { collectionIds: [ID] })).toEqual({
      ok: true,
      value: undefined,
    });
    expect(sent[0]?.url.pathname).toBe(`/products/${MAT}`);
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      name: 'Mat',
      locationId: ACME,
      productType: 'PHYSICAL',
      ...kept,
      taxes: ['b'],
      collectionIds: [ID],
    });
  });

  it('sends nothing it was not given: what the read left out stays out', async () => {
    const { client, sent } = createScript([{ body: {} }]);
    await client.updateProduct({ ...product, raw: { ...PRODUCT, image: null } }, { collectionIds: [] });
    expect(JSON.parse(String(sent[0]?.init.body))).toEqual({
      name: 'Mat',
      locationId: ACME,
      productType: 'PHYSICAL',
      collectionIds: [],
    });
  });

  it('of another location, or without its type, is not written', async () => {
    const { client, sent } = createScript([{ body: {} }]);
    const what = { collectionIds: [] };
    expect(await client.updateProduct({ ...product, locationId: OTHER }, what)).toMatchObject({
      ok: false,
      error: { code: 'wrong-location' },
    });
    expect(await client.updateProduct({ ...product, productType: '' }, what)).toMatchObject({
      ok: false,
      error: { code: 'bad-answer', field: 'productType' },
    });
    expect(sent).toHaveLength(0);
  });
});

describe('a token of another location', () => {
  it.each<[string, unknown, (client: Client) => Promise<unknown>]>([
    ['a row', { data: [ROW, { ...ROW, altId: OTHER }] }, (c) => c.listCollections({ limit: 9, offset: 0 })],
    ['a collection', { data: { ...ROW, altId: OTHER } }, (c) => c.getCollection(ID)],
    ['what was made', { data: { ...ROW, altId: OTHER } }, (c) => c.createCollection({ fields: FIELDS })],
    ['a product', { ...PRODUCT, locationId: OTHER }, (c) => c.getProduct({ kind: 'id', value: MAT })],
    [
      'a product row',
      { products: [{ ...PRODUCT, locationId: OTHER }] },
      (c) => c.listProducts({ collectionIds: [ID], limit: 1, offset: 0 }),
    ],
  ])('is known by %s', async (_, body, call) => {
    expect(await call(createScript([{ body }]).client)).toEqual({
      ok: false,
      error: { code: 'wrong-location' },
    });
  });
});

describe('a location', () => {
  it.each<[unknown, object]>([
    [{ location: { name: 'Acme' } }, { name: 'Acme' }],
    [{ name: 'Acme' }, { name: 'Acme' }],
    [{ location: {} }, {}],
    [null, {}],
  ])('has a name, perhaps: %j', async (body, value) => {
    expect(await createScript([{ body }]).client.getLocation()).toEqual({ ok: true, value });
  });
});
