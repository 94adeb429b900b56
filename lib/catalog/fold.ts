const MARKS = /\p{M}+/gu;
// biome-ignore lint/suspicious/noControlCharactersInRegex: the point is to recognise pure ASCII, which needs no normalising
const ASCII = /^[\x00-\x7f]*$/;

/** Text as search compares it: no case, no accents ("Crème" and "CREME" fold to "creme"). */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return ASCII.test(lower) ? lower : lower.normalize('NFD').replace(MARKS, '');
}
