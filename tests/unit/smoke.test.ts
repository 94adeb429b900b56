import { expect, it } from 'vitest';
import { isLocationId } from '../../lib/highlevel/ids.ts';

it('knows a location id', () => {
  expect(isLocationId('3SwdhCsvxI8Au3KsPJt6')).toBe(true);
});
