import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findProductRef, isDashboardHost, readAddress } from '../../../lib/highlevel/addresses.ts';
import { isLocationId, isObjectId } from '../../../lib/highlevel/ids.ts';
import { productRefSchema } from '../../../lib/highlevel/product.ts';
import { runs } from '../runs.ts';
import { locationId, messyText, objectId, slug } from './messy-text.ts';

const host = fc.domain();
const around = fc.string({ unit: fc.constantFrom(...' \n\t"\'`()[]{}<>«»“”.,;:!?'), maxLength: 12 });

const mess = messyText();

describe('whatever the text', () => {
  it('reading it is no exception, and a product is an id or a slug', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const found = findProductRef(text);
        if (found.locationId !== undefined) expect(isLocationId(found.locationId)).toBe(true);
        if (found.found !== 'product') {
          if (found.id !== undefined) expect(isObjectId(found.id)).toBe(true);
          return;
        }
        expect(productRefSchema.safeParse(found.ref).success).toBe(true);
        if (found.ref.kind === 'id') expect(isObjectId(found.ref.value)).toBe(true);
        else expect(found.ref.value).toMatch(/^(?!pit-)[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u);
      }),
      runs(10_000),
    );
  });

  it('its place is none, or ids of the right kind', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const { locationId, productId, collectionId } = readAddress(text);
        if (locationId === undefined) expect([productId, collectionId]).toEqual([undefined, undefined]);
        else expect(isLocationId(locationId)).toBe(true);
        for (const id of [productId, collectionId]) if (id !== undefined) expect(isObjectId(id)).toBe(true);
      }),
      runs(10_000),
    );
  });

  it('only the exact hosts are dashboards', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 8 }), fc.string({ maxLength: 8 }), (before, after) => {
        const host = `${before}app.gohighlevel.com${after}`;
        expect(isDashboardHost(host)).toBe(before === '' && after === '');
      }),
      runs(1_000),
    );
  });
});

describe('what is there is found', () => {
  it('an id, whatever stands around it', () => {
    fc.assert(
      fc.property(around, objectId, around, (before, id, after) => {
        expect(findProductRef(before + id + after)).toEqual({
          found: 'product',
          ref: { kind: 'id', value: id },
        });
      }),
      runs(2_000),
    );
  });

  it('a slug, whatever stands around it', () => {
    fc.assert(
      fc.property(around, slug, around, (before, value, after) => {
        expect(findProductRef(before + value + after)).toEqual({
          found: 'product',
          ref: { kind: 'slug', value },
        });
      }),
      runs(2_000),
    );
  });

  it('a storefront link, whatever stands around it', () => {
    fc.assert(
      fc.property(around, host, slug, around, (before, host, value, after) => {
        const text = `${before} https://${host}/store/product/${value} ${after}`;
        expect(findProductRef(text)).toEqual({ found: 'product', ref: { kind: 'slug', value } });
      }),
      runs(2_000),
    );
  });

  it('a dashboard product on any host', () => {
    fc.assert(
      fc.property(host, locationId, objectId, (host, locationId, productId) => {
        const url = `https://${host}/v2/location/${locationId}/payments/products/${productId}`;
        expect(readAddress(url)).toEqual({ locationId, productId });
        expect(findProductRef(url)).toEqual({
          found: 'product',
          ref: { kind: 'id', value: productId },
          locationId,
        });
      }),
      runs(2_000),
    );
  });
});

describe('a megabyte', () => {
  const ID = '65f3a1b2c3d4e5f6a7b8c9d0';
  it.each<[string, string]>([
    ['dots', '.'],
    ['quotes', '"'],
    ['hex', 'f'],
    ['slashes', 'a/'],
    ['links', 'https://x.example/product/ '],
    ['paths', 'a/ '],
    ['words', 'well-known '],
    ['escapes', '%25'],
    ['one long host', 'a.'],
    ['marks', '\u0301'],
    ['invisible', '\u200b'],
    ['links around links', `https://x.example/?${'u=https://a&'.repeat(300)} `],
    ['a source', '&quot;&lt;a\\/'],
    ['glue', 'a&'],
  ])('of %s costs little', (_, unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    const start = performance.now();
    findProductRef(text);
    findProductRef(`x${text}x`);
    findProductRef(`https://x.example/${text}`);
    readAddress(`https://x.example/${text}`);
    // Generous for a busy machine; work that grows with the square would take minutes.
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('of words still gives the id at its end', () => {
    expect(findProductRef(`${'word '.repeat(200_000)}${ID}`)).toMatchObject({ ref: { value: ID } });
  });
});
