import { describe, expect, it } from 'vitest';
import { seedShops } from '../../world/seed/shops.ts';
import { ODD_NAMES } from '../../world/seed/words.ts';
import { LOCATIONS } from '../../world/types.ts';
import { createWorld } from '../../world/world.ts';
import { ACME } from './calls.ts';

const HEX = /^[0-9a-f]{24}$/;
const acme = (size?: number, seed = 'aisle') =>
  seedShops(seed, size === undefined ? {} : { acme: size }).get(ACME)!;
const count = (id: string, shop = acme()) =>
  shop.products.filter((one) => one.collectionIds.includes(id)).length;

describe('the shops', () => {
  it('are the same for the same seed, and others for another', () => {
    expect(acme()).toEqual(acme());
    expect(acme(248, 'other').collections[20]).not.toEqual(acme().collections[20]);
    const tokens = [1, 2].map(() => createWorld({ seed: 7 }).issueToken({ locationId: ACME }));
    expect(tokens[0]).toBe(tokens[1]);
  });

  it('begin with the shop of the pictures', () => {
    const shop = acme();
    const rows = shop.collections.slice(0, 10).map((row) => [row.name, row.slug, count(row._id, shop)]);
    expect(rows).toEqual([
      ['Best Sellers', 'best-sellers', 48],
      ['Summer 2026', 'summer-2026', 112],
      ['Yoga Mats & Blocks', 'yoga-mats-blocks', 23],
      ['Resistance Bands', 'resistance-bands', 17],
      ['Gift Cards', 'gift-cards', 4],
      ['Kettlebells', 'kettlebells', 31],
      ['Recovery', 'recovery', 26],
      ['New Arrivals', 'new-arrivals', 64],
      ['Clearance', 'clearance-1', 88],
      ['Default', 'default', 0],
    ]);
  });

  it('sell the mat of the documentation', () => {
    const shop = acme();
    const [mat] = shop.products;
    expect(mat).toMatchObject({
      _id: '655b33a82209e60b6adb87a5',
      slug: 'awesome-yoga-mat',
      statementDescriptor: 'ACME FIT',
      collectionIds: [shop.collections[0]!._id, shop.collections[2]!._id],
      label: { title: 'Featured', endDate: '2026-06-30T05:43:39.000Z' },
      isTaxesEnabled: true,
    });
    const variants = mat!.variants as { name: string; options: { name: string }[] }[];
    expect(variants.map((one) => [one.name, one.options.map((option) => option.name)])).toEqual([
      ['Size', ['S', 'M', 'XL']],
      ['Colour', ['Sage', 'Sand']],
    ]);
  });

  it('hold every unpleasant name', () => {
    const names = new Set(acme().collections.map((row) => row.name));
    expect(ODD_NAMES.filter((name) => !names.has(name))).toEqual([]);
    expect(Math.max(...ODD_NAMES.map((name) => name.length))).toBeGreaterThanOrEqual(200);
  });

  it('have ids, slugs and numbers that a real one could have', () => {
    for (const shop of seedShops('aisle', {}).values()) {
      const ids = [...shop.collections, ...shop.products].map((row) => row._id);
      expect(ids.every((id) => HEX.test(id))).toBe(true);
      expect(new Set(ids).size).toBe(ids.length);
      expect(shop.products.every((product) => /^[a-z0-9-]+$/.test(product.slug))).toBe(true);
      expect(new Set(shop.products.map((product) => product.slug)).size).toBe(shop.products.length);
    }
  });

  it('lack what people forget', () => {
    const { collections } = acme();
    const share = (some: (typeof collections)[number][]) => some.length / collections.length;
    expect(share(collections.filter((row) => !row.seo?.title && !row.seo?.description))).toBeGreaterThan(0.2);
    expect(share(collections.filter((row) => !row.image))).toBeGreaterThan(0.05);
    expect(collections.some((row) => row.seo === null)).toBe(true);
    expect(collections.some((row) => row.seo !== null && row.seo.title === null)).toBe(true);
  });

  it('begin with a Default collection and nothing else when they are new', () => {
    const shop = seedShops('aisle', {}).get(LOCATIONS.initech)!;
    expect([shop.collections.map((row) => row.slug), shop.products]).toEqual([['default'], []]);
  });

  it.each([0, 1, 9, 1_000, 50_000])('come in any size: %i', (size) => {
    const shop = acme(size);
    expect(shop.collections).toHaveLength(size);
    expect(new Set(shop.collections.map((row) => row._id)).size).toBe(size);
  });
});
