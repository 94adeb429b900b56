import * as z from 'zod/mini';

/** What a whole list looked like: its ids in order, and as a set. */
export const printSchema = z.object({ order: z.string(), set: z.string() });
export type Print = z.infer<typeof printSchema>;

/** How far a sync has come, so that a worker's death does not start it over. */
export const sweepSchema = z.object({
  locationId: z.string(),
  /** 1 for the first walk through the list, 2 for the one that confirms it, … */
  pass: z.number(),
  /** Pages taken in this pass. */
  pages: z.number(),
  /** Rows of the server's list behind us, also those nobody can use. */
  position: z.number(),
  /** The last row seen: where the next page must begin. */
  anchor: z.optional(z.string()),
  /** The last page had rows nobody can use, so that its last place may be one of those. */
  blurred: z.boolean(),
  /** Nothing moved under this pass as far as it could tell. */
  steady: z.boolean(),
  /** Some pass of this sync has come to the end of the list. */
  reachedEnd: z.boolean(),
  total: z.optional(z.number()),
  /** The replica's version when the pass began. */
  since: z.number(),
  /** ms since the epoch of the last page. */
  at: z.number(),
  /** What the list looked like when it was last walked through. */
  before: z.optional(printSchema),
});
export type Sweep = z.infer<typeof sweepSchema>;
