import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type Field, type Fields } from '../../../../lib/drafts/fields.ts';
import { compare, differing, isTidied, storedOtherwise } from '../../../../lib/worker/saves/compare.ts';
import { runs } from '../../runs.ts';

describe('a stored text', () => {
  it.each<[Field, string, string, boolean]>([
    ['name', ' Summer  2026 ', 'Summer 2026', true],
    ['name', 'Sale 🎉', 'Sale', true],
    ['name', 'Sale <b>now</b>', 'Sale now', true],
    ['name', 'Mats & Blocks', 'Mats &amp; Blocks', true],
    ['name', 'Crème', 'Creme', true],
    ['name', 'Summer', 'Winter', false],
    ['name', 'Summer', '', false],
    ['name', '', 'Summer', false],
    ['name', 'Summer sale of everything we have', 'Summer', false],
    ['slug', 'Summer Sale', 'summer-sale', true],
    ['slug', 'sale', 'sale-2', true],
    ['slug', 'sale', 'sale-x7f3', true],
    ['slug', 'sale', 'sale-of-everything', false],
    ['seoDescription', `${'word '.repeat(60)}end`, 'word '.repeat(40).trim(), true],
  ])('%s %j may have become %j: %s', (field, sent, got, may) => {
    expect(isTidied(field, sent, got)).toBe(may);
  });
});

const fields: fc.Arbitrary<Fields> = fc.record({
  name: fc.constantFrom('a', 'b', 'c'),
  slug: fc.constantFrom('a', 'b', 'c'),
  image: fc.constantFrom('', 'b', 'c'),
  seoTitle: fc.constantFrom('', 'b', 'c'),
  seoDescription: fc.constantFrom('', 'b', 'c'),
});

describe('comparing a copy', () => {
  it('sees a change only where every field of it is as sent', () => {
    fc.assert(
      fc.property(fields, fields, fields, (before, sent, got) => {
        const changed = differing(before, sent);
        const { sees, missing } = compare(before, sent, changed, got);
        const there = changed.every((field) => got[field] === sent[field]);
        expect(sees === 'there').toBe(there);
        expect(missing).toEqual(changed.filter((field) => got[field] === before[field]));
        if (sees === 'nothing') expect(changed.every((field) => got[field] === before[field])).toBe(true);
        if (sees === 'other')
          expect(changed.some((field) => ![before[field], sent[field]].includes(got[field]))).toBe(true);
      }),
      runs(300),
    );
  });

  it('does not take a copy from before for a tidied one', () => {
    const before: Fields = { name: 'Sale', slug: 'sale', image: '', seoTitle: '', seoDescription: '' };
    const sent = { ...before, name: 'SALE' };
    expect(compare(before, sent, ['name'], before)).toEqual({ sees: 'nothing', missing: ['name'] });
  });

  it('lists what is stored otherwise, field by field', () => {
    const sent: Fields = { name: 'A ', slug: 'A', image: '', seoTitle: 'x', seoDescription: '' };
    const got = { ...sent, name: 'A', slug: 'a' };
    expect(storedOtherwise(sent, [...FIELDS], got)).toEqual([
      { field: 'name', sent: 'A ', got: 'A' },
      { field: 'slug', sent: 'A', got: 'a' },
    ]);
  });
});
