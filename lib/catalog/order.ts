type Compare<Item> = (a: Item, b: Item) => number;

/** A list that stays sorted while items come and go; every change makes a new array. */
export type Order<Item> = {
  /** Takes out items that are in the list, and puts others in. */
  replace(old: readonly Item[], fresh: readonly Item[]): void;
  all(): readonly Item[];
};

/**
 * k changes in n items cost k·log n comparisons and one copy: a location is sorted chunk by chunk as it is read, never
 * in one long task. `sorted` must already be in the order of `compare`, which must never call two items equal.
 */
export function createOrder<Item>(compare: Compare<Item>, sorted: readonly Item[] = []): Order<Item> {
  let list = sorted;
  return {
    all: () => list,
    replace(old, fresh) {
      if (old.length > 0) list = without(list, old, compare);
      if (fresh.length > 0) list = merged(list, [...fresh].sort(compare), compare);
    },
  };
}

function without<Item>(list: readonly Item[], old: readonly Item[], compare: Compare<Item>): Item[] {
  const places = old.map((item) => placeOf(item, list, 0, compare)).sort((a, b) => a - b);
  const result: Item[] = [];
  let from = 0;
  for (const place of places) {
    for (const earlier of list.slice(from, place)) result.push(earlier);
    from = place + 1;
  }
  return result.concat(list.slice(from));
}

function merged<Item>(list: readonly Item[], batch: readonly Item[], compare: Compare<Item>): Item[] {
  const result: Item[] = [];
  let from = 0;
  for (const item of batch) {
    const to = placeOf(item, list, from, compare);
    for (const earlier of list.slice(from, to)) result.push(earlier);
    result.push(item);
    from = to;
  }
  return result.concat(list.slice(from));
}

/** The first place at or after `from` whose item does not come before this one. */
function placeOf<Item>(item: Item, list: readonly Item[], from: number, compare: Compare<Item>): number {
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
