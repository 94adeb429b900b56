import { describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/highlevel/client.ts';
import { createLimiter } from '../../../lib/highlevel/rate-limit.ts';
import type { Result } from '../../../lib/highlevel/result.ts';
import { QUIRK_VALUES } from '../../world/quirks.ts';
import { LOCATIONS, type Quirks } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';

const MADE = '66057f9d28536eae584ec047';
const fields = {
  name: 'New Arrivals',
  slug: 'new-arrivals-7',
  image: 'https://img.example/a.png',
  seo: { title: 'New', description: 'Fresh' },
};

const good = <Value>(result: Result<Value, unknown>): Value => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

function setUp(quirks: Partial<Quirks> = {}, locationId: string = LOCATIONS.acme) {
  const clock = createVirtualClock();
  const world = createWorld({ clock, quirks });
  const token = world.issueToken({ locationId: LOCATIONS.acme });
  const parts = { fetch: world.fetch, clock, token: async () => token, random: () => 0.5 };
  const client = createClient({ ...parts, limiter: createLimiter({ clock }), locationId });
  const shop = world.shops.get(locationId)!;
  const all = async () => {
    const ids: string[] = [];
    for (let offset = 0; ; ) {
      const page = good(await client.listCollections({ limit: 100, offset }));
      ids.push(...page.rows.map((row) => row.id));
      offset += page.received;
      if (page.received === 0 || page.rows.length === 0) return ids;
    }
  };
  return { clock, world, client, shop, all };
}

const quirks = Object.entries(QUIRK_VALUES).flatMap(([name, values]) =>
  values.map((value) => ({ name, value, quirks: { [name]: value } as Partial<Quirks> })),
);

describe('the calls do their work under every answer nobody knows', () => {
  it.each(quirks)('$name: $value', async ({ quirks }) => {
    const { clock, client, shop, all } = setUp(quirks);
    expect(await all()).toEqual(shop.collections.map((row) => row._id));

    const target = shop.collections[1]!;
    const read = good(await client.getCollection(target._id));
    expect(read).toMatchObject({ id: target._id, name: target.name, slug: target.slug });

    const { name, slug, image, seo } = read;
    good(await client.updateCollection(target._id, { name: `${name} 2`, slug, image, seo }));
    await clock.sleep(5_000);
    expect(good(await client.getCollection(target._id)).name).toBe(`${name} 2`);

    const made = await client.createCollection({ id: MADE, fields });
    if (quirks.createId === 'refused') {
      expect(made).toMatchObject({
        ok: false,
        error: { code: 'invalid', fields: { collectionId: [expect.any(String)] } },
      });
      good(await client.createCollection({ fields }));
    }
    await clock.sleep(5_000);
    const there = shop.collections.find((row) => row.slug === fields.slug)!;
    expect(good(await client.getCollection(there._id))).toMatchObject({ id: there._id, ...fields });
    good(await client.deleteCollection(there._id));
    await clock.sleep(5_000);
    expect(await client.getCollection(there._id)).toMatchObject({ ok: false, error: { code: 'not-found' } });

    const product = shop.products.find((row) => row.collectionIds.length > 0)!;
    const seen = good(await client.getProduct({ kind: 'slug', value: product.slug }, { wishlist: true }));
    const told = quirks.productSets !== 'left-out';
    expect(seen).toMatchObject({ id: product._id, ...(told && { collectionIds: product.collectionIds }) });
    good(await client.updateProduct(seen, { collectionIds: [target._id] }));
    await clock.sleep(5_000);
    const stored = shop.products.find((row) => row._id === product._id);
    expect(stored?.collectionIds).toEqual([target._id]);
    const after = good(await client.getProduct({ kind: 'id', value: product._id }));
    expect({ ...after, raw: {} }).toEqual({
      ...seen,
      ...(told && { collectionIds: [target._id] }),
      updatedAt: after.updatedAt,
      raw: {},
    });
    const listed = good(await client.listProducts({ collectionIds: [target._id], limit: 100, offset: 0 }));
    expect(listed.rows.map((row) => row.id)).toContain(product._id);
  });
});

describe('a list of nothing', () => {
  it.each(QUIRK_VALUES.emptyList)('has no rows: %s', async (emptyList) => {
    const { client } = setUp({ emptyList });
    const page = good(await client.listCollections({ limit: 10, offset: 100_000 }));
    expect(page.rows).toEqual([]);
  });
});

describe('a token of another location', () => {
  it.each(['refused', 'own'] as const)('is told when a foreign read is %s', async (foreignAltId) => {
    const { client } = setUp({ foreignAltId }, LOCATIONS.globex);
    expect(await client.listCollections({ limit: 10, offset: 0 })).toMatchObject({
      ok: false,
      error: { code: 'wrong-location' },
    });
  });
});

describe('a duplicate slug', () => {
  it.each(['422', '400'] as const)('stands beside the slug when refused with %s', async (duplicateSlug) => {
    const { client, shop } = setUp({ duplicateSlug });
    const { slug } = shop.collections[1]!;
    expect(await client.createCollection({ fields: { ...fields, slug } })).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { slug: [expect.any(String)] } },
    });
  });
});
