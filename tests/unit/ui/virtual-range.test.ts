import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Heights, heightOf, placeOf, rangeOf, topOf } from '../../../components/ui/virtual-range.ts';
import { runs } from '../runs.ts';

const heights = (count: number): fc.Arbitrary<Heights> =>
  fc.record({
    row: fc.integer({ min: 20, max: 120 }),
    tall: fc.option(
      fc.record({
        index: fc.integer({ min: 0, max: count - 1 }),
        height: fc.integer({ min: 120, max: 300 }),
      }),
      { nil: undefined },
    ),
  });

const scenes = fc.integer({ min: 1, max: 50_000 }).chain((count) =>
  fc.record({
    count: fc.constant(count),
    heights: heights(count),
    offset: fc.double({ min: 0, max: 1, noNaN: true }),
    // Of a list without height no row is in sight.
    height: fc.integer({ min: 1, max: 2000 }),
  }),
);

it('covers exactly what is in sight, wherever the list is scrolled', () => {
  fc.assert(
    fc.property(scenes, ({ count, heights, offset, height }) => {
      const end = topOf(heights, count);
      const top = Math.floor(offset * Math.max(0, end - height));
      const range = rangeOf(heights, count, top, height, 0);
      expect(topOf(heights, range.first)).toBeLessThanOrEqual(top);
      expect(topOf(heights, range.first) + heightOf(heights, range.first)).toBeGreaterThan(top);
      const bottom = Math.min(top + height, end);
      expect(topOf(heights, range.end)).toBeGreaterThanOrEqual(bottom);
      if (range.end - 1 > range.first) expect(topOf(heights, range.end - 1)).toBeLessThanOrEqual(bottom);
    }),
    runs(500),
  );
});

it('puts every row right below the one before it', () => {
  fc.assert(
    fc.property(heights(40), (each) => {
      for (let index = 0; index < 40; index += 1)
        expect(topOf(each, index + 1)).toBe(topOf(each, index) + heightOf(each, index));
    }),
    runs(200),
  );
});

it.each([
  ['nothing', 0, { first: 0, end: 0 }],
  ['one', 1, { first: 0, end: 1 }],
])('is within the list when it holds %s', (_, count, expected) => {
  expect(rangeOf({ row: 56, tall: undefined }, count, 0, 700, 12)).toEqual(expected);
});

it('is within a list that became shorter than where it was scrolled to', () => {
  const range = rangeOf({ row: 56, tall: undefined }, 3, 50_000, 700, 12);
  expect(range).toEqual({ first: 0, end: 3 });
});

it.each([
  ['where it was', ['a', 'b', 'c'], 1],
  ['further down, when rows came above it', ['x', 'a', 'y', 'b', 'c'], 3],
  ['further up, when the list became shorter', ['b'], 0],
  ['nowhere, when it went', ['a', 'c'], -1],
])('finds a row %s', (_, keys, place) => {
  expect(placeOf((index) => keys[index] ?? '', keys.length, { index: 1, key: 'b' })).toBe(place);
});
