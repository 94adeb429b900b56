import { describe, expect, it } from 'vitest';
import { createListProducts } from '../../../../lib/worker/lookup/list-products.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme } = LOCATIONS;

describe('the products of a collection', () => {
  it.each(['number', 'object', 'list', 'missing'] as const)(
    'come to an end whatever a total looks like: %s',
    async (total) => {
      const browser = createBrowser();
      const { connect, clients } = browser.start();
      browser.world.quirks.total = total;
      const token = browser.world.issueToken({ locationId: acme });
      await connect.connect({ locationId: acme, label: '', token, keep: 'memory' });
      const shop = browser.world.shops.get(acme)!;
      const collectionId = shop.collections[1]!._id;
      const wanted = shop.products
        .filter(({ collectionIds }) => collectionIds.includes(collectionId))
        .map(({ _id }) => _id);
      const list = createListProducts(clients.clientFor);
      const found: string[] = [];
      for (let offset = 0, more = true, pages = 0; more; pages += 1) {
        const page = await list({ locationId: acme, collectionId, offset });
        if (!page.ok || pages > 100) throw new Error('no end');
        found.push(...page.value.products.map(({ id }) => id));
        ({ more, next: offset } = page.value);
      }
      expect(found.sort()).toEqual(wanted.sort());
      expect(wanted.length).toBeGreaterThan(0);
    },
  );
});
