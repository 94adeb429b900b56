// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to recognise pure ASCII, which needs no folding
const ASCII = /^[\x00-\x7f]*$/;
const MARKS = /\p{M}+/gu;
/** What texts are set with, and keyboards have no key for. */
const TYPESET: readonly (readonly [RegExp, string])[] = [
  [/[\u2018\u2019\u02bc]/g, "'"],
  [/[\u201c\u201d]/g, '"'],
  [/[\u2010-\u2015]/g, '-'],
  [/[\u00a0\u202f]/g, ' '],
];

/** Text as search compares it: no case, no accents, plain quotes ("Crème" and "CREME" fold to "creme"). */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  if (ASCII.test(lower)) return lower;
  const bare = lower.normalize('NFD').replace(MARKS, '');
  return TYPESET.reduce((folded, [set, typed]) => folded.replace(set, typed), bare);
}
