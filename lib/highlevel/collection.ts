import * as z from 'zod/mini';
import { objectIdSchema } from './ids.ts';

/** A collection as the house knows it: what HighLevel leaves out or sends as null is ''. */
export const collectionSchema = z.object({
  id: objectIdSchema,
  name: z.string(),
  slug: z.string(),
  image: z.string(),
  seo: z.object({ title: z.string(), description: z.string() }),
  /** ISO date; not every answer has it. */
  createdAt: z.optional(z.string()),
  /** From the undocumented `stats`: may be missing, may be off. */
  productCount: z.optional(z.number()),
});
export type Collection = z.infer<typeof collectionSchema>;
