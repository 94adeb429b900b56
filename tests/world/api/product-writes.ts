import type { Answer, RawProduct } from '../types.ts';
import { badRequest, json, notFound, unprocessable } from './answers.ts';
import { altRules } from './collections.ts';
import { presentProduct } from './products.ts';
import { type Call, type Route, text, texts } from './route.ts';
import { isRecord, type Rules } from './rules.ts';

const details: Rules = {
  description: { is: 'text' },
  image: { is: 'text' },
  availableInStore: { is: 'flag' },
  collectionIds: { is: 'texts' },
  isLabelEnabled: { is: 'flag' },
  isTaxesEnabled: { is: 'flag' },
  automaticTaxCategoryId: { is: 'text' },
  slug: { is: 'text' },
  taxInclusive: { is: 'flag' },
  seo: { is: 'object', fields: { title: { is: 'text' }, description: { is: 'text' } } },
};

const updateRules: Rules = {
  ...details,
  name: { is: 'text', required: true },
  locationId: { is: 'text', required: true },
  productType: {
    is: 'one-of',
    values: ['DIGITAL', 'PHYSICAL', 'SERVICE', 'PHYSICAL/DIGITAL'],
    required: true,
  },
  statementDescriptor: { is: 'text' },
  medias: {
    is: 'objects',
    fields: {
      id: { is: 'text', required: true },
      title: { is: 'text' },
      url: { is: 'text', required: true },
      type: { is: 'one-of', values: ['image', 'video'], required: true },
      isFeatured: { is: 'flag' },
      priceIds: { is: 'any' },
    },
  },
  variants: {
    is: 'objects',
    fields: {
      id: { is: 'text', required: true },
      name: { is: 'text', required: true },
      options: {
        is: 'objects',
        required: true,
        fields: { id: { is: 'text', required: true }, name: { is: 'text', required: true } },
      },
    },
  },
  taxes: { is: 'texts' },
  label: {
    is: 'object',
    fields: { title: { is: 'text', required: true }, startDate: { is: 'text' }, endDate: { is: 'text' } },
  },
  prices: { is: 'texts' },
};

/** Taxes need the flag and the flag needs taxes; a label likewise. So says the documentation of each field. */
function togetherProblems(body: Record<string, unknown>): string[] {
  const taxes = texts(body.taxes).length > 0;
  if (body.isTaxesEnabled === true && !taxes) return ['taxes should not be empty'];
  if (taxes && body.isTaxesEnabled !== true) return ['isTaxesEnabled should be true when taxes are passed'];
  if (body.isLabelEnabled === true && !isRecord(body.label)) return ['label should not be empty'];
  return [];
}

/** What an update puts into the row: with `replaces`, every documented field that was not sent is gone. */
function changed(product: RawProduct, body: Record<string, unknown>, call: Call): RawProduct {
  const base: Record<string, unknown> = { ...product };
  if (call.quirks.productUpdate === 'replaces')
    for (const name of Object.keys(updateRules)) delete base[name];
  const { name, locationId, productType, slug, collectionIds, ...rest } = body;
  return {
    ...base,
    ...rest,
    _id: product._id,
    locationId: product.locationId,
    name: text(name) || product.name,
    productType: text(productType) || product.productType,
    slug: text(slug) || product.slug,
    collectionIds:
      collectionIds === undefined && call.quirks.productUpdate === 'merges'
        ? product.collectionIds
        : texts(collectionIds),
    updatedAt: new Date(call.now).toISOString(),
  };
}

function put(call: Call, index: number, product: RawProduct): void {
  call.history.note(call.shop.products, product._id);
  call.shop.products[index] = product;
}

function update(call: Call): Answer {
  const { products } = call.shop;
  const index = products.findIndex((other) => other._id === call.id || other.slug === call.id);
  const product = products[index];
  if (product === undefined) return notFound(call.quirks, 'Product');
  const wrong = togetherProblems(call.body);
  if (wrong.length > 0) return unprocessable(wrong);
  const after = changed(product, call.body, call);
  put(call, index, after);
  return json(200, presentProduct(after, call.quirks, false));
}

/** At most 30 entities, and every price of each product is one. */
const MOST_ENTITIES = 30;

function bulkEdit(call: Call): Answer {
  const asked = (Array.isArray(call.body.products) ? call.body.products : []).filter(isRecord);
  const rows = asked.map((body) => ({
    body,
    index: call.shop.products.findIndex((product) => product._id === body._id),
  }));
  const entities = rows.reduce(
    (sum, { index }) => sum + 1 + texts(call.shop.products[index]?.prices).length,
    0,
  );
  if (entities > MOST_ENTITIES) return badRequest(`Maximum ${MOST_ENTITIES} entities can be updated at once`);
  const merging = { ...call, quirks: { ...call.quirks, productUpdate: 'merges' as const } };
  let updatedCount = 0;
  for (const { body, index } of rows) {
    const product = call.shop.products[index];
    if (product === undefined) continue;
    const { prices: _prices, ...fields } = body;
    put(call, index, changed(product, fields, merging));
    updatedCount += 1;
  }
  return json(201, { message: 'Products updated successfully', status: true, updatedCount });
}

/** One call, several meanings: with another `type` it deletes. */
function bulkUpdate(call: Call): Answer {
  const { shop, body, quirks } = call;
  const ids = new Set(texts(body.productIds));
  if (body.type === 'bulk-delete-products') {
    for (const id of ids) {
      call.history.note(shop.products, id);
      const index = shop.products.findIndex((product) => product._id === id);
      if (index !== -1) shop.products.splice(index, 1);
    }
  }
  if (body.type === 'bulk-update-product-collection') {
    shop.products.forEach((product, index) => {
      if (!ids.has(product._id)) return;
      const kept = quirks.bulkCollections === 'adds' ? product.collectionIds : [];
      const collectionIds = [...new Set([...kept, ...texts(body.collectionIds)])];
      put(call, index, { ...product, collectionIds, updatedAt: new Date(call.now).toISOString() });
    });
  }
  return json(201, { status: true, message: 'Bulk update in progress' });
}

const scope = 'products.write';
const bulkTypes = [
  'bulk-update-price',
  'bulk-update-availability',
  'bulk-update-product-collection',
  'bulk-delete-products',
  'bulk-update-currency',
];

export const productWrites: Route[] = [
  {
    method: 'POST',
    path: /^\/products\/bulk-update\/edit$/,
    scope,
    agency: () => false,
    location: 'altId',
    query: {},
    body: () => ({
      ...altRules,
      products: {
        is: 'objects',
        required: true,
        fields: {
          ...details,
          _id: { is: 'text', required: true },
          name: { is: 'text' },
          prices: { is: 'any' },
          taxes: { is: 'any' },
          medias: { is: 'any' },
          label: { is: 'any' },
        },
      },
    }),
    closed: (quirks) => quirks.bulkEdit === 'refused',
    run: bulkEdit,
  },
  {
    method: 'POST',
    path: /^\/products\/bulk-update$/,
    scope,
    agency: () => false,
    location: 'altId',
    query: {},
    body: () => ({
      ...altRules,
      type: { is: 'one-of', values: bulkTypes, required: true },
      productIds: { is: 'texts', required: true },
      filters: { is: 'any' },
      price: { is: 'any' },
      compareAtPrice: { is: 'any' },
      availability: { is: 'flag' },
      collectionIds: { is: 'texts' },
      currency: { is: 'text' },
    }),
    run: bulkUpdate,
  },
  {
    method: 'PUT',
    path: /^\/products\/([^/]+)$/,
    scope,
    agency: (quirks) => quirks.agencyProduct === 'works',
    location: 'locationId',
    query: {},
    body: () => updateRules,
    run: update,
  },
];
