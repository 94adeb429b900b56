import type { RawProduct } from '../types.ts';

type Known = {
  products: RawProduct[];
  marks: (readonly string[] | number | undefined)[];
  counts: Map<string, number>;
};

/**
 * How many products each collection has, by collection id. Counting 50,000 collections' worth at every page would be most
 * of the world's time, so it is done again only when some product's list is another one, longer or shorter. (A test that
 * swaps one id for another in place goes unseen: give the product a new list.)
 */
export function createProductCounts(): (products: RawProduct[]) => Map<string, number> {
  let known: Known | undefined;

  const isSame = ({ products: before, marks }: Known, products: RawProduct[]) =>
    before.length === products.length &&
    products.every(
      ({ collectionIds }, index) =>
        marks[index * 2] === collectionIds && marks[index * 2 + 1] === collectionIds?.length,
    );

  return (products) => {
    if (known && isSame(known, products)) return known.counts;
    const counts = new Map<string, number>();
    for (const { collectionIds } of products) {
      for (const id of collectionIds ?? []) counts.set(id, (counts.get(id) ?? 0) + 1);
    }
    const marks = products.flatMap(({ collectionIds }) => [collectionIds, collectionIds?.length]);
    known = { products: [...products], marks, counts };
    return counts;
  };
}
