import { asRecord, asText } from './parse-answer.ts';
import type { Product } from './product.ts';

/** Everything the documented update call takes, but what is set apart below. */
const KEPT = [
  'description',
  'image',
  'statementDescriptor',
  'availableInStore',
  'medias',
  'variants',
  'isTaxesEnabled',
  'automaticTaxCategoryId',
  'isLabelEnabled',
  'label',
  'slug',
  'seo',
  'taxInclusive',
] as const;

/** Reads may give these whole; the update takes their ids. */
const BY_ID = ['prices', 'taxes'] as const;

/** Undefined for what is no list, or has a row without an id. */
function idsOf(value: unknown): string[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const ids = value.map((item) => asText(item) ?? asText(asRecord(item)?._id) ?? asText(asRecord(item)?.id));
  return ids.every((id) => id !== undefined) ? ids : undefined;
}

/**
 * The update that changes a product's collections and, whether HighLevel merges or replaces, nothing else:
 * every documented field goes back as the read gave it. What the read left out or gave as null is left out.
 */
export function productBody(product: Product, collectionIds: readonly string[]): Record<string, unknown> {
  const body: Record<string, unknown> = {};
  for (const name of KEPT) {
    const value = product.raw[name];
    if (value !== undefined && value !== null) body[name] = value;
  }
  for (const name of BY_ID) {
    const ids = idsOf(product.raw[name]);
    if (ids) body[name] = ids;
  }
  return {
    ...body,
    name: product.name,
    locationId: product.locationId,
    productType: product.productType,
    collectionIds: [...collectionIds],
  };
}

/**
 * Fields that this read did not show and an update that replaces might erase. A product has them all when it has any;
 * the others are documented to be shown where they exist.
 */
export function fieldsNotShown({ raw, label }: Product): string[] {
  const wanted = [
    'medias',
    'seo',
    ...(label ? ['isLabelEnabled'] : []),
    ...(raw.isTaxesEnabled ? ['taxInclusive'] : []),
  ];
  return [
    ...wanted.filter((name) => raw[name] === undefined),
    ...BY_ID.filter((name) => Array.isArray(raw[name]) && !idsOf(raw[name])),
  ];
}
