import { LOCATIONS } from '../../world/types.ts';
import { connect } from '../acts.ts';
import { pageOf } from '../addresses.ts';
import { expect, test } from '../stage.ts';

const LOOKUP = /^\/products\/[^/]+$/;

test.describe('what is this product', () => {
  for (const [how, text] of [
    ['its id', (id: string) => id],
    ['its slug', () => 'awesome-yoga-mat'],
    ['a dashboard link', (id: string) => pageOf('acme', `payments/products/${id}`)],
    ['a store link', (id: string) => `https://shop.acme-fitness.example/home/product/${id}`],
  ] as const) {
    test(`is answered from ${how} in the field`, async ({ openAt, world }) => {
      const panel = await openAt('acme');
      await connect(panel, world, 'acme');
      const product = world.shops
        .get(LOCATIONS.acme)
        ?.products.find(({ name }) => name === 'Awesome Yoga Mat');
      await panel.getByRole('tab', { name: 'Product' }).click();
      const search = panel.getByRole('searchbox', { name: 'Product id, slug or link' });
      await search.fill(text(product?._id ?? ''));
      await search.press('Enter');
      await expect(panel.getByRole('heading', { name: 'Awesome Yoga Mat' })).toBeVisible();
      await expect(panel.getByText('Best Sellers')).toBeVisible();
      const asked = world.log.filter(({ path }) => LOOKUP.test(path) && path !== '/products/collections');
      expect(asked).toHaveLength(1);
      expect(asked[0]?.query.locationId).toBe(LOCATIONS.acme);
    });
  }

  for (const [what, text, words] of [
    ['a text that holds none', 'see you on Monday!', 'No product in this'],
    [
      'a payment link',
      'https://shop.acme-fitness.example/payment-link/655b33a82209e60b6adb87a5',
      'This is a payment link, not a product',
    ],
  ] as const) {
    test(`${what} is named, and nothing is asked`, async ({ openAt, world }) => {
      const panel = await openAt('acme');
      await connect(panel, world, 'acme');
      await panel.getByRole('tab', { name: 'Product' }).click();
      const search = panel.getByRole('searchbox', { name: 'Product id, slug or link' });
      await search.fill(text);
      await search.press('Enter');
      await expect(panel.getByText(words)).toBeVisible();
      expect(world.log.filter(({ path }) => LOOKUP.test(path) && path !== '/products/collections')).toEqual(
        [],
      );
    });
  }

  test('one that is not there says so', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await panel.getByRole('tab', { name: 'Product' }).click();
    const search = panel.getByRole('searchbox', { name: 'Product id, slug or link' });
    await search.fill('ffffffffffffffffffffffff');
    await search.press('Enter');
    await expect(panel.getByText('No such product in Acme Fitness')).toBeVisible();
  });
});
