import { LOCATIONS } from '../../world/types.ts';
import { writes } from '../acts.ts';
import { pageOf } from '../addresses.ts';
import { expect, test } from '../firefox-stage.ts';
import { until } from '../until.ts';

test.describe('the sidebar', () => {
  test('stays closed until it is asked for, and opens by the toolbar button', async ({ firefox }) => {
    await firefox.tab.goto(pageOf('acme'));
    expect(await firefox.sidebarIsOpen()).toBe(false);
    await firefox.clickToolbar();
    await until('the sidebar is open', () => firefox.sidebarIsOpen());
    await firefox.sidebar.shows('Connect this location');
  });

  test('a refused token says what to do next', async ({ firefox, openAt }) => {
    await openAt('acme');
    await firefox.sidebar.fill('textbox', 'Token', 'pit-00000000-0000-4000-8000-000000000000');
    await firefox.sidebar.click('button', 'Connect');
    await firefox.sidebar.shows('HighLevel refused the token');
    expect(await firefox.sidebar.value('textbox', 'Token')).toBe('');
  });

  test('connects, lists, edits, saves and makes', async ({ firefox, openAt, connect, world }) => {
    await openAt('acme');
    await connect('acme', 'Acme Fitness');
    const { sidebar } = firefox;
    const shop = world.shops.get(LOCATIONS.acme);
    await sidebar.shows(`${shop?.collections.length} collections`);

    await sidebar.fill('textbox', 'Search collections', 'Gift Cards');
    await sidebar.shows('1 of 2');
    await sidebar.click('button', 'Gift Cards');
    await sidebar.fill('textbox', 'SEO title', 'Gift cards – Acme Fitness');
    await sidebar.shows('1 unsaved change');
    await sidebar.click('button', 'Save');
    await sidebar.shows('Saved');
    expect(writes(world).map(({ method }) => method)).toEqual(['PUT']);
    expect(shop?.collections.find(({ slug }) => slug === 'gift-cards')?.seo?.title).toBe(
      'Gift cards – Acme Fitness',
    );

    await sidebar.click('button', 'Back to collections');
    await sidebar.click('button', 'New');
    await sidebar.fill('textbox', 'Name', 'Rowing & Cardio');
    expect(await sidebar.value('textbox', 'Slug')).toBe('rowing-cardio');
    await sidebar.click('button', 'Create');
    await sidebar.shows('Created');
    expect(shop?.collections.filter(({ slug }) => slug === 'rowing-cardio')).toHaveLength(1);
  });

  test('follows the tab through the dashboard, and to where there is no location', async ({
    firefox,
    openAt,
    connect,
  }) => {
    await openAt('acme');
    await connect('acme', 'Acme Fitness');
    await firefox.tab.click('.switch');
    await firefox.tab.$$eval('#locations a, #locations button', (all) =>
      all
        .find((each) => each.textContent?.includes('Globex'))
        ?.dispatchEvent(new MouseEvent('click', { bubbles: true })),
    );
    await firefox.sidebar.shows(LOCATIONS.globex);
    await firefox.tab.goto(pageOf('acme'));
    await firefox.sidebar.shows('Acme Fitness');
    const other = await firefox.browser.newPage();
    await other.goto('https://app.gohighlevel.com/agency_dashboard/');
    await other.bringToFront();
    await firefox.sidebar.shows('No HighLevel location in this tab');
  });

  test('looks up what the real context menu was opened on', async ({ firefox, openAt, connect, world }) => {
    await openAt('acme', 'payments/products');
    await connect('acme', 'Acme Fitness');
    const product = world.shops.get(LOCATIONS.acme)?.products[0];
    await firefox.chooseInContextMenu(firefox.tab, `[data-id="${product?._id}"] a`);
    await firefox.sidebar.shows(product?.name ?? '');
    await firefox.sidebar.shows('Best Sellers');
    expect(world.log.map(({ path }) => path)).toContain(`/products/${product?._id}`);
  });

  test('works on after the background was stopped, and the token is still there', async ({
    firefox,
    openAt,
    connect,
    world,
  }) => {
    await openAt('acme', 'payments/products');
    await connect('acme', 'Acme Fitness');
    const shop = world.shops.get(LOCATIONS.acme);
    await firefox.sidebar.shows(`${shop?.collections.length} collections`);
    await firefox.killBackground();
    const product = shop?.products[1];
    await firefox.chooseInContextMenu(firefox.tab, `[data-id="${product?._id}"] a`);
    await firefox.sidebar.shows(product?.name ?? '');
    expect(world.log).toContainEqual(
      expect.objectContaining({ path: `/products/${product?._id}`, status: 200 }),
    );
  });
});
