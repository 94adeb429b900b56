import { LOCATIONS } from '../../world/types.ts';
import { connect } from '../acts.ts';
import { pageOf } from '../addresses.ts';
import { expect, test } from '../stage.ts';

test.describe('“Look up in Aisle”', () => {
  // A menu of the system cannot be clicked here, so Chromium sees no gesture; Firefox's tests open the panel by the real one.
  test('waits for the panel when it is closed', async ({ openAt, chromium, world }) => {
    await connect(await openAt('acme'), world, 'acme');
    await chromium.closePanel();
    await chromium.chooseMenu({ selectionText: 'which one is “awesome-yoga-mat” again?' });
    const panel = await chromium.openPanel();
    await expect(panel.getByRole('heading', { name: 'Awesome Yoga Mat' })).toBeVisible();
  });

  test('on a link, with the panel open', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const product = world.shops.get(LOCATIONS.acme)?.products[0];
    await chromium.chooseMenu({ linkUrl: pageOf('acme', `payments/products/${product?._id}`) });
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
  });

  test('on the row under the pointer', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme', 'payments/products');
    await connect(panel, world, 'acme');
    const product = world.shops.get(LOCATIONS.acme)?.products[0];
    await chromium.tab
      .getByText(product?.name ?? '', { exact: true })
      .first()
      .click({ button: 'right' });
    await chromium.chooseMenu({ menuItemId: 'look-up-page' });
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
  });

  test('on a selection without a product says so and asks nothing', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await expect(panel.getByText('248 collections')).toBeVisible();
    const before = world.log.length;
    await chromium.chooseMenu({ selectionText: 'See you on Monday!' });
    await expect(panel.getByText('No product in this')).toBeVisible();
    // The list may still be read: no product is.
    const asked = world.log.slice(before).filter(({ path }) => /^\/products\/(?!collections)/.test(path));
    expect(asked).toEqual([]);
  });
});
