import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type Fields } from '../../../lib/drafts/fields.ts';
import { merge } from '../../../lib/drafts/merge.ts';
import { runs } from '../runs.ts';

/** Few texts, so that sides often agree. */
const text = fc.constantFrom('', 'a', 'b', 'c');
const fields: fc.Arbitrary<Fields> = fc.record({
  name: text,
  slug: text,
  image: text,
  seoTitle: text,
  seoDescription: text,
});
const holds = (property: (base: Fields, theirs: Fields, ours: Fields) => void) =>
  fc.assert(fc.property(fields, fields, fields, property), runs(2_000));

describe('a three-way merge', () => {
  const base: Fields = { name: 'Yoga', slug: 'yoga', image: '', seoTitle: '', seoDescription: '' };

  it('keeps their change when ours touched another field', () => {
    const theirs = { ...base, image: 'new.png' };
    const ours = { ...base, name: 'Yoga & Pilates' };
    const merged = { ...base, image: 'new.png', name: 'Yoga & Pilates' };
    expect(merge(base, theirs, ours)).toEqual({ merged, conflicts: [], changed: ['name'] });
  });

  it('names the field both changed, and overwrites nothing of theirs', () => {
    const theirs = { ...base, name: 'Stretching', slug: 'stretching' };
    const ours = { ...base, name: 'Yoga & Pilates', slug: 'stretching' };
    expect(merge(base, theirs, ours)).toEqual({ merged: theirs, conflicts: ['name'], changed: [] });
  });

  it('is ours where only ours changed, and theirs where only theirs did', () =>
    holds((base, theirs, ours) => {
      const { merged } = merge(base, theirs, ours);
      for (const field of FIELDS) {
        if (theirs[field] === base[field]) expect(merged[field]).toBe(ours[field]);
        if (ours[field] === base[field]) expect(merged[field]).toBe(theirs[field]);
        if (ours[field] === theirs[field]) expect(merged[field]).toBe(ours[field]);
      }
    }));

  it('has a conflict exactly where both changed to something else', () =>
    holds((base, theirs, ours) => {
      const { conflicts, merged } = merge(base, theirs, ours);
      const expected = FIELDS.filter(
        (field) =>
          theirs[field] !== base[field] && ours[field] !== base[field] && ours[field] !== theirs[field],
      );
      expect(conflicts).toEqual(expected);
      for (const field of conflicts) expect(merged[field]).toBe(theirs[field]);
    }));

  it('says exactly what is left to write', () =>
    holds((base, theirs, ours) => {
      const { merged, changed } = merge(base, theirs, ours);
      expect(changed).toEqual(FIELDS.filter((field) => merged[field] !== theirs[field]));
    }));

  it('done twice is done once: onto what it made, nothing is left to write', () =>
    holds((base, theirs, ours) => {
      const { merged, conflicts } = merge(base, theirs, ours);
      const again = merge(base, merged, ours);
      expect(again.merged).toEqual(merged);
      expect(again.changed).toEqual([]);
      expect(again.conflicts).toEqual(conflicts);
    }));

  it('of sides that changed nothing is that side', () =>
    holds((base, theirs, ours) => {
      expect(merge(base, theirs, base)).toEqual({ merged: theirs, conflicts: [], changed: [] });
      expect(merge(base, base, ours).merged).toEqual(ours);
      expect(merge(base, ours, ours)).toEqual({ merged: ours, conflicts: [], changed: [] });
    }));

  it('looks at each field alone', () =>
    holds((base, theirs, ours) => {
      const whole = merge(base, theirs, ours);
      for (const field of FIELDS) {
        const alone = merge({ ...ours, [field]: base[field] }, { ...ours, [field]: theirs[field] }, ours);
        expect(alone.merged[field]).toBe(whole.merged[field]);
      }
    }));

  it('leaves what it was given alone', () =>
    holds((base, theirs, ours) => {
      const before = structuredClone([base, theirs, ours]);
      merge(Object.freeze(base), Object.freeze(theirs), Object.freeze(ours));
      expect([base, theirs, ours]).toEqual(before);
    }));
});
