import { describe, expect, it } from 'vitest';
import { createSearch, parseQuery } from '../../../lib/catalog/search.ts';
import { hueOf, initialsOf, namedFirst, showsAnything } from '../../../lib/panel/collections-view.ts';
import { collection } from './shop-fakes.ts';

describe('initials', () => {
  it.each([
    ['Best Sellers', 'BS'],
    ['Kettlebells', 'KE'],
    ['Summer 2026', 'SU'],
    ['Yoga Mats & Blocks', 'YM'],
    ['  “Quoted” name', 'QN'],
    ['5 kg plates', '5K'],
    ['👟 Running shoes', 'RS'],
    ['مجموعة الصيف', 'ما'],
    ['<b>Bold</b>', 'BB'],
    ['é', 'É'],
    ['🎁', ''],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials);
  });
});

describe('a name shows', () => {
  it.each([
    ['nothing at all', ''],
    ['spaces', ' \u00a0\u3000\t\n'],
    ['characters without width', '\u200b\u200c\u200d\ufeff\u00ad\u2060'],
    ['marks that set the direction', '\u200e\u200f\u202e\u2066\u2069'],
    ['control characters', '\0\u001b\u0085'],
    ['marks over nothing', '\u0301\ufe0f\u034f'],
    ['tags', '\u{e0041}\u{e007f}'],
    ['letters that are blank', '\u3164\u115f\u1160\uffa0\u2800'],
  ])('nothing when it is made of %s', (_, name) => {
    expect(showsAnything(name)).toBe(false);
  });

  it.each(['a', '\u200b5\u200b', '-', '🎁', '👩‍👧', 'é', 'ا', '\u3164한'])('something: %j', (name) => {
    expect(showsAnything(name)).toBe(true);
  });
});

describe('the colour of a name', () => {
  it('is a hue, and the same every time', () => {
    for (const name of ['', 'Best Sellers', '👟'.repeat(100)]) {
      expect(hueOf(name)).toBe(hueOf(name));
      expect(hueOf(name)).toBeGreaterThanOrEqual(0);
      expect(hueOf(name)).toBeLessThan(360);
    }
  });
});

describe('what is called exactly as typed', () => {
  const names = [
    'Men’s Mats – Plum',
    'Crème',
    'Men’s Mats',
    'Men’s Mats – Rose',
    'mens mats',
    'Crème de la crème',
  ];
  const search = createSearch('en');
  search.put(names.map((name, n) => collection(n, { name })));

  it.each([
    ['men’s mats', ['Men’s Mats', 'Men’s Mats – Plum', 'Men’s Mats – Rose']],
    ["MEN'S  mats ", ['Men’s Mats', 'Men’s Mats – Plum', 'Men’s Mats – Rose']],
    ['creme', ['Crème', 'Crème de la crème']],
    ['mats', ['Men’s Mats', 'Men’s Mats – Plum', 'Men’s Mats – Rose', 'mens mats']],
  ])('comes first, then all else in its order: %j', (typed, shown) => {
    const query = parseQuery(typed);
    const found = namedFirst(search.find(query, 'name'), query);
    expect(found.map(({ row }) => row.name)).toEqual(shown);
  });

  it('leaves the list as it is where there is none', () => {
    const query = parseQuery('');
    const found = search.find(query, 'name');
    expect(namedFirst(found, query)).toBe(found);
  });
});
