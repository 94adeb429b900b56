/** Heights in px: all rows alike, but for at most one that is taller. */
export type Heights = { row: number; tall: { index: number; height: number } | undefined };

/** Rows from `first` to before `end`. */
export type Range = { first: number; end: number };

const extra = ({ row, tall }: Heights, index: number) =>
  tall !== undefined && index > tall.index ? tall.height - row : 0;

/** Where a row begins, in px from the top of the list. */
export const topOf = (heights: Heights, index: number): number => index * heights.row + extra(heights, index);

export const heightOf = (heights: Heights, index: number): number =>
  heights.tall?.index === index ? heights.tall.height : heights.row;

/** Which row lies at this height. */
function rowAt(heights: Heights, offset: number): number {
  const { row, tall } = heights;
  const index = Math.floor(offset / row);
  if (tall === undefined || index <= tall.index) return index;
  return Math.max(tall.index, Math.floor((offset - tall.height + row) / row));
}

/** Where the row of this key is now, which was at `index` before; -1 when it is gone. */
export function placeOf(
  keyOf: (index: number) => string,
  count: number,
  { index, key }: { index: number; key: string },
): number {
  if (index < count && keyOf(index) === key) return index;
  for (let at = 0; at < count; at++) if (keyOf(at) === key) return at;
  return -1;
}

/** The rows in sight of a window of `height` px at `offset`, and `more` on either side. */
export function rangeOf(
  heights: Heights,
  count: number,
  offset: number,
  height: number,
  more: number,
): Range {
  const first = Math.max(0, Math.min(rowAt(heights, offset), count - 1) - more);
  const end = Math.min(count, rowAt(heights, offset + height) + 1 + more);
  return { first, end: Math.max(end, Math.min(first, count)) };
}
