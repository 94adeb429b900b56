import { describe, expect, it } from 'vitest';
import { fieldsOf, type Patch } from '../../../lib/drafts/fields.ts';
import { editDraft, newDraft } from '../../../lib/panel/editor-draft.ts';
import { imageAddress, type Remark, remarkOn } from '../../../lib/panel/editor-remarks.ts';
import type { EditorOutcome, Open } from '../../../lib/panel/editor-state.ts';
import { collection, idOf, LOCATION } from './shop-fakes.ts';

const ONE = collection(1, { name: 'Summer', slug: 'summer' });
const OTHER = collection(2, { name: 'Clearance', slug: 'clearance' });
const owner = (slug: string, except: string) =>
  [ONE, OTHER].find((row) => row.slug === slug && row.id !== except);

const opened = (more: Partial<Open>): Open => ({
  draft: editDraft(LOCATION, ONE.id, fieldsOf(ONE), 1),
  collection: ONE,
  absent: false,
  elsewhere: false,
  kept: true,
  busy: undefined,
  outcome: undefined,
  ...more,
});
const edited = (fields: Patch, outcome?: EditorOutcome): Open => {
  const draft = editDraft(LOCATION, ONE.id, fieldsOf(ONE), 1);
  return opened({
    draft: { ...draft, fields: { ...draft.fields, ...fields } as typeof draft.fields },
    outcome,
  });
};
const fresh = (fields: Patch): Open =>
  opened({ draft: newDraft(LOCATION, idOf(9), fields, 1), collection: undefined });

const cases: [string, 'name' | 'slug' | 'seoTitle', Open, Remark | undefined][] = [
  ['nothing is changed', 'slug', edited({}), undefined],
  ['the slug changed', 'slug', edited({ slug: 'winter' }), { kind: 'links', slug: 'summer' }],
  [
    'another has it',
    'slug',
    edited({ slug: 'clearance' }),
    { kind: 'slug-owned', name: 'Clearance', suggestion: 'clearance-2' },
  ],
  [
    'it holds spaces',
    'slug',
    edited({ slug: 'Sum mer!' }),
    { kind: 'slug-characters', suggestion: 'sum-mer' },
  ],
  ['it is emptied', 'slug', edited({ slug: '' }), { kind: 'slug-empty', suggestion: 'summer' }],
  ['the name is emptied', 'name', edited({ name: '  ' }), { kind: 'name-empty' }],
  ['a new one has no name yet', 'name', fresh({}), undefined],
  ['a new one has no slug yet', 'slug', fresh({}), undefined],
  [
    'a new one takes a slug that is owned',
    'slug',
    fresh({ name: 'x', slug: 'clearance' }),
    { kind: 'slug-owned', name: 'Clearance', suggestion: 'clearance-2' },
  ],
  [
    'HighLevel refused the field',
    'slug',
    edited(
      { slug: 'winter' },
      { state: 'failed', error: { code: 'invalid', fields: { slug: ['must be unique'] } } },
    ),
    { kind: 'refused', words: 'must be unique' },
  ],
  [
    'HighLevel refused an SEO text',
    'seoTitle',
    edited(
      { seoTitle: 'x' },
      { state: 'failed', error: { code: 'invalid', fields: { 'seo.title': ['too long'] } } },
    ),
    { kind: 'refused', words: 'too long' },
  ],
  [
    'there is no SEO title',
    'seoTitle',
    edited({ seoTitle: '' }),
    { kind: 'title-suggestion', name: 'Summer' },
  ],
  [
    'HighLevel stored it differently',
    'seoTitle',
    edited({}, { state: 'saved', created: false, stored: [{ field: 'seoTitle', sent: 'a ', got: 'a' }] }),
    { kind: 'stored', got: 'a' },
  ],
];

describe('what stands under a field', () => {
  it.each(cases)('when %s (%s)', (_, field, open, remark) => {
    expect(remarkOn(field, open, owner)).toEqual(remark);
  });

  it('says what it is now when both changed it', () => {
    const open = {
      ...edited({ seoTitle: 'Ours' }),
      collection: { ...ONE, seo: { ...ONE.seo, title: 'Theirs' } },
    };
    expect(remarkOn('seoTitle', open, owner)).toEqual({ kind: 'contested', theirs: 'Theirs' });
  });

  const missing: [string, 'name' | 'slug', Open, Remark | undefined][] = [
    ['it has no name', 'name', fresh({ slug: 'fire' }), { kind: 'name-empty' }],
    ['its name gives no slug', 'slug', fresh({ name: '🔥🔥' }), { kind: 'slug-empty', suggestion: '' }],
    ['nothing is missing', 'slug', fresh({ name: 'Fire', slug: 'fire' }), undefined],
  ];
  it.each(missing)('of a new one that was tried to be made, when %s (%s)', (_, field, open, remark) => {
    expect(remarkOn(field, open, owner, true)).toEqual(remark);
  });

  it('leaves a strange slug alone that HighLevel has already', () => {
    const strange = collection(1, { slug: 'not good!' });
    const open = opened({
      draft: editDraft(LOCATION, strange.id, fieldsOf(strange), 1),
      collection: strange,
    });
    expect(remarkOn('slug', open, owner)).toBeUndefined();
  });
});

describe('an image address', () => {
  it.each([
    ['', 'none'],
    ['  ', 'none'],
    ['https://pictures.example/a.png', 'shown'],
    [' https://pictures.example/a.png ', 'shown'],
    ['HTTPS://pictures.example/a.png', 'shown'],
    ['http://pictures.example/a.png', 'http'],
    ['pictures.example/a.png', 'unknown'],
    ['javascript:alert(1)', 'unknown'],
    ['data:text/html,<b>', 'unknown'],
    ['//pictures.example/a.png', 'unknown'],
  ])('%j is %s', (text, kind) => {
    expect(imageAddress(text)).toBe(kind);
  });
});
