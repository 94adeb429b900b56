import type { Collection } from '../../../lib/highlevel/collection.ts';

/** A collection with everything in order; the test names what differs. `n` makes its id and slug its own. */
export function row(n: number, over: Partial<Collection> = {}): Collection {
  return {
    id: n.toString(16).padStart(24, '0'),
    name: `Collection ${n}`,
    slug: `collection-${n}`,
    image: `https://storage.example/${n}.png`,
    seo: { title: `Title ${n}`, description: `Description ${n}` },
    productCount: 3,
    ...over,
  };
}

export const rows = (count: number, from = 1): Collection[] =>
  Array.from({ length: count }, (_, index) => row(from + index));

export async function all(chunks: AsyncIterable<Collection[]>): Promise<Collection[]> {
  const found: Collection[] = [];
  for await (const chunk of chunks) found.push(...chunk);
  return found;
}
