import { describe, expect, it } from 'vitest';
import { hueOf, initialsOf } from '../../../lib/panel/collections-view.ts';

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

describe('the colour of a name', () => {
  it('is a hue, and the same every time', () => {
    for (const name of ['', 'Best Sellers', '👟'.repeat(100)]) {
      expect(hueOf(name)).toBe(hueOf(name));
      expect(hueOf(name)).toBeGreaterThanOrEqual(0);
      expect(hueOf(name)).toBeLessThan(360);
    }
  });
});
