/** A list that stays sorted while rows come and go; every change makes a new array. */
export type Order<Item> = {
  add(items: readonly Item[]): void;
  remove(items: ReadonlySet<Item>): void;
  all(): readonly Item[];
};

/**
 * Adding k items to n costs k·log n comparisons: a location is sorted chunk by chunk as it is read, never in one
 * long task. `sorted` must already be in the order of `compare`, which must never call two items equal.
 */
export function createOrder<Item>(
  compare: (a: Item, b: Item) => number,
  sorted: readonly Item[] = [],
): Order<Item> {
  let list = sorted;
  return {
    all: () => list,
    add(items) {
      if (items.length > 0) list = mergeSorted(list, [...items].sort(compare), compare);
    },
    remove(items) {
      if (items.size > 0) list = list.filter((item) => !items.has(item));
    },
  };
}

function mergeSorted<Item>(
  list: readonly Item[],
  batch: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Item[] {
  const merged: Item[] = [];
  let from = 0;
  for (const item of batch) {
    const to = placeOf(item, list, from, compare);
    for (const earlier of list.slice(from, to)) merged.push(earlier);
    merged.push(item);
    from = to;
  }
  return merged.concat(list.slice(from));
}

/** The first place at or after `from` whose item comes after this one. */
function placeOf<Item>(
  item: Item,
  list: readonly Item[],
  from: number,
  compare: (a: Item, b: Item) => number,
): number {
  let low = from;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const other = list[middle];
    if (other !== undefined && compare(other, item) < 0) low = middle + 1;
    else high = middle;
  }
  return low;
}
