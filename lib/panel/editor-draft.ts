import { FIELDS, type Field, type Fields, type Patch } from '../drafts/fields.ts';
import { freeSlug, slugify } from '../drafts/slug.ts';
import type { Draft } from '../drafts/store.ts';

export const NO_FIELDS: Fields = { name: '', slug: '', image: '', seoTitle: '', seoDescription: '' };

/** A draft of a collection that HighLevel has, without any change yet. `at` in ms. */
export const editDraft = (locationId: string, id: string, theirs: Fields, at: number): Draft => ({
  locationId,
  id,
  kind: 'edit',
  base: theirs,
  fields: theirs,
  slugTouched: true,
  at,
});

/** A draft of a collection that is not made yet. A slug that is given counts as chosen by a person. */
export const newDraft = (locationId: string, id: string, fields: Patch, at: number): Draft => ({
  locationId,
  id,
  kind: 'new',
  base: NO_FIELDS,
  fields: {
    name: fields.name ?? '',
    slug: fields.slug ?? '',
    image: fields.image ?? '',
    seoTitle: fields.seoTitle ?? '',
    seoDescription: fields.seoDescription ?? '',
  },
  slugTouched: fields.slug !== undefined,
  at,
});

/** The fields someone wrote that differ from where the draft began. */
export const changedFields = (draft: Draft): Field[] =>
  FIELDS.filter((field) => draft.fields[field] !== draft.base[field]);

export const patchOf = (draft: Draft): Patch =>
  Object.fromEntries(changedFields(draft).map((field) => [field, draft.fields[field]]));

/** Writes one field. While a collection is new its slug follows the name until someone writes the slug. */
export function writeField(
  draft: Draft,
  field: Field,
  text: string,
  at: number,
  taken: (slug: string) => boolean,
): Draft {
  const fields = { ...draft.fields, [field]: text };
  // An emptied slug goes back to following the name.
  const slugTouched = field === 'slug' ? draft.kind === 'edit' || text !== '' : draft.slugTouched;
  if (field === 'name' && !slugTouched) {
    const slug = slugify(text);
    fields.slug = slug === '' ? '' : freeSlug(slug, taken);
  }
  return { ...draft, fields, slugTouched, at };
}

/**
 * Brings a draft onto HighLevel's copy as it is now. Fields nobody wrote here follow it; a written field keeps
 * the base it began from, so that a later save still sees that both sides changed it. A new collection that turns
 * out to be there (its answer was lost) becomes an edit of it.
 */
export function rebase(draft: Draft, theirs: Fields): Draft {
  if (draft.kind === 'new') return { ...draft, kind: 'edit', slugTouched: true, base: theirs };
  const base = { ...draft.base };
  const fields = { ...draft.fields };
  for (const field of FIELDS) {
    const untouched = draft.fields[field] === draft.base[field];
    if (untouched) fields[field] = theirs[field];
    if (untouched || draft.fields[field] === theirs[field]) base[field] = theirs[field];
  }
  return { ...draft, base, fields };
}

/** The written fields that somebody else has changed too, to something else, since the draft began. */
export const contested = (draft: Draft, theirs: Fields): Field[] =>
  changedFields(draft).filter(
    (field) => theirs[field] !== draft.base[field] && theirs[field] !== draft.fields[field],
  );

/** What is left to save after `sent` was stored as `stored`: only what was written while it was on its way. */
export function settle(draft: Draft, sent: Fields, stored: Fields): Draft {
  const fields = { ...draft.fields };
  for (const field of FIELDS) if (fields[field] === sent[field]) fields[field] = stored[field];
  return { ...draft, kind: 'edit', slugTouched: true, base: stored, fields };
}

export type Side = 'yours' | 'theirs';

/** The draft that a person's choices make: it begins from their copy and differs from it where ours was kept. */
export function pickSides(
  draft: Draft,
  theirs: Fields,
  picks: Partial<Record<Field, Side>>,
  at: number,
): Draft {
  const fields = { ...theirs };
  for (const field of changedFields(draft))
    if (picks[field] !== 'theirs') fields[field] = draft.fields[field];
  return { ...draft, base: theirs, fields, at };
}
