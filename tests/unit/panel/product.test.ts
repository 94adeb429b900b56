import { describe, expect, it } from 'vitest';
import type { BridgeError } from '../../../lib/bridge/contract.ts';
import type { Product } from '../../../lib/highlevel/product.ts';
import { createProductStore, type Wish } from '../../../lib/panel/product.ts';
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

function openProducts(script: Script, inTab = true) {
  const worker = scriptedCall(script);
  const storage = memoryStorage();
  let now = 0;
  const store = createProductStore({
    locationId: LOCATION,
    call: worker.call,
    recentsOf: (locationId) => createRecents(storage, locationId),
    now: () => ++now,
    inTab: () => inTab,
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
    const { store, worker } = openProducts({
      'product.lookup': ({ locationId }) => product({ locationId }),
    });
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
      question: { storeLink: 'https://shop.example/yoga/product/awesome-yoga-mat' },
    });
    await store.lookUp(ID);
    expect(store.getState().shown).toMatchObject({ question: { storeLink: undefined } });
  });

  it.each([
    `https://cdn.example/product/${ID}.png`,
    `http://shop.example/product/${ID}`,
    `https://www.google.com/url?q=https%3A%2F%2Fshop.example%2Fproduct%2F${ID}`,
    `see https://shop.example/product/${ID}`,
  ])('has no link into the store for %s', async (text) => {
    const { store } = openProducts(found);
    await store.lookUp(text);
    expect(store.getState().shown).toMatchObject({ state: 'found', question: { storeLink: undefined } });
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
    expect(store.getState().shown).toEqual({ state: 'other', found: 'payment-link' });
  });

  it.each<[string, Partial<Wish>, object]>([
    // Only what stood around it on the page says that it is a collection.
    ['a collection’s bare id', { found: 'collection', collectionId: ID, text: ID }, { id: ID }],
    ['a text that was cut short', { found: 'nothing', text: 'yoga-mat' }, { found: 'nothing' }],
  ])('never reads %s again as a product', async (_, wish, shown) => {
    const { store, worker } = openProducts(found);
    await store.take({ locationId: OTHER_LOCATION, ref: null, found: 'nothing', text: '', ...wish });
    expect(store.getState().shown).toMatchObject({
      state: 'other',
      locationId: OTHER_LOCATION,
      ...shown,
    });
    expect(worker.asked).toEqual([]);
  });
});

describe('which location is asked', () => {
  const id: Wish = { found: 'product', ref: { kind: 'id', value: ID }, locationId: null, text: ID };
  const slug: Wish = { ...id, ref: { kind: 'slug', value: 'awesome-yoga-mat' } };
  const byId = { locationId: LOCATION, ref: id.ref };
  const bySlug = { locationId: LOCATION, ref: slug.ref };
  type Act = (store: ReturnType<typeof openProducts>['store']) => Promise<void>;

  it.each<[string, boolean, Act, object]>([
    ['an id in the field, the tab shows it', true, (store) => store.lookUp(ID), byId],
    ['an id in the field', false, (store) => store.lookUp(ID), { ...byId, elsewhere: true }],
    ['a slug in the field', false, (store) => store.lookUp('awesome-yoga-mat'), bySlug],
    ['one looked up here before', false, (store) => store.lookUp(ID, true), byId],
    ['an id from the menu', false, (store) => store.take(id), { ...byId, elsewhere: true }],
    ['a slug from the menu', false, (store) => store.take(slug), bySlug],
    ['an id pasted, the tab shows it', true, (store) => store.take(id), byId],
    ['an id of a known location', false, (store) => store.take({ ...id, locationId: LOCATION }), byId],
  ])('%s', async (_, inTab, act, request) => {
    const { store, worker } = openProducts(found, inTab);
    await act(store);
    expect(worker.asked.map((each) => each.request)).toEqual([request]);
  });

  it('the answer says where it is from, and is not remembered as this location’s', async () => {
    const there = product({ locationId: OTHER_LOCATION });
    const { store, storage, worker } = openProducts({ 'product.lookup': () => there }, false);
    await store.take(id);
    expect(store.getState()).toMatchObject({
      shown: { state: 'found', locationId: OTHER_LOCATION, question: { elsewhere: true } },
      recents: [],
    });
    expect(createRecents(storage, OTHER_LOCATION).list()).toMatchObject([{ id: ID }]);
    await store.again();
    expect(worker.asked.at(-1)?.request).toEqual({ locationId: OTHER_LOCATION, ref: id.ref });
    // By slug it would be a guess: what another location answered is not shown for it.
    const asking = store.take(slug);
    expect(store.getState().shown).toMatchObject({ state: 'asking', locationId: LOCATION });
    await asking;
  });

  it('a slug stays a guess when it is asked again', async () => {
    const { store, worker } = openProducts(found, false);
    await store.take(slug);
    await store.again();
    expect(worker.asked.map((each) => each.request)).toEqual([bySlug, bySlug]);
    expect(store.getState().shown).toMatchObject({ question: { elsewhere: true, ref: { kind: 'slug' } } });
  });

  it('a failed lookup is asked again as it was', async () => {
    const { store, worker } = openProducts({ 'product.lookup': () => ({ code: 'timeout' }) }, false);
    await store.take(id);
    await store.again();
    const request = { ...byId, elsewhere: true };
    expect(worker.asked.map((each) => each.request)).toEqual([request, request]);
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
