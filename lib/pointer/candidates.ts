/** An id under the pointer, and what its surroundings say it is of. */
export type Candidate = { id: string; of: 'product' | 'collection' | 'unknown' };

/** The part of an element that is looked at. */
export type Part = { attributes: Iterable<{ name: string; value: string }> };

/** Far enough from a cell's icon to its row, not as far as a list that holds many rows. */
const ANCESTORS = 12;
const MOST = 16;
const ATTRIBUTES = 64;
/** So much before an id is looked at for the word that says what it is of. */
const BEFORE = 40;
/** A longer value is data of the page, not a name for one thing. */
const LONGEST = 2_000;

const ID = /(?<![0-9a-zA-Z])[0-9a-f]{24}(?![0-9a-zA-Z])/g;
/** Ids in these belong to something else, whatever the attribute is called. */
const ELSE = /media|image|file|asset|location|price|variant|order|contact|user|^style$|^class$/i;

/**
 * The 24-hex ids on an element and its ancestors, nearest first: in links, in attributes, in addresses of images.
 * Each once. A page's own text is never looked at. `path` begins with the element itself.
 */
export function candidatesAt(path: readonly Part[]): Candidate[] {
  const found = new Map<string, Candidate>();
  for (const part of path.slice(0, ANCESTORS)) {
    let looked = 0;
    for (const { name, value } of part.attributes) {
      looked += 1;
      if (looked > ATTRIBUTES) break;
      for (const candidate of read(name, value)) {
        if (!found.has(candidate.id)) found.set(candidate.id, candidate);
      }
    }
  }
  return [...found.values()].slice(0, MOST);
}

function read(name: string, value: string): Candidate[] {
  if (value.length > LONGEST || ELSE.test(name)) return [];
  return [...value.matchAll(ID)].flatMap((match): Candidate[] => {
    // In a link the word before the id says what it is of: …/products/<id>/variants/<other id>.
    const of = kindOf(
      /([a-z-]+)[/=:]$/i.exec(value.slice(Math.max(0, match.index - BEFORE), match.index))?.[1] ?? name,
    );
    return of ? [{ id: match[0], of }] : [];
  });
}

/** Undefined for a word that says it is of something else. */
function kindOf(word: string): Candidate['of'] | undefined {
  if (/collection/i.test(word)) return 'collection';
  if (/product/i.test(word)) return 'product';
  return ELSE.test(word) ? undefined : 'unknown';
}
