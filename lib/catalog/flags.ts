import type { Collection } from '../highlevel/collection.ts';

/** What a collection may lack, in the order a row shows the first that holds. */
export const FLAGS = ['slug', 'empty', 'no-image', 'no-seo'] as const;
export type Flag = (typeof FLAGS)[number];

/** What is wrong with a slug; `taken` means another collection of the location has it too. */
export type SlugFlaw = 'missing' | 'characters' | 'taken';

const SLUG = /^[\p{L}\p{N}\p{M}_-]+$/u;

/** Slugs are the same whatever their case. */
export const slugKey = (slug: string): string => slug.trim().toLowerCase();

/** `sharers`: how many collections of the location have this slug, this one included. */
export function slugFlaw(slug: string, sharers: number): SlugFlaw | undefined {
  if (slug.trim() === '') return 'missing';
  if (!SLUG.test(slug)) return 'characters';
  return sharers > 1 ? 'taken' : undefined;
}

/**
 * The flags of one collection. `empty` only when HighLevel says 0 (an absent count is not a 0), `no-seo` only
 * when neither title nor description is there, so that the words on the row are never wrong.
 */
export function flagsOf(collection: Collection, sharers = 1): readonly Flag[] {
  return flagSet(flagBits(collection, sharers));
}

/** One bit per flag, so that filtering 50,000 rows compares numbers. */
export const flagBit = (flag: Flag): number => 1 << FLAGS.indexOf(flag);

export function flagBits({ slug, productCount, image, seo }: Collection, sharers: number): number {
  return (
    (slugFlaw(slug, sharers) ? flagBit('slug') : 0) |
    (productCount === 0 ? flagBit('empty') : 0) |
    (image.trim() === '' ? flagBit('no-image') : 0) |
    (seo.title.trim() === '' && seo.description.trim() === '' ? flagBit('no-seo') : 0)
  );
}

const SETS: readonly (readonly Flag[])[] = Array.from({ length: 1 << FLAGS.length }, (_, bits) =>
  FLAGS.filter((flag) => bits & flagBit(flag)),
);
const NONE: readonly Flag[] = [];

/** The flags behind the bits: the same array every time, so that comparing by identity works. */
export const flagSet = (bits: number): readonly Flag[] => SETS[bits] ?? NONE;
