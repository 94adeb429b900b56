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
  // Reads may give whole prices, which the update does not take.
  const { prices } = product.raw;
  if (Array.isArray(prices) && prices.every((id) => typeof id === 'string')) body.prices = prices;
  // Reads may give whole taxes; the update takes their ids.
  if (Array.isArray(product.raw.taxes)) body.taxes = product.taxes.map((tax) => tax.id);
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
  return wanted.filter((name) => raw[name] === undefined);
}
