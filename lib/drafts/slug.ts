/** Letters that decomposing leaves as they are. */
const LATIN: Record<string, string> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ł: 'l',
  ı: 'i',
  ħ: 'h',
};
/** Longer addresses are cut by search engines and chats; names go up to 200 characters. */
const LONGEST = 80;

/**
 * The address suggested for a name: lower case, Latin accents folded away, letters of other scripts kept, everything
 * else one hyphen. '' when the name holds no letter or digit. Never longer than 80 characters.
 */
export function slugify(name: string): string {
  const folded = name
    .slice(0, 1000)
    .normalize('NFKD')
    .toLowerCase()
    .replace(/([a-z])\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/[ßæœøđðþłıħ]/g, (letter) => LATIN[letter] ?? letter)
    .replace(/['’ʼ]/g, '');
  const words = folded.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) ?? [];
  return cut(words.join('-'));
}

/** Cuts between words where that leaves enough, never inside a character. */
function cut(slug: string): string {
  if (slug.length <= LONGEST) return slug;
  const most = slug.slice(0, LONGEST).replace(/[\uD800-\uDBFF]$/, '');
  const end = slug[LONGEST] === '-' ? most.length : most.lastIndexOf('-');
  return end > LONGEST / 2 ? most.slice(0, end) : most.replace(/-+$/, '');
}

/** What HighLevel documents as not allowed in a slug: nothing, special characters, spacing. */
export function slugProblem(slug: string): 'empty' | 'characters' | undefined {
  if (slug === '') return 'empty';
  return /^[\p{L}\p{N}\p{M}_-]+$/u.test(slug) ? undefined : 'characters';
}

/** The slug itself when it is free, else the first free one of `slug-2`, `slug-3`, … */
export function freeSlug(slug: string, taken: (slug: string) => boolean): string {
  let free = slug;
  for (let number = 2; taken(free); number += 1) free = `${slug}-${number}`;
  return free;
}
