import { FIELDS, type Field, type Fields, type Patch } from '../../drafts/fields.ts';

/** Texts that HighLevel may be without; a name and a slug always are something. */
const CLEARABLE: readonly Field[] = ['image', 'seoTitle', 'seoDescription'];

/**
 * What HighLevel's copy says about a change of ours.
 * `there`: every field is as sent, or as sent but tidied.
 * `nothing`: none of them has moved. `partly`: some have, the others (`missing`) have not.
 * `other`: a field is neither as before nor as sent: somebody else wrote it.
 */
export type Sighting = { sees: 'there' | 'nothing' | 'partly' | 'other'; missing: Field[] };

/** A field whose stored text is not the one that was sent. */
export type Stored = { field: Field; sent: string; got: string };

/** Compares HighLevel's copy with what was there before and what was sent, in the fields we changed. */
export function compare(before: Fields, sent: Fields, changed: readonly Field[], got: Fields): Sighting {
  const isThere = (field: Field) => got[field] === sent[field] || isTidied(field, sent[field], got[field]);
  const missing = changed.filter((field) => got[field] === before[field] && got[field] !== sent[field]);
  const others = changed.filter((field) => !missing.includes(field) && !isThere(field));
  if (others.length > 0) return { sees: 'other', missing };
  if (missing.length === 0) return { sees: 'there', missing };
  return { sees: missing.length === changed.length ? 'nothing' : 'partly', missing };
}

export const storedOtherwise = (sent: Fields, changed: readonly Field[], got: Fields): Stored[] =>
  changed
    .filter((field) => got[field] !== sent[field])
    .map((field) => ({ field, sent: sent[field], got: got[field] }));

/** The fields with what a patch says of them. */
export const patched = (base: Fields, patch: Patch): Fields => ({
  name: patch.name ?? base.name,
  slug: patch.slug ?? base.slug,
  image: patch.image ?? base.image,
  seoTitle: patch.seoTitle ?? base.seoTitle,
  seoDescription: patch.seoDescription ?? base.seoDescription,
});

export const only = (fields: Fields, wanted: readonly Field[]): Patch =>
  Object.fromEntries(wanted.map((field) => [field, fields[field]]));

/** The fields in which two sets differ. */
export const differing = (a: Fields, b: Fields): Field[] => FIELDS.filter((field) => a[field] !== b[field]);

/** Those of the fields that were to become empty, and can be. */
export const cleared = (fields: readonly Field[], sent: Fields): Field[] =>
  fields.filter((field) => sent[field] === '' && CLEARABLE.includes(field));

/** The same text as a service may store it: trimmed, other case, without markup or special characters, shortened. */
export function isTidied(field: Field, sent: string, got: string): boolean {
  if (sent === '' || got === '') return got.trim() === sent.trim();
  const [ours, theirs] = [bare(sent), bare(got)];
  if (ours === theirs) return true;
  // A slug that was taken may come back with a number.
  if (field === 'slug')
    return theirs.startsWith(ours) && /^[\p{L}\p{N}]{1,8}$/u.test(theirs.slice(ours.length));
  return ours.startsWith(theirs) && theirs.length >= Math.min(50, ours.length / 2);
}

/** The same text but for the space around it, or the case of a slug: stored, it may look as if nothing had come. */
export const isSpacing = (field: Field, sent: string, got: string): boolean =>
  field === 'slug' ? sent.trim().toLowerCase() === got.trim().toLowerCase() : sent.trim() === got.trim();

/** The changed fields that hold neither what was there nor what was sent. */
export const otherFields = (before: Fields, sent: Fields, changed: readonly Field[], got: Fields): Field[] =>
  changed.filter((field) => compare(before, sent, [field], got).sees === 'other');

const bare = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replace(/&(?:amp|lt|gt|quot|#39);/g, '')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
