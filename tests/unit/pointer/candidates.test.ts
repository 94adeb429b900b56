import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { candidatesAt } from '../../../lib/pointer/candidates.ts';

const one = '655b33a82209e60b6adb87a5';
const two = '655c78980f6ab086ab8ac266';
const part = (attributes: Record<string, string>) => ({
  attributes: Object.entries(attributes).map(([name, value]) => ({ name, value })),
});

describe('what is under the pointer', () => {
  it.each<[string, Record<string, string>, ReturnType<typeof candidatesAt>]>([
    ['a row with its id', { 'data-id': one }, [{ id: one, of: 'unknown' }]],
    ['a product', { 'data-product-id': one }, [{ id: one, of: 'product' }]],
    ['a collection', { 'data-collection-id': one }, [{ id: one, of: 'collection' }]],
    ['an id with a prefix', { id: `row-${one}` }, [{ id: one, of: 'unknown' }]],
    [
      'a link to a product',
      { href: `/v2/location/x/payments/products/${one}` },
      [{ id: one, of: 'product' }],
    ],
    [
      'a link to a collection',
      { href: `/v2/location/x/payments/products/collections/${one}` },
      [{ id: one, of: 'collection' }],
    ],
    [
      'a link to a variant names its product alone',
      { href: `/payments/products/${one}/variants/${two}` },
      [{ id: one, of: 'product' }],
    ],
    [
      'an image of a product',
      { src: `https://cdn.example/products/${one}/1.png` },
      [{ id: one, of: 'product' }],
    ],
    ['an address with a parameter', { href: `/edit?productId=${one}` }, [{ id: one, of: 'product' }]],
  ])('%s', (_, attributes, candidates) => {
    expect(candidatesAt([part(attributes)])).toEqual(candidates);
  });

  it.each<[string, Record<string, string>]>([
    ['a picture from the media library', { src: `https://cdn.example/location/media/${one}.png` }],
    ['a price', { 'data-price-id': one }],
    ['an order', { href: `/payments/orders/${one}` }],
    ['a class', { class: `css-${one}` }],
    ['a longer hex', { 'data-hash': `${one}ab` }],
    ['a shorter hex', { 'data-hash': one.slice(1) }],
    ['capitals', { 'data-id': one.toUpperCase() }],
    ['a page’s own data', { 'data-state': JSON.stringify({ id: one, more: 'x'.repeat(2_000) }) }],
    ['words', { title: 'Yoga mat', 'aria-label': 'Open' }],
  ])('is nothing for %s', (_, attributes) => {
    expect(candidatesAt([part(attributes)])).toEqual([]);
  });

  it('comes nearest first, each once', () => {
    const path = [part({ src: 'x.png' }), part({ 'data-id': one }), part({ 'data-id': two, id: one })];
    expect(candidatesAt(path).map(({ id }) => id)).toEqual([one, two]);
  });

  it('does not reach up to the list that holds every row', () => {
    const path = [...Array.from({ length: 12 }, () => part({})), part({ 'data-id': one })];
    expect(candidatesAt(path)).toEqual([]);
  });

  it('is not misled by attributes named like what every object has', () => {
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then', 'length'];
    const attributes = names.map((name) => ({ name, value: one }));
    expect(candidatesAt([{ attributes }])).toEqual([{ id: one, of: 'unknown' }]);
    expect(candidatesAt([{ attributes: [{ name: '__proto__', value: '__proto__' }] }])).toEqual([]);
  });

  it('costs little, whatever a page has put there', () => {
    let read = 0;
    const endless = {
      attributes: (function* () {
        for (; ; read += 1)
          yield { name: `data-${read}`, value: `${'a-'.repeat(900)} ${one}/${two}/${one}=` };
      })(),
    };
    const deep = Array.from({ length: 100_000 }, () => endless);
    const start = performance.now();
    expect(candidatesAt(deep).length).toBeGreaterThan(0);
    expect(read).toBeLessThan(1_000);
    expect(performance.now() - start).toBeLessThan(1_000);
  });

  it('is never more than 16 ids, and never anything but ids', () => {
    const attribute = fc.record({
      name: fc.constantFrom('id', 'href', 'src', 'data-x', 'data-collection'),
      value: fc
        .array(fc.oneof(fc.string(), fc.stringMatching(/^[0-9a-f]{24}$/)))
        .map((words) => words.join('/')),
    });
    const path = fc.array(fc.record({ attributes: fc.array(attribute, { maxLength: 8 }) }), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(path, (parts) => {
        const seen = candidatesAt(parts);
        expect(seen.length).toBeLessThanOrEqual(16);
        expect(new Set(seen.map(({ id }) => id)).size).toBe(seen.length);
        expect(seen.every(({ id }) => /^[0-9a-f]{24}$/.test(id))).toBe(true);
        expect(seen.every((each) => Object.keys(each).sort().join() === 'id,of')).toBe(true);
      }),
    );
  });
});
