import { describe, expect, it } from 'vitest';
import { type Client, createClient } from '../../../lib/highlevel/client.ts';
import { createLimiter } from '../../../lib/highlevel/rate-limit.ts';
import { ACME, createScript, FIELDS, ID, MAT, type Step } from './scripted.ts';

const ok: Step = { body: {} };

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
