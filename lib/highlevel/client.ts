import type { Clock } from './clock.ts';
import type { Collection } from './collection.ts';
import type { HighLevelError } from './errors.ts';
import { asRecord, asText, badAnswer, type Page, unwrap } from './parse-answer.ts';
import { readCollections, readOneCollection } from './parse-collection.ts';
import { readProduct, readProducts } from './parse-product.ts';
import type { Product, ProductRef } from './product.ts';
import { productBody } from './product-body.ts';
import type { Limiter } from './rate-limit.ts';
import type { Call, Options } from './request.ts';
import { fail, ok, type Result } from './result.ts';
import { request } from './retry.ts';

/** What is written of a collection; null is the other way of saying "nothing". */
export type CollectionBody = {
  name: string | null;
  slug: string | null;
  image: string | null;
  seo: { title: string | null; description: string | null };
};

type Answer<Value> = Promise<Result<Value, HighLevelError>>;
type ListCollections = { limit: number; offset: number; name?: string; ids?: readonly string[] };
type ListProducts = { collectionIds: readonly string[]; productId?: string; limit: number; offset: number };

/** HighLevel's API for one location. Failures are values; an abort rejects with the signal's reason. */
export type Client = {
  /** `name` searches; `ids` asks for these alone. */
  listCollections(what: ListCollections, options?: Options): Answer<Page<Collection>>;
  getCollection(id: string, options?: Options): Answer<Collection>;
  /** Undefined when HighLevel says only that it worked: read it back. */
  createCollection(
    what: { id?: string; fields: CollectionBody },
    options?: Options,
  ): Answer<Collection | undefined>;
  /** Any 2xx is success; what was stored is known only by reading back. */
  updateCollection(id: string, fields: CollectionBody, options?: Options): Answer<undefined>;
  deleteCollection(id: string, options?: Options): Answer<undefined>;
  getProduct(ref: ProductRef, options?: Options & { wishlist?: boolean | undefined }): Answer<Product>;
  /** Without collections: every product; `productId`: this one alone. */
  listProducts(what: ListProducts, options?: Options): Answer<Page<Product>>;
  /** Writes back what the read gave, with these collections. */
  updateProduct(
    product: Product,
    what: { collectionIds: readonly string[] },
    options?: Options,
  ): Answer<undefined>;
  /** Best effort: most tokens may not read it. */
  getLocation(options?: Options): Answer<{ name?: string }>;
};

export type ClientParts = {
  fetch: typeof fetch;
  clock: Clock;
  token: () => Promise<string | undefined>;
  limiter: Limiter;
  locationId: string;
  /** From 0 to 1, for the jitter of pauses. */
  random?: () => number;
  /** Whether the machine believes it has a network. */
  online?: () => boolean;
};

const READ = { scope: 'products/collection.readonly', single: false } as const;
const WRITE = { scope: 'products/collection.write', single: false } as const;
const COLLECTIONS = '/products/collections';
/** What follows /products/ in other calls' paths, and so can be no product. */
const NO_PRODUCT = /^(?:\.{1,2}|collections|inventory|reviews|store|bulk-update)$/;

const collectionPath = (id: string): string => `${COLLECTIONS}/${encodeURIComponent(id)}`;

/** Builds the client of one location. The only part of the house that talks to HighLevel. */
export function createClient(given: ClientParts): Client {
  const parts = { random: Math.random, online: () => true, ...given };
  const { locationId } = parts;
  const place = { altId: locationId, altType: 'location' };
  const send = (call: Call, options: Options = {}) => request(parts, call, options);

  async function write(call: Call, options?: Options): Answer<undefined> {
    const answer = await send(call, options);
    return answer.ok ? ok(undefined) : answer;
  }

  async function listCollections(what: ListCollections, options?: Options): Answer<Page<Collection>> {
    const query: Record<string, string> = {
      ...place,
      limit: String(what.limit),
      offset: String(what.offset),
      ...(what.name === undefined ? {} : { name: what.name }),
      ...(what.ids === undefined ? {} : { collectionIds: what.ids.join(',') }),
    };
    const answer = await send({ ...READ, method: 'GET', path: COLLECTIONS, query }, options);
    return answer.ok ? readCollections(answer.value, locationId) : answer;
  }

  /** The way around a route that HighLevel's own gate does not know yet. */
  async function findCollection(id: string, options?: Options): Answer<Collection> {
    const page = await listCollections({ limit: 1, offset: 0, ids: [id] }, options);
    if (!page.ok) return page;
    const found = page.value.rows.find((row) => row.id === id);
    if (found === undefined) return fail({ code: 'not-found' });
    return found.name === '' ? badAnswer('data.name') : ok(found);
  }

  return {
    listCollections,

    async getCollection(id, options) {
      const query = { altId: locationId };
      const answer = await send(
        { ...READ, single: true, method: 'GET', path: collectionPath(id), query },
        options,
      );
      if (answer.ok) return readOneCollection(answer.value, locationId);
      return answer.error.code === 'route-unavailable' ? findCollection(id, options) : answer;
    },

    async createCollection({ id, fields }, options) {
      const body = { ...place, ...(id === undefined ? {} : { collectionId: id }), ...fields };
      const answer = await send({ ...WRITE, method: 'POST', path: COLLECTIONS, body }, options);
      if (!answer.ok) return answer;
      const made = readOneCollection(answer.value, locationId);
      return made.ok || made.error.code === 'wrong-location' ? made : ok(undefined);
    },

    updateCollection: (id, fields, options) =>
      write({ ...WRITE, method: 'PUT', path: collectionPath(id), body: { ...place, ...fields } }, options),

    deleteCollection: (id, options) =>
      write({ ...WRITE, method: 'DELETE', path: collectionPath(id), query: place }, options),

    async getProduct(ref, options = {}) {
      if (NO_PRODUCT.test(ref.value)) return fail({ code: 'not-found' });
      const answer = await send(
        {
          method: 'GET',
          path: `/products/${encodeURIComponent(ref.value)}`,
          query: { locationId, ...(options.wishlist ? { sendWishlistStatus: 'true' } : {}) },
          scope: 'products.readonly',
          single: true,
        },
        options,
      );
      return answer.ok ? readProduct(answer.value, locationId) : answer;
    },

    async listProducts({ collectionIds, productId, limit, offset }, options) {
      const query = {
        locationId,
        ...(collectionIds.length === 0 ? {} : { collectionIds: collectionIds.join(',') }),
        ...(productId === undefined ? {} : { 'productIds[]': productId }),
        limit: String(limit),
        offset: String(offset),
      };
      const answer = await send(
        { method: 'GET', path: '/products/', query, scope: 'products.readonly', single: false },
        options,
      );
      return answer.ok ? readProducts(answer.value, locationId) : answer;
    },

    updateProduct: async (product, { collectionIds }, options) => {
      if (product.locationId !== locationId) return fail({ code: 'wrong-location' });
      if (product.productType === '') return badAnswer('productType');
      const path = `/products/${encodeURIComponent(product.id)}`;
      const body = productBody(product, collectionIds);
      return write({ method: 'PUT', path, body, scope: 'products.write', single: false }, options);
    },

    async getLocation(options) {
      const path = `/locations/${encodeURIComponent(locationId)}`;
      const answer = await send({ method: 'GET', path, single: true }, options);
      if (!answer.ok) return answer;
      const name = asText(unwrap(answer.value, ['location', 'data'])?.name);
      return name === undefined || asRecord(answer.value) === undefined ? ok({}) : ok({ name });
    },
  };
}
