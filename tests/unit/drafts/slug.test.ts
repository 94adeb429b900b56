import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { freeSlug, slugify, slugProblem } from '../../../lib/drafts/slug.ts';
import { runs } from '../runs.ts';

describe('the slug of a name', () => {
  it.each([
    ['Yoga', 'yoga'],
    ['Best Sellers', 'best-sellers'],
    ['  Men’s   Shoes & Socks! ', 'mens-shoes-socks'],
    ["Women's", 'womens'],
    ['Café Crème', 'cafe-creme'],
    ['Cafe\u0301', 'cafe'],
    ['Straße Øst Łódź', 'strasse-ost-lodz'],
    ['Æsir œuvre', 'aesir-oeuvre'],
    ['İstanbul', 'istanbul'],
    ['50% off / 2-for-1', '50-off-2-for-1'],
    ['a_b—c', 'a-b-c'],
    ['ﬁne ①', 'fine-1'],
    ['🧘 Yoga 🧘', 'yoga'],
    ['🧘', ''],
    ['---', ''],
    ['', ''],
    ['קורס יוגה', 'קורס-יוגה'],
    ['ヨガ マット', 'ヨガ-マット'],
    ['योग चटाई', 'योग-चटाई'],
    ['<b>Bold</b>', 'b-bold-b'],
  ])('%j is %j', (name, slug) => {
    expect(slugify(name)).toBe(slug);
  });

  it('is cut between words when it is long', () => {
    const slug = slugify(
      'A very long name that somebody wrote for a collection of things that nobody wanted to name',
    );
    expect(slug).toBe('a-very-long-name-that-somebody-wrote-for-a-collection-of-things-that-nobody');
    expect(slugify(`${'a'.repeat(80)} b`)).toBe('a'.repeat(80));
    // Letters of two UTF-16 units each, the last one across the 80th.
    expect(slugify(`a${'𠀀'.repeat(60)}`)).toBe(`a${'𠀀'.repeat(39)}`);
  });

  it('can always be a slug, or is nothing; made from itself it stays', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary', maxLength: 200 }), fc.lorem({ maxCount: 40 })),
        (name) => {
          const slug = slugify(name);
          expect(slug.length).toBeLessThanOrEqual(80);
          if (slug !== '') expect(slugProblem(slug)).toBeUndefined();
          expect(slug).not.toMatch(/^-|-$|--/);
          expect(slug.isWellFormed()).toBe(true);
          expect(slugify(slug)).toBe(slug);
        },
      ),
      runs(3_000),
    );
  });
});

describe('a slug', () => {
  it.each([
    ['yoga', undefined],
    ['Yoga_2-x', undefined],
    ['יוגה', undefined],
    ['-', undefined],
    ['', 'empty'],
    [' ', 'characters'],
    ['a b', 'characters'],
    ['a/b', 'characters'],
    ['a.b', 'characters'],
    ['a%20b', 'characters'],
    ['a\n', 'characters'],
    ['50%', 'characters'],
    ['🧘', 'characters'],
  ] as const)('%j has the problem: %s', (slug, problem) => {
    expect(slugProblem(slug)).toBe(problem);
  });
});

describe('a free slug', () => {
  it('is the slug itself, else the first number that is free', () => {
    expect(freeSlug('yoga', () => false)).toBe('yoga');
    const taken = new Set(['yoga', 'yoga-2', 'yoga-4']);
    expect(freeSlug('yoga', (slug) => taken.has(slug))).toBe('yoga-3');
    expect(freeSlug('iphone-15', (slug) => slug === 'iphone-15')).toBe('iphone-15-2');
  });

  it('is never taken', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{1,3}$/), fc.nat(40), (slug, count) => {
        const taken = new Set([slug, ...Array.from({ length: count }, (_, index) => `${slug}-${index}`)]);
        const free = freeSlug(slug, (other) => taken.has(other));
        expect(taken.has(free)).toBe(false);
        expect(slugProblem(free)).toBeUndefined();
      }),
      runs(200),
    );
  });
});
