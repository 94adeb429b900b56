import * as z from 'zod/mini';
import { FLAGS } from '../catalog/flags.ts';
import { SORTS, type Sort } from '../catalog/search.ts';
import { collectionSchema } from '../highlevel/collection.ts';

const sightSchema = z.object({
  sort: z.enum(SORTS),
  /** The first rows in this order. */
  rows: z.array(collectionSchema).check(z.minLength(1)),
  /** Drafts stood above them. */
  fresh: z.boolean(),
  /** Of the whole location. */
  counts: z.record(z.enum(FLAGS), z.number()),
  size: z.number(),
});
/** What a location's list looked like when it was last shown whole. */
export type Sight = z.infer<typeof sightSchema>;

export type Sights = {
  read(locationId: string, sort: Sort): Sight | undefined;
  write(locationId: string, sight: Sight): void;
  /** Of other locations nothing stays. */
  keepOnly(locationIds: readonly string[]): void;
};

export type SightArea = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** Rows kept: more than the tallest panel shows. */
export const SIGHT_ROWS = 24;
/** Locations kept: those that were shown last. */
const KEPT = 8;

const LIST = 'aisle.sights';
const keyOf = (locationId: string) => `aisle.sight.${locationId}`;
const listSchema = z.array(z.string());

/**
 * Last sights, in the pages' own localStorage, which answers at once where the device's copy takes a while. They may
 * be old: the copy is read behind them, and holds.
 */
export function createSights(area: SightArea): Sights {
  function parsed<Value>(schema: z.ZodMiniType<Value>, key: string): Value | undefined {
    try {
      return schema.safeParse(JSON.parse(area.getItem(key) ?? 'null')).data;
    } catch {
      return undefined;
    }
  }
  /** Last shown first. */
  const list = () => parsed(listSchema, LIST) ?? [];
  function keep(before: readonly string[], after: readonly string[]) {
    for (const locationId of before) if (!after.includes(locationId)) area.removeItem(keyOf(locationId));
    area.setItem(LIST, JSON.stringify(after));
  }

  return {
    read(locationId, sort) {
      const sight = parsed(sightSchema, keyOf(locationId));
      return sight?.sort === sort ? sight : undefined;
    },
    write(locationId, sight) {
      try {
        const before = list();
        if (before[0] !== locationId)
          keep(before, [locationId, ...before.filter((id) => id !== locationId)].slice(0, KEPT));
        area.setItem(keyOf(locationId), JSON.stringify(sight));
      } catch {
        // A full or closed store costs a moment at the next opening, nothing more.
      }
    },
    keepOnly(locationIds) {
      const before = list();
      const after = before.filter((id) => locationIds.includes(id));
      if (after.length < before.length) keep(before, after);
    },
  };
}
