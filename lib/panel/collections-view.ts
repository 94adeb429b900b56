import { fold } from '../catalog/fold.ts';
import type { Entry, Query } from '../catalog/search.ts';
import type { Field } from '../drafts/fields.ts';
import type { Draft } from '../drafts/store.ts';
import type { RowMark } from './collections-state.ts';

/**
 * The drafts that match what was typed though no row of `found` shows them: collections that are not made yet,
 * changes of a collection that is gone, and changes whose new words match where the saved ones do not. The last
 * written first; no flag holds for them yet.
 */
export function matchingDrafts(
  drafts: ReadonlyMap<string, Draft>,
  { flags, terms }: Query,
  found: readonly Entry[],
  isGone: (id: string) => boolean,
): readonly Draft[] {
  if (drafts.size === 0 || flags.length > 0) return NONE;
  const matches = [...drafts.values()].filter(({ id, kind, fields }) => {
    if (kind === 'edit' && !isGone(id) && (terms.length === 0 || found.some(({ row }) => row.id === id)))
      return false;
    const text = fold(Object.values(fields).join('\n'));
    return terms.every((term) => text.includes(term));
  });
  return matches.length === 0 ? NONE : matches.sort((a, b) => b.at - a.at);
}

const NONE: readonly Draft[] = [];

/** The same rows, but before all others what is called exactly so: whoever types a whole name means that one. */
export function namedFirst(found: readonly Entry[], { terms }: Query): readonly Entry[] {
  const name = terms.join(' ');
  // Folding costs: names of another length are others.
  const isIt = ({ row }: Entry) => row.name.length === name.length && fold(row.name) === name;
  if (name === '' || !found.some(isIt)) return found;
  return [...found.filter(isIt), ...found.filter((entry) => !isIt(entry))];
}

/** Whether anyone sees a name: spaces, characters without width, marks over nothing and blank letters show nothing. */
export const showsAnything = (name: string): boolean =>
  // U+2800 is an empty Braille cell; the blank Hangul letters are among what Unicode lets a browser ignore.
  /[^\p{Cf}\p{Cc}\p{Z}\p{M}\p{DI}\u2800]/u.test(name);

/** One or two letters that stand for a collection without a picture: of its first two words, else its first two. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu) ?? [];
  const [first = '', second] = words;
  const letters =
    second === undefined || /^\p{N}/u.test(second)
      ? graphemes(first).slice(0, 2)
      : [first, second].map(firstOf);
  return letters.join('').toLocaleUpperCase();
}

/** Made when a name needs it: whatever asks Intl first makes the browser read its languages, which takes 15 ms and more. */
let segmenter: Intl.Segmenter | undefined;
/** Letters as a person counts them; of plain ones each is its own. */
function graphemes(text: string): string[] {
  const start = text.slice(0, 20);
  if (/^[ -~]*$/.test(start)) return Array.from(start);
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return Array.from(segmenter.segment(start), ({ segment }) => segment);
}
const firstOf = (text: string) => graphemes(text)[0] ?? '';

/** A hue (degrees) that stays with a name. */
export function hueOf(name: string): number {
  let hash = 0;
  for (const letter of name) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return hash;
}

/** The field that needs work, for each thing a row can say. */
export const FIELDS_OF_FLAG: Partial<Record<RowMark, Field>> = {
  slug: 'slug',
  'no-image': 'image',
  'no-seo': 'seoTitle',
};
