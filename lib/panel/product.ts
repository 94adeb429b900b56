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
  | ({ state: 'asking' } & Question)
  | {
      state: 'found';
      product: Product;
      /** The location that answered. */
      locationId: string;
      /** What was asked. */
      question: Question;
      /** Known from before and being asked again. */
      stale: boolean;
      /** Why asking again failed; what is known stays. */
      error: BridgeError | undefined;
    }
  | ({ state: 'failed'; error: BridgeError } & Question)
  /** What was given is no product; `id` or `slug` when it names a collection, and the location that it is of. */
  | { state: 'other'; found: Other; id?: string; slug?: string; locationId?: string };

type Other = Exclude<Wish['found'], 'product'>;

/** A lookup as it is asked; asked again it is the same. */
export type Question = {
  ref: ProductRef;
  /** Asked first. */
  locationId: string;
  /** Nobody knows which location it is of: an id may be found in another one, a slug may be another product's too. */
  elsewhere: boolean;
  /** The storefront link it was looked up from. */
  storeLink: string | undefined;
};

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
  /** Looks up what the field holds. `here`: it is known to be this location's. */
  lookUp(text?: string, here?: boolean): Promise<void>;
  /** Does what the context menu asked. */
  take(wish: Wish): Promise<void>;
  again(): Promise<void>;
  askWishlist(): Promise<void>;
  /** The product as a change of ours left it; shown where it is in front. */
  renew(product: Product): void;
  clear(): void;
};

type ProductParts = {
  /** The location the panel shows. */
  locationId: string;
  call: Call;
  /** Of any location: what another one answers is remembered as that one's. */
  recentsOf: (locationId: string) => Recents;
  now: () => number;
  /** Whether the tab in front shows this location: what is asked there is of it. */
  inTab: () => boolean;
};

/** Products looked up from one location's panel. */
export function createProductStore({ locationId, call, recentsOf, now, inTab }: ProductParts): ProductStore {
  const known = new Map<string, { product: Product; locationId: string }>();
  const store = createStore<ProductState>(() => ({
    text: '',
    shown: { state: 'nothing' },
    wishlist: undefined,
    recents: recentsOf(locationId).list(),
  }));
  let asked = 0;

  async function ask(question: Question) {
    asked += 1;
    const mine = asked;
    const { ref, locationId: at, elsewhere } = question;
    const before = known.get(ref.value);
    const open = elsewhere && ref.kind === 'id';
    const shown: ProductShown =
      before !== undefined && (before.locationId === at || open)
        ? { ...before, state: 'found', question, stale: true, error: undefined }
        : { ...question, state: 'asking' };
    store.setState({ shown, wishlist: undefined });
    const answer = await call('product.lookup', { locationId: at, ref, ...(open && { elsewhere }) });
    if (mine !== asked) return;
    if (answer.ok) {
      const product = answer.value;
      const of = product.locationId;
      for (const name of [product.id, product.slug, ref.value])
        if (name !== undefined) known.set(name, { product, locationId: of });
      store.setState({
        shown: { state: 'found', product, locationId: of, question, stale: false, error: undefined },
      });
      const recents = recentsOf(of).add(product, now());
      if (of === locationId) store.setState({ recents });
    } else if (shown.state === 'found' && answer.error.code !== 'not-found') {
      store.setState({ shown: { ...shown, stale: false, error: answer.error } });
    } else store.setState({ shown: { ...question, state: 'failed', error: answer.error } });
  }

  function name(shown: Extract<ProductShown, { state: 'other' }>) {
    asked += 1;
    store.setState({ shown, wishlist: undefined });
  }

  async function lookUp(given?: string, here = inTab()) {
    const text = given ?? store.getState().text;
    store.setState({ text });
    if (text.trim() === '') return;
    const found = findProductRef(text);
    if (found.found !== 'product') return name({ ...found, state: 'other' });
    const { ref, locationId: of } = found;
    await ask({
      ref,
      locationId: of ?? locationId,
      elsewhere: of === undefined && !here,
      storeLink: storeLinkIn(text, of),
    });
  }

  return Object.assign(store, {
    lookUp,
    write: (text: string) => store.setState({ text }),
    async take({ found, ref, locationId: of, text, collectionId, collectionSlug }: Wish) {
      if (found !== 'product' || ref === null) {
        // Not read again: `text` may be cut short, or an id that only its surroundings explain.
        store.setState({ text });
        return name({
          state: 'other',
          found: found === 'product' ? 'nothing' : found,
          ...(collectionId !== undefined && { id: collectionId }),
          ...(collectionSlug !== undefined && { slug: collectionSlug }),
          ...(of !== null && { locationId: of }),
        });
      }
      store.setState({ text: ref.value });
      await ask({
        ref,
        locationId: of ?? locationId,
        elsewhere: of === null && !inTab(),
        storeLink: storeLinkIn(text, of ?? undefined),
      });
    },
    async again() {
      const { shown } = store.getState();
      if (shown.state === 'failed') await ask(questionOf(shown));
      if (shown.state !== 'found') return;
      const { question, product, locationId: of } = shown;
      // Whose an id is, is known by now; a slug stays a guess.
      const guess = question.elsewhere && question.ref.kind === 'slug';
      const ref = { kind: 'id', value: product.id } as const;
      await ask(guess ? question : { ...question, ref, locationId: of, elsewhere: false });
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
    renew(product: Product) {
      for (const [name, { product: old }] of known) if (old.id === product.id) known.delete(name);
      const { shown } = store.getState();
      if (shown.state !== 'found' || shown.product.id !== product.id) return;
      // An answer under way is older than this.
      asked += 1;
      store.setState({ shown: { ...shown, product, stale: false, error: undefined } });
    },
    clear() {
      asked += 1;
      store.setState({ text: '', shown: { state: 'nothing' }, recents: recentsOf(locationId).list() });
    },
  });
}

const questionOf = ({ ref, locationId, elsewhere, storeLink }: Question): Question => ({
  ref,
  locationId,
  elsewhere,
  storeLink,
});

/** What the second answer has and the first had not. */
const addedFields = (before: Product['raw'], after: Product['raw']): [string, string][] =>
  Object.entries(after)
    .filter(([name]) => !Object.hasOwn(before, name))
    .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]);

/** The link itself when it leads to a shop's page; HighLevel's own pages name their location. */
function storeLinkIn(text: string, locationId: string | undefined): string | undefined {
  if (locationId !== undefined || !URL.canParse(text.trim())) return undefined;
  const url = new URL(text.trim());
  // A slug holds no dot: `/product/<id>.png` is a picture.
  return url.protocol === 'https:' && /\/product\/[^.]+$/.test(url.pathname) ? url.href : undefined;
}
