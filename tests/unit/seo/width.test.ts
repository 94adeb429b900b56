import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, LIMITS, pixelWidth } from '../../../lib/seo/width.ts';
import { runs } from '../runs.ts';

describe('the width of a text in px', () => {
  // Measured in Chromium with canvas.measureText, 20 px Liberation Sans (Arial's metrics), without kerning, which takes
  // another 0.7 % at most from such texts.
  it.each([
    ['', 0],
    ['a', 11.12],
    ['W', 18.88],
    ['i', 4.44],
    ['Best Sellers', 106.71],
    ['Men’s Running Shoes & Trail Gear | Acme', 376.46],
    ["Women's T-Shirts (50% off) @ 2024", 320.89],
    ['Größe – Übergröße', 174.51],
    ['Łódź Żółć', 86.71],
    ['Кроссовки', 95.57],
    ['Ελληνικά προϊόντα', 167.35],
  ])('%j is %f', (text, width) => {
    expect(pixelWidth(text, 'title')).toBeCloseTo(width, 1);
  });

  it('does not depend on how an accent is written', () => {
    expect(pixelWidth('Café', 'title')).toBe(pixelWidth('Cafe\u0301', 'title'));
  });

  it('is that of its parts, and smaller in a description', () => {
    fc.assert(
      fc.property(fc.lorem({ maxCount: 8 }), fc.lorem({ maxCount: 8 }), (one, two) => {
        for (const kind of ['title', 'description'] as const) {
          expect(pixelWidth(one + two, kind)).toBeCloseTo(pixelWidth(one, kind) + pixelWidth(two, kind), 6);
        }
        expect(pixelWidth(one, 'description')).toBeCloseTo(pixelWidth(one, 'title') * 0.7, 6);
      }),
      runs(300),
    );
  });

  it('counts full-width letters as squares, joined emoji as one, and invisible characters as nothing', () => {
    expect(pixelWidth('漢字', 'title')).toBe(40);
    expect(pixelWidth('👩‍👩‍👧', 'title')).toBe(pixelWidth('🧘', 'title'));
    expect(pixelWidth('🇮🇱', 'title')).toBe(pixelWidth('🧘', 'title'));
    expect(pixelWidth('a\u200bb\u00ad', 'title')).toBe(pixelWidth('ab', 'title'));
    expect(pixelWidth('©', 'title')).toBeCloseTo(14.74, 1);
  });
});

describe('a text that Google cuts', () => {
  it('is whole when it fits, its spaces as a browser shows them', () => {
    expect(cut('  Best \n Sellers ', 'title')).toEqual({ shown: 'Best Sellers', cutWords: 0 });
    expect(cut('', 'title')).toEqual({ shown: '', cutWords: 0 });
  });

  it('ends between words, with the words that are left out counted', () => {
    const { shown, cutWords } = cut(
      'Running shoes for every trail, road and weather, with free exchanges',
      'title',
    );
    expect(shown).toBe('Running shoes for every trail, road and weather, with free …');
    expect(cutWords).toBe(1);
  });

  it('ends inside a word when there is no other place', () => {
    const { shown, cutWords } = cut('漢字'.repeat(40), 'title');
    expect(shown).toMatch(/^(?:漢字){13,14}漢? …$/);
    expect(cutWords).toBe(1);
    expect(cut(`Sale ${'x'.repeat(200)}`, 'title').shown).toMatch(/^Sale x{40,} …$/);
  });

  it('never breaks a character', () => {
    expect(cut('👩‍👩‍👧'.repeat(60), 'title').shown).toMatch(/^(?:👩‍👩‍👧)+ …$/u);
  });

  it('fits, begins like the text, and says how much is missing', () => {
    const text = fc.oneof(fc.lorem({ maxCount: 60 }), fc.string({ unit: 'grapheme', maxLength: 300 }));
    fc.assert(
      fc.property(text, fc.constantFrom('title', 'description'), (text, kind) => {
        const { shown, cutWords } = cut(text, kind);
        const whole = text.trim().replace(/\s+/g, ' ');
        expect(pixelWidth(shown, kind)).toBeLessThanOrEqual(LIMITS[kind] + 0.001);
        if (cutWords === 0) expect(shown).toBe(whole);
        else expect(whole.startsWith(shown.replace(/ ?…$/, ''))).toBe(true);
        expect(cutWords === 0).toBe(pixelWidth(whole, kind) <= LIMITS[kind]);
      }),
      runs(1_000),
    );
  });
});
