import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIELDS, type Fields } from '../../../lib/drafts/fields.ts';
import {
  changedFields,
  contested,
  editDraft,
  newDraft,
  pickSides,
  rebase,
  settle,
  writeField,
} from '../../../lib/panel/editor-draft.ts';
import { idOf, LOCATION } from './shop-fakes.ts';

const FREE = () => false;
const base: Fields = {
  name: 'Summer',
  slug: 'summer',
  image: '',
  seoTitle: 'Title',
  seoDescription: '',
};
const edit = (fields: Partial<Fields> = {}) => ({
  ...editDraft(LOCATION, idOf(1), base, 1),
  fields: { ...base, ...fields },
});
const fresh = () => newDraft(LOCATION, idOf(2), {}, 1);

describe('the slug of a draft', () => {
  it('follows the name while the collection is new', () => {
    const draft = writeField(fresh(), 'name', 'Crème Brûlée', 2, FREE);
    expect(draft.fields.slug).toBe('creme-brulee');
  });

  it('steps aside for a slug that is taken', () => {
    const draft = writeField(fresh(), 'name', 'Summer', 2, (slug) => slug === 'summer');
    expect(draft.fields.slug).toBe('summer-2');
  });

  it('stays as someone wrote it', () => {
    const written = writeField(fresh(), 'slug', 'mine', 2, FREE);
    expect(writeField(written, 'name', 'Other', 3, FREE).fields.slug).toBe('mine');
  });

  it('follows the name again once it was emptied', () => {
    const emptied = writeField(writeField(fresh(), 'slug', 'mine', 2, FREE), 'slug', '', 3, FREE);
    expect(writeField(emptied, 'name', 'Other', 4, FREE).fields.slug).toBe('other');
  });

  it('is never changed by renaming a collection that exists', () => {
    expect(writeField(edit(), 'name', 'Winter', 2, FREE).fields.slug).toBe('summer');
  });
});

describe('a draft when HighLevel moves on', () => {
  it('takes over what nobody wrote here', () => {
    const next = rebase(edit({ name: 'Ours' }), { ...base, seoTitle: 'Theirs' });
    expect(next.fields).toEqual({ ...base, name: 'Ours', seoTitle: 'Theirs' });
    expect(changedFields(next)).toEqual(['name']);
  });

  it('keeps the base of a field both changed, so that the save still sees it', () => {
    const theirs = { ...base, name: 'Theirs' };
    const next = rebase(edit({ name: 'Ours' }), theirs);
    expect(next.base.name).toBe('Summer');
    expect(contested(next, theirs)).toEqual(['name']);
  });

  it('has nothing left when HighLevel says what was written', () => {
    expect(changedFields(rebase(edit({ name: 'Same' }), { ...base, name: 'Same' }))).toEqual([]);
  });

  it('becomes an edit when the new collection turns out to be there', () => {
    const draft = writeField(fresh(), 'name', 'Made', 2, FREE);
    const next = rebase(draft, { ...draft.fields, slug: 'made-1' });
    expect(next.kind).toBe('edit');
    expect(changedFields(next)).toEqual(['slug']);
  });

  const fields = fc.record({
    name: fc.constantFrom('a', 'b', 'c'),
    slug: fc.constantFrom('a', 'b', 'c'),
    image: fc.constantFrom('a', 'b', 'c'),
    seoTitle: fc.constantFrom('a', 'b', 'c'),
    seoDescription: fc.constantFrom('a', 'b', 'c'),
  });

  it('never loses a written field, whatever happens elsewhere', () => {
    fc.assert(
      fc.property(fields, fields, fields, (from, ours, theirs) => {
        const draft = { ...editDraft(LOCATION, idOf(1), from, 1), fields: ours };
        const next = rebase(draft, theirs);
        for (const field of changedFields(draft)) expect(next.fields[field]).toBe(ours[field]);
        expect(rebase(next, theirs)).toEqual(next);
      }),
    );
  });

  it('keeps what was written while a save was on its way', () => {
    fc.assert(
      fc.property(fields, fields, fields, fields, (from, sent, now, stored) => {
        const draft = { ...editDraft(LOCATION, idOf(1), from, 1), fields: now };
        const next = settle(draft, sent, stored);
        for (const field of FIELDS)
          expect(next.fields[field]).toBe(now[field] === sent[field] ? stored[field] : now[field]);
        expect(next.base).toEqual(stored);
      }),
    );
  });
});

describe('picking sides', () => {
  it('keeps ours where picked, theirs where picked, and every other change of ours', () => {
    const theirs = { ...base, name: 'Theirs', seoTitle: 'Their title', image: 'https://theirs.example' };
    const draft = edit({ name: 'Ours', seoTitle: 'Our title', seoDescription: 'Ours alone' });
    const picked = pickSides(draft, theirs, { name: 'yours', seoTitle: 'theirs' }, 9);
    expect(picked.base).toEqual(theirs);
    expect(picked.fields).toEqual({ ...theirs, name: 'Ours', seoDescription: 'Ours alone' });
  });
});
