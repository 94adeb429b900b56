import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createObjectId, isLocationId, isObjectId } from '../../../lib/highlevel/ids.ts';
import { runs } from '../runs.ts';

describe('an id', () => {
  it.each([
    ['3SwdhCsvxI8Au3KsPJt6', true, false],
    ['6578278e879ad2646715ba9c', true, true],
    ['6578278E879AD2646715BA9C', true, false],
    ['short', false, false],
    ['3SwdhCsvxI8Au3KsPJt6/', false, false],
    ['655b33a82209e60b6adb87a5\n', false, false],
    ['', false, false],
  ])('%j is a location id: %s, an object id: %s', (text, location, object) => {
    expect(isLocationId(text)).toBe(location);
    expect(isObjectId(text)).toBe(object);
  });

  it('that we choose is a Mongo id of this second', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true }),
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        (date, bytes) => {
          const id = createObjectId(date.getTime(), (into) => {
            into.set(bytes);
            return into;
          });
          expect(isObjectId(id)).toBe(true);
          expect(Number.parseInt(id.slice(0, 8), 16)).toBe(Math.floor(date.getTime() / 1000));
        },
      ),
      runs(300),
    );
  });
});
