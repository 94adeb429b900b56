import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Product } from '../highlevel/product.ts';

export type CollectionProducts = {
  rows: readonly Product[];
  /** A page is under way. */
  loading: boolean;
  error: BridgeError | undefined;
  /** Another page may follow. */
  more: boolean;
  /** HighLevel's own count, when it tells one. */
  total: number | undefined;
};

export type CollectionProductsStore = StoreApi<CollectionProducts> & {
  /** The next page, or the same again after a failure. */
  load(): Promise<void>;
};

/** The products of one collection, page by page, as HighLevel has them now. */
export function createCollectionProducts(parts: {
  locationId: string;
  collectionId: string;
  call: Call;
}): CollectionProductsStore {
  const { locationId, collectionId, call } = parts;
  const store = createStore<CollectionProducts>(() => ({
    rows: [],
    loading: false,
    error: undefined,
    more: true,
    total: undefined,
  }));
  let next = 0;
  return Object.assign(store, {
    async load() {
      const { loading, more } = store.getState();
      if (loading || !more) return;
      store.setState({ loading: true, error: undefined });
      const answer = await call('product.list', { locationId, collectionId, offset: next });
      if (!answer.ok) return store.setState({ loading: false, error: answer.error });
      const { products, total } = answer.value;
      next = answer.value.next;
      // Pages may overlap when products come and go meanwhile.
      store.setState(({ rows }) => ({
        rows: [...new Map([...rows, ...products].map((row) => [row.id, row])).values()],
        loading: false,
        more: answer.value.more,
        total,
      }));
    },
  });
}
