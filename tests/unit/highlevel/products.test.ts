import { describe, expect, it } from 'vitest';
import { fieldsNotShown, productBody } from '../../../lib/highlevel/product-body.ts';
import { ACME, createScript, ID, MAT, PRODUCT } from './scripted.ts';

const OTHER = 'Zt4mVqL81pWcXyR0aKjU';
const product = {
  id: MAT,
  locationId: ACME,
  name: 'Mat',
  productType: 'PHYSICAL',
  variants: [],
  taxes: [],
  raw: {},
};

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
      prices: ['p'],
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

  it.each([
    ['ids', ['a', 'b'], ['a', 'b'], []],
    ['whole', [{ _id: 'a', amount: 1 }, { id: 'b' }], ['a', 'b'], []],
    ['without ids', ['a', { amount: 1 }], undefined, ['prices', 'taxes']],
    ['none', [], [], []],
  ])('sends prices and taxes that came %s by id, or says that it cannot', async (_, came, sends, lacks) => {
    const raw = { ...PRODUCT, medias: [], seo: {}, prices: came, taxes: came };
    const body = productBody({ ...product, raw }, []);
    expect([body.prices, body.taxes]).toEqual([sends, sends]);
    expect(fieldsNotShown({ ...product, raw })).toEqual(lacks);
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
