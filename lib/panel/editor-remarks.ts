import type { BridgeError } from '../bridge/contract.ts';
import { type Field, fieldsOf } from '../drafts/fields.ts';
import { freeSlug, slugify, slugProblem } from '../drafts/slug.ts';
import type { Collection } from '../highlevel/collection.ts';
import { contested } from './editor-draft.ts';
import type { Open } from './editor-state.ts';

/** What stands under a field: the gravest thing there is to say about it. */
export type Remark =
  /** HighLevel's own words about this field. */
  | { kind: 'refused'; words: string }
  | { kind: 'name-empty' }
  | { kind: 'slug-empty' | 'slug-characters'; suggestion: string }
  | { kind: 'slug-owned'; name: string; suggestion: string }
  | { kind: 'contested'; theirs: string }
  | { kind: 'stored'; got: string }
  | { kind: 'links'; slug: string }
  | { kind: 'follows-name' }
  /** There is no SEO title; the name would do. */
  | { kind: 'title-suggestion'; name: string };

/** Remarks that stand in the way of saving. */
export const blocks = (remark: Remark | undefined): boolean =>
  remark?.kind === 'name-empty' || remark?.kind === 'slug-empty' || remark?.kind === 'slug-characters';

export type SlugOwner = (slug: string, exceptId: string) => Collection | undefined;

/** What a new collection lacks is wrong only once someone `tried` to make it. */
export function remarkOn(field: Field, open: Open, slugOwner: SlugOwner, tried = false): Remark | undefined {
  const { draft, collection, outcome } = open;
  const changed = draft.fields[field] !== draft.base[field];
  const refused = outcome?.state === 'failed' ? refusalOf(field, outcome.error) : undefined;
  if (refused !== undefined) return { kind: 'refused', words: refused };
  if (field === 'name' && draft.fields.name.trim() === '' && (changed || tried || draft.kind === 'edit'))
    return { kind: 'name-empty' };
  if (field === 'slug') {
    const flaw = slugFlaw(open, slugOwner, tried);
    if (flaw !== undefined) return flaw;
  }
  const theirs = collection && fieldsOf(collection);
  if (theirs !== undefined && contested(draft, theirs).includes(field))
    return { kind: 'contested', theirs: theirs[field] };
  const stored = outcome?.state === 'saved' ? outcome.stored.find((each) => each.field === field) : undefined;
  if (stored !== undefined) return { kind: 'stored', got: stored.got };
  if (field === 'seoTitle') {
    const name = draft.fields.name.trim();
    return draft.fields.seoTitle === '' && name !== '' ? { kind: 'title-suggestion', name } : undefined;
  }
  if (field !== 'slug') return undefined;
  if (draft.kind === 'edit')
    return changed && draft.base.slug !== '' ? { kind: 'links', slug: draft.base.slug } : undefined;
  return draft.slugTouched || draft.fields.slug === '' ? undefined : { kind: 'follows-name' };
}

/** A slug that came from HighLevel as it is may stay; one that is written here must be right. */
function slugFlaw({ draft }: Open, slugOwner: SlugOwner, tried: boolean): Remark | undefined {
  const { slug, name } = draft.fields;
  const untouched =
    draft.kind === 'edit' ? slug === draft.base.slug : slug === '' && !draft.slugTouched && !tried;
  if (untouched && (draft.kind === 'new' || slug !== '')) {
    const owner = slug === '' ? undefined : slugOwner(slug, draft.id);
    return owner && owned(draft.id, slug, owner, slugOwner);
  }
  const problem = slugProblem(slug);
  const suggest = (text: string) => {
    const made = slugify(text);
    return made === '' ? '' : freeSlug(made, (each) => slugOwner(each, draft.id) !== undefined);
  };
  if (problem === 'empty') return { kind: 'slug-empty', suggestion: suggest(name) };
  if (problem === 'characters') return { kind: 'slug-characters', suggestion: suggest(slug) };
  const owner = slugOwner(slug, draft.id);
  return owner && owned(draft.id, slug, owner, slugOwner);
}

const owned = (id: string, slug: string, owner: Collection, slugOwner: SlugOwner): Remark => ({
  kind: 'slug-owned',
  name: owner.name,
  suggestion: freeSlug(slug, (each) => slugOwner(each, id) !== undefined),
});

/** HighLevel's names for our fields, in its messages. */
const THEIR_NAMES: Record<Field, string> = {
  name: 'name',
  slug: 'slug',
  image: 'image',
  seoTitle: 'seo.title',
  seoDescription: 'seo.description',
};

function refusalOf(field: Field, error: BridgeError): string | undefined {
  const fields = 'fields' in error ? error.fields : undefined;
  return fields?.[THEIR_NAMES[field]]?.join(' ');
}

/** Whether every message of a refusal stands beside a field of the form. */
export const standsByFields = (error: BridgeError): boolean => {
  const named = Object.keys(('fields' in error ? error.fields : undefined) ?? {});
  const ours: string[] = Object.values(THEIR_NAMES);
  return named.length > 0 && named.every((name) => ours.includes(name));
};

/** What kind of address an image field holds. */
export type ImageAddress = 'none' | 'shown' | 'http' | 'unknown';

export function imageAddress(text: string): ImageAddress {
  if (text.trim() === '') return 'none';
  if (!URL.canParse(text.trim())) return 'unknown';
  const { protocol } = new URL(text.trim());
  if (protocol === 'https:') return 'shown';
  return protocol === 'http:' ? 'http' : 'unknown';
}
