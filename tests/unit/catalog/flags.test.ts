import { describe, expect, it } from 'vitest';
import { flagsOf, slugFlaw } from '../../../lib/catalog/flags.ts';
import { row } from './rows.ts';

describe('a slug', () => {
  it.each([
    ['summer-2026', undefined],
    ['Summer_2026', undefined],
    ['été', undefined],
    ['', 'missing'],
    ['   ', 'missing'],
    ['two words', 'characters'],
    ['a/b', 'characters'],
    ['sale!', 'characters'],
  ])('%j has the flaw %s', (slug, flaw) => {
    expect(slugFlaw(slug, 1)).toBe(flaw);
  });

  it('is taken when another collection has it too', () => {
    expect(slugFlaw('sale', 2)).toBe('taken');
  });

  it('that is missing is not called taken', () => {
    expect(slugFlaw('', 9)).toBe('missing');
  });
});

describe('flags', () => {
  it.each([
    ['nothing when all is there', {}, []],
    ['empty only when the count is 0', { productCount: 0 }, ['empty']],
    ['no-image for a missing image', { image: '' }, ['no-image']],
    ['nothing while one SEO text is there', { seo: { title: '', description: 'Text' } }, []],
    ['no-seo when neither text is there', { seo: { title: ' ', description: '' } }, ['no-seo']],
    ['slug for a broken slug', { slug: 'a b' }, ['slug']],
    [
      'all in the order rows show them',
      { slug: '', productCount: 0, image: '', seo: { title: '', description: '' } },
      ['slug', 'empty', 'no-image', 'no-seo'],
    ],
  ] as const)('%s', (_, over, flags) => {
    expect(flagsOf(row(1, over))).toEqual(flags);
  });

  it('do not call a collection empty when nobody said how many products it has', () => {
    const { productCount: _, ...unknown } = row(1);
    expect(flagsOf(unknown)).toEqual([]);
  });
});
