import { describe, expect, it } from 'vitest';
import type { Client } from '../../../lib/highlevel/client.ts';
import { createScript, FIELDS, ID, MAT, PRODUCT, ROW, type Step } from './scripted.ts';

const OTHER = 'Zt4mVqL81pWcXyR0aKjU';

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
