import { describe, expect, it } from 'vitest';
import type { BridgeError } from '../../../lib/bridge/contract.ts';
import type { Product } from '../../../lib/highlevel/product.ts';
import { createProductStore } from '../../../lib/panel/product.ts';
import { createRecents } from '../../../lib/panel/product-recents.ts';
import { LOCATION, later, memoryStorage, type Script, scriptedCall } from './shop-fakes.ts';

const ID = '655b33a82209e60b6adb87a5';
const OTHER_LOCATION = 'Zt4mVqL81pWcXyR0aKjU';
const product = (change: Partial<Product> = {}): Product => ({
  id: ID,
  locationId: LOCATION,
  name: 'Awesome Yoga Mat',
  productType: 'PHYSICAL',
  variants: [],
  taxes: [],
  slug: 'awesome-yoga-mat',
  raw: {},
  ...change,
});

function openProducts(script: Script) {
  const worker = scriptedCall(script);
  const storage = memoryStorage();
  let now = 0;
  const store = createProductStore({
    locationId: LOCATION,
    call: worker.call,
    recents: createRecents(storage, LOCATION),
    now: () => ++now,
  });
  return { store, worker, storage };
}
const found = { 'product.lookup': () => product() } satisfies Script;

describe('looking up', () => {
  it.each([
    [ID, { kind: 'id', value: ID }],
    [`  "${ID}". `, { kind: 'id', value: ID }],
    ['awesome-yoga-mat', { kind: 'slug', value: 'awesome-yoga-mat' }],
    [`https://shop.example/yoga/product/${ID}`, { kind: 'id', value: ID }],
  ])('%j asks for %o', async (text, ref) => {
    const { store, worker } = openProducts(found);
    await store.lookUp(text);
    expect(worker.of('product.lookup').map(({ request }) => request)).toEqual([
      { locationId: LOCATION, ref },
    ]);
    expect(store.getState().shown).toMatchObject({ state: 'found', product: { id: ID } });
  });

  it('asks the location that a dashboard link names', async () => {
    const { store, worker } = openProducts(found);
    await store.lookUp(`https://app.gohighlevel.com/v2/location/${OTHER_LOCATION}/payments/products/${ID}`);
    expect(worker.of('product.lookup')[0]?.request).toMatchObject({ locationId: OTHER_LOCATION });
    expect(store.getState().shown).toMatchObject({ state: 'found', locationId: OTHER_LOCATION });
    expect(store.getState().recents).toEqual([]);
  });

  it.each([
    [`https://shop.example/payment-link/${ID}`, 'payment-link'],
    ['https://shop.example/collections/yoga', 'collection'],
    ['not a product at all, sorry', 'nothing'],
  ])('%j is named as what it is, and nobody is asked', async (text, what) => {
    const { store, worker } = openProducts(found);
    await store.lookUp(text);
    expect(store.getState().shown).toMatchObject({ state: 'other', found: what });
    expect(worker.asked).toEqual([]);
  });

  it('keeps the link into the store when it came from one', async () => {
    const { store } = openProducts(found);
    await store.lookUp('https://shop.example/yoga/product/awesome-yoga-mat');
    expect(store.getState().shown).toMatchObject({
      storeLink: 'https://shop.example/yoga/product/awesome-yoga-mat',
    });
    await store.lookUp(ID);
    expect(store.getState().shown).toMatchObject({ storeLink: undefined });
  });

  it('shows what is known while it asks again', async () => {
    const { store, worker } = openProducts(found);
    await store.lookUp(ID);
    const again = store.lookUp('awesome-yoga-mat');
    expect(store.getState().shown).toMatchObject({ state: 'found', stale: true });
    await again;
    expect(store.getState().shown).toMatchObject({ state: 'found', stale: false });
    expect(worker.asked).toHaveLength(2);
  });

  it('keeps what is known when asking again fails, unless it is gone', async () => {
    const answers: (Product | BridgeError)[] = [product(), { code: 'offline' }, { code: 'not-found' }];
    const { store } = openProducts({ 'product.lookup': () => answers.shift() ?? { code: 'unexpected' } });
    await store.lookUp(ID);
    await store.again();
    expect(store.getState().shown).toMatchObject({ state: 'found', error: { code: 'offline' } });
    await store.again();
    expect(store.getState().shown).toMatchObject({ state: 'failed', error: { code: 'not-found' } });
  });

  it('shows the answer to the last question only', async () => {
    const slow = later<Product>();
    const { store } = openProducts({
      'product.lookup': ({ ref }) => (ref.value === 'slow' ? slow.promise : product()),
    });
    const first = store.lookUp('slow');
    await store.lookUp(ID);
    slow.done(product({ name: 'Too late' }));
    await first;
    expect(store.getState().shown).toMatchObject({ product: { name: 'Awesome Yoga Mat' } });
  });
});

describe('a lookup from the context menu', () => {
  it('asks the location it came from', async () => {
    const { store, worker } = openProducts(found);
    await store.take({
      locationId: OTHER_LOCATION,
      ref: { kind: 'id', value: ID },
      found: 'product',
      text: ID,
    });
    expect(worker.of('product.lookup')[0]?.request).toEqual({
      locationId: OTHER_LOCATION,
      ref: { kind: 'id', value: ID },
    });
  });

  it('names what is no product', async () => {
    const { store } = openProducts(found);
    await store.take({
      locationId: null,
      ref: null,
      found: 'payment-link',
      text: `https://x.example/payment-link/${ID}`,
    });
    expect(store.getState().shown).toEqual({ state: 'other', found: 'payment-link', id: ID });
  });
});

describe('the wishlist', () => {
  it('is asked for only on request, and shows what came on top', async () => {
    const { store, worker } = openProducts({
      'product.lookup': ({ wishlist }) =>
        product({ raw: { _id: ID, ...(wishlist && { isInWishlist: true, wishlistCount: 3 }) } }),
    });
    await store.lookUp(ID);
    expect(worker.asked).toEqual([
      { name: 'product.lookup', request: { locationId: LOCATION, ref: { kind: 'id', value: ID } } },
    ]);
    await store.askWishlist();
    expect(store.getState().wishlist).toEqual({
      state: 'told',
      fields: [
        ['isInWishlist', 'true'],
        ['wishlistCount', '3'],
      ],
    });
  });
});

describe('what was looked up lately', () => {
  it('is kept on the device, newest first, each once', async () => {
    const answers = [product(), product({ id: 'a'.repeat(24), name: 'Other' }), product({ name: 'Renamed' })];
    const { store, storage } = openProducts({ 'product.lookup': () => answers.shift() ?? product() });
    for (const text of [ID, 'a'.repeat(24), ID]) await store.lookUp(text);
    expect(
      createRecents(storage, LOCATION)
        .list()
        .map(({ name }) => name),
    ).toEqual(['Renamed', 'Other']);
  });

  it('is another list in another location', async () => {
    const { store, storage } = openProducts(found);
    await store.lookUp(ID);
    expect(createRecents(storage, OTHER_LOCATION).list()).toEqual([]);
  });

  it.each(['nonsense', '{"a":1}', '[{"id":1}]'])('is empty when %s stands in its place', (text) => {
    const storage = memoryStorage();
    storage.setItem(`aisle.recent.${LOCATION}`, text);
    expect(createRecents(storage, LOCATION).list()).toEqual([]);
  });
});
