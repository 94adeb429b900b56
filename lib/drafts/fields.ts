import * as z from 'zod/mini';
import type { Collection } from '../highlevel/collection.ts';

/** The five things about a collection a person can write, in the order the editor shows them. */
export const FIELDS = ['name', 'slug', 'image', 'seoTitle', 'seoDescription'] as const;
export const fieldSchema = z.enum(FIELDS);
export type Field = z.infer<typeof fieldSchema>;

export const fieldsSchema = z.object({
  name: z.string(),
  slug: z.string(),
  image: z.string(),
  seoTitle: z.string(),
  seoDescription: z.string(),
});
/** The text of every field; '' where there is none. */
export type Fields = z.infer<typeof fieldsSchema>;

export const patchSchema = z.object({
  name: z.optional(z.string()),
  slug: z.optional(z.string()),
  image: z.optional(z.string()),
  seoTitle: z.optional(z.string()),
  seoDescription: z.optional(z.string()),
});
/** Only the fields someone changed. */
export type Patch = z.infer<typeof patchSchema>;

export const fieldsOf = (collection: Collection): Fields => ({
  name: collection.name,
  slug: collection.slug,
  image: collection.image,
  seoTitle: collection.seo.title,
  seoDescription: collection.seo.description,
});
