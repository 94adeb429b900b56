import type { Collection } from '../highlevel/collection.ts';
import { type Flag, flagBits, flagSet, type SlugFlaw, slugFlaw } from './flags.ts';
import { fold } from './fold.ts';

/** A row with what search knows of it. Never changed in place: a new fact makes a new entry. */
export type Entry = {
  readonly row: Collection;
  readonly flags: readonly Flag[];
  readonly slugFlaw: SlugFlaw | undefined;
  /** Where search keeps its text: a number no other entry of the location has. */
  readonly number: number;
  readonly bits: number;
  /** ms since the epoch. */
  readonly created: number;
};

/** `sharers`: how many collections of the location have this slug, this one included. */
export const entryOf = (row: Collection, number: number, sharers: number): Entry => ({
  row,
  number,
  created: createdOf(row),
  ...judge(row, sharers),
});

/** What is searched in: folded name, slug, SEO title and SEO description, one line each. */
export function textOf({ name, slug, seo }: Collection): string {
  const line = name.includes('\n') ? name.replaceAll('\n', ' ') : name;
  return fold(`${line}\n${slug}\n${seo.title}\n${seo.description}`);
}

/** The same row after others took or gave back its slug. */
export const rejudged = (entry: Entry, sharers: number): Entry => ({
  ...entry,
  ...judge(entry.row, sharers),
});

function judge(row: Collection, sharers: number): Pick<Entry, 'bits' | 'flags' | 'slugFlaw'> {
  const bits = flagBits(row, sharers);
  return { bits, flags: flagSet(bits), slugFlaw: slugFlaw(row.slug, sharers) };
}

/** Not every answer has `createdAt`; a Mongo id begins with the second it was made. */
function createdOf({ id, createdAt }: Collection): number {
  const said = createdAt === undefined ? Number.NaN : Date.parse(createdAt);
  return Number.isNaN(said) ? Number.parseInt(id.slice(0, 8), 16) * 1000 : said;
}

/** How much work a row needs: the number of its flags first, then the gravest (the lowest bit). */
export const workOf = ({ bits, flags }: Entry): number => flags.length * 100 - (bits & -bits);
