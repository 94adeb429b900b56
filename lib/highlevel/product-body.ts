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
