import type { Quirks, RawProduct } from '../types.ts';
import { json, notFound } from './answers.ts';
import { type Call, page, type Route, split, text, texts } from './route.ts';

/** Fields real products carry that the documentation of Get product does not name. */
const UNDOCUMENTED = ['medias', 'seo', 'isFeatured', 'isLabelEnabled', 'taxInclusive', 'prices', '__v'];

const taxObject = (id: unknown, index: number) => ({
  _id: id,
  name: index === 0 ? 'Sales tax' : `Local tax ${index}`,
  calculation: 'exclusive',
  rate: 8.875 - index,
  description: '',
});

export function presentProduct(product: RawProduct, quirks: Quirks, expandTax: boolean) {
  const shown: Record<string, unknown> = { ...product };
  if (quirks.unknownFields === 'absent') for (const name of UNDOCUMENTED) delete shown[name];
  if (Array.isArray(shown.taxes) && (expandTax || quirks.taxes === 'objects')) {
    shown.taxes = shown.taxes.map(taxObject);
  }
  return shown;
}

function get(call: Call) {
  const { quirks, query, seen } = call;
  const product =
    seen.products.find((other) => other._id === call.id) ??
    seen.products.find((other) => other.slug === call.id);
  if (product === undefined) return notFound(quirks, 'Product');
  const shown = presentProduct(product, quirks, false);
  if (quirks.productSets === 'left-out') delete shown.collectionIds;
  if (query.sendWishlistStatus === 'true' && quirks.wishlist === 'field') shown.isWishlisted = false;
  return json(200, quirks.wrapping === 'documented' ? shown : { product: shown });
}

function matches(product: RawProduct, call: Call): boolean {
  const { query, seen } = call;
  const within = (ids: string[]) => product.collectionIds?.some((id) => ids.includes(id)) ?? false;
  if (query.collectionIds !== undefined && !within(split(query.collectionIds))) return false;
  if (query.collectionSlug !== undefined) {
    const ids = seen.collections.filter((row) => row.slug === query.collectionSlug).map((row) => row._id);
    if (!within(ids)) return false;
  }
  if (query.productIds !== undefined && !texts(query.productIds).includes(product._id)) return false;
  const wanted = query.availableInStore ?? query.includedInStore;
  if (wanted !== undefined && String(product.availableInStore === true) !== wanted) return false;
  return product.name.toLowerCase().includes(text(query.search).toLowerCase());
}

function list(call: Call) {
  const { quirks, query, seen } = call;
  const found = seen.products.filter((product) => matches(product, call));
  if (query.sortOrder !== undefined) {
    const way = query.sortOrder === 'asc' ? 1 : -1;
    found.sort((a, b) => way * text(a.createdAt).localeCompare(text(b.createdAt)));
  }
  const expandTax = texts(query.expand).includes('tax');
  const products = page(found, call, found.length).map((product) => {
    const shown = presentProduct(product, quirks, expandTax);
    if (quirks.listExtras === 'none') delete shown.collectionIds;
    return shown;
  });
  const total = {
    number: [{ total: found.length }],
    list: [{ total: found.length }],
    object: { total: found.length },
  };
  return json(200, quirks.total === 'missing' ? { products } : { products, total: total[quirks.total] });
}

export const productReads: Route[] = [
  {
    method: 'GET',
    path: /^\/products\/$/,
    scope: 'products.readonly',
    agency: (quirks) => quirks.agencyProduct === 'works',
    location: 'locationId',
    query: {
      locationId: { is: 'text', required: true },
      limit: { is: 'digits' },
      offset: { is: 'digits' },
      search: { is: 'text' },
      collectionIds: { is: 'text' },
      collectionSlug: { is: 'text' },
      productIds: { is: 'texts' },
      storeId: { is: 'text' },
      includedInStore: { is: 'flag-text' },
      availableInStore: { is: 'flag-text' },
      sortOrder: { is: 'one-of', values: ['asc', 'desc'] },
      expand: { is: 'texts' },
    },
    run: list,
  },
  {
    method: 'GET',
    // Other calls of the service live under the same path and are not here.
    path: /^\/products\/(?!collections$|inventory$|reviews$|store$)([^/]+)$/,
    scope: 'products.readonly',
    agency: (quirks) => quirks.agencyProduct === 'works',
    location: 'locationId',
    query: { locationId: { is: 'text', required: true }, sendWishlistStatus: { is: 'flag-text' } },
    run: get,
  },
];
