import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../bridge/call.ts';
import type { Answer, BridgeError } from '../bridge/contract.ts';
import { findProductRef } from '../highlevel/addresses.ts';
import type { Product, ProductRef } from '../highlevel/product.ts';
import type { Recent, Recents } from './product-recents.ts';

export type Wish = NonNullable<Answer<'lookup.take'>>;

/** What the product tab shows, so that each has its picture. */
export type ProductShown =
  | { state: 'nothing' }
  | { state: 'asking'; ref: ProductRef; locationId: string }
  | {
      state: 'found';
      product: Product;
      /** The location that answered. */
      locationId: string;
      /** The storefront link it was looked up from. */
      storeLink: string | undefined;
      /** Known from before and being asked again. */
      stale: boolean;
      /** Why asking again failed; what is known stays. */
      error: BridgeError | undefined;
    }
  | { state: 'failed'; error: BridgeError; ref: ProductRef; locationId: string }
  /** What was given is no product; `collectionId` or `slug` when it names a collection. */
  | { state: 'other'; found: Exclude<Wish['found'], 'product'>; id?: string; slug?: string };

/** The wishlist, which HighLevel tells only when asked for it: the fields that then come on top. */
export type Wishlist =
  | { state: 'asking' }
  | { state: 'told'; fields: readonly [name: string, value: string][] };

export type ProductState = {
  text: string;
  shown: ProductShown;
  wishlist: Wishlist | undefined;
  recents: readonly Recent[];
};

export type ProductStore = StoreApi<ProductState> & {
  write(text: string): void;
  /** Looks up what the field holds. */
  lookUp(text?: string): Promise<void>;
  /** Does what the context menu asked. */
  take(wish: Wish): Promise<void>;
  again(): Promise<void>;
  askWishlist(): Promise<void>;
  clear(): void;
};

type ProductParts = {
  /** The location the panel shows. */
  locationId: string;
  call: Call;
  recents: Recents;
  now: () => number;
};

/** Products looked up from one location's panel. */
export function createProductStore({ locationId, call, recents, now }: ProductParts): ProductStore {
  const known = new Map<string, { product: Product; locationId: string }>();
  const store = createStore<ProductState>(() => ({
    text: '',
    shown: { state: 'nothing' },
    wishlist: undefined,
    recents: recents.list(),
  }));
  let asked = 0;

  async function ask(ref: ProductRef, at: string, storeLink: string | undefined) {
    asked += 1;
    const mine = asked;
    const before = known.get(ref.value);
    const shown: ProductShown =
      before?.locationId === at
        ? { ...before, state: 'found', storeLink, stale: true, error: undefined }
        : { state: 'asking', ref, locationId: at };
    store.setState({ shown, wishlist: undefined });
    const answer = await call('product.lookup', { locationId: at, ref });
    if (mine !== asked) return;
    if (answer.ok) {
      const product = answer.value;
      for (const name of [product.id, product.slug, ref.value])
        if (name !== undefined) known.set(name, { product, locationId: at });
      store.setState({
        shown: { state: 'found', product, locationId: at, storeLink, stale: false, error: undefined },
      });
      if (at === locationId) store.setState({ recents: recents.add(product, now()) });
    } else if (shown.state === 'found' && answer.error.code !== 'not-found') {
      store.setState({ shown: { ...shown, stale: false, error: answer.error } });
    } else store.setState({ shown: { state: 'failed', error: answer.error, ref, locationId: at } });
  }

  async function lookUp(given?: string) {
    const text = given ?? store.getState().text;
    store.setState({ text });
    if (text.trim() === '') return;
    const found = findProductRef(text);
    if (found.found === 'product') {
      await ask(found.ref, found.locationId ?? locationId, storeLinkIn(text, found.locationId));
    } else {
      asked += 1;
      const { found: what, id, slug } = found;
      store.setState({
        shown: {
          state: 'other',
          found: what,
          ...(id !== undefined && { id }),
          ...(slug !== undefined && { slug }),
        },
      });
    }
  }

  return Object.assign(store, {
    lookUp,
    write: (text: string) => store.setState({ text }),
    async take({ ref, locationId: at, text }: Wish) {
      if (ref === null) return lookUp(text);
      store.setState({ text: ref.value });
      await ask(ref, at ?? locationId, storeLinkIn(text, at ?? undefined));
    },
    async again() {
      const { shown } = store.getState();
      if (shown.state === 'failed') await ask(shown.ref, shown.locationId, undefined);
      if (shown.state === 'found')
        await ask({ kind: 'id', value: shown.product.id }, shown.locationId, shown.storeLink);
    },
    async askWishlist() {
      const { shown } = store.getState();
      if (shown.state !== 'found') return;
      const { product, locationId: at } = shown;
      const mine = asked;
      store.setState({ wishlist: { state: 'asking' } });
      const ref = { kind: 'id', value: product.id } as const;
      const answer = await call('product.lookup', { locationId: at, ref, wishlist: true });
      if (mine !== asked) return;
      if (answer.ok)
        store.setState({ wishlist: { state: 'told', fields: addedFields(product.raw, answer.value.raw) } });
      else store.setState({ wishlist: undefined, shown: { ...shown, error: answer.error } });
    },
    clear() {
      asked += 1;
      store.setState({ text: '', shown: { state: 'nothing' } });
    },
  });
}

/** What the second answer has and the first had not. */
const addedFields = (before: Product['raw'], after: Product['raw']): [string, string][] =>
  Object.entries(after)
    .filter(([name]) => !Object.hasOwn(before, name))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);

/** The link itself when it leads to a shop's page; HighLevel's own pages name their location. */
function storeLinkIn(text: string, locationId: string | undefined): string | undefined {
  if (locationId !== undefined || !URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  return url.protocol === 'https:' && /\/product\//.test(url.pathname) ? url.href : undefined;
}
