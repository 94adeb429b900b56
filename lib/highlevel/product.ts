import * as z from 'zod/mini';
import { objectIdSchema } from './ids.ts';

const optionSchema = z.object({ id: z.string(), name: z.string() });
const variantSchema = z.object({ id: z.string(), name: z.string(), options: z.array(optionSchema) });

/** A product as the house knows it. Strange or missing fields are absent; `raw` is the answer as it came. */
export const productSchema = z.object({
  id: objectIdSchema,
  locationId: z.string(),
  name: z.string(),
  /** DIGITAL | PHYSICAL | SERVICE | PHYSICAL/DIGITAL today; shown as it comes. */
  productType: z.string(),
  createdAt: z.optional(z.string()),
  updatedAt: z.optional(z.string()),
  /** May hold HTML: shown as text only. */
  description: z.optional(z.string()),
  variants: z.array(variantSchema),
  availableInStore: z.optional(z.boolean()),
  statementDescriptor: z.optional(z.string()),
  image: z.optional(z.string()),
  /** Absent when the answer lacked it, which never means "in no collection". */
  collectionIds: z.optional(z.array(z.string())),
  isTaxesEnabled: z.optional(z.boolean()),
  taxes: z.array(z.object({ id: z.string(), name: z.optional(z.string()) })),
  automaticTaxCategoryId: z.optional(z.string()),
  label: z.optional(
    z.object({ title: z.string(), startDate: z.optional(z.string()), endDate: z.optional(z.string()) }),
  ),
  slug: z.optional(z.string()),
  raw: z.looseObject({}),
});
export type Product = z.infer<typeof productSchema>;

/** How a product is asked for: the API takes either in the same place. */
export const productRefSchema = z.object({
  kind: z.enum(['id', 'slug']),
  value: z.string().check(z.minLength(1), z.maxLength(200)),
});
export type ProductRef = z.infer<typeof productRefSchema>;
