import { CHAT_HOST, LOCATIONS, STORE_HOST } from '../../world/types.ts';
import { pageOf } from '../addresses.ts';
import { expect, test } from '../firefox-stage.ts';
import { until } from '../until.ts';

test.describe('“Look up in Aisle” in a chat', () => {
  for (const [what, selector, words] of [
    ['a selection that holds an id', '#plain-id', 'Awesome Yoga Mat'],
    ['a selection that holds a slug', '#plain-slug', 'Awesome Yoga Mat'],
    ['a link to a store', '#store-link', 'Awesome Yoga Mat'],
    ['a payment link', '#payment-link', 'This is a payment link, not a product'],
    ['a selection that holds no product', '#nothing', 'No product in this'],
  ] as const) {
    test(`on ${what} opens the closed sidebar by that click alone`, async ({
      firefox,
      openAt,
      connect,
      world,
    }) => {
      await openAt('acme');
      await connect('acme', 'Acme Fitness');
      const count = world.shops.get(LOCATIONS.acme)?.collections.length;
      await firefox.sidebar.shows(`${count} collections`);
      await firefox.hideSidebar();
      await until('the sidebar is closed', async () => !(await firefox.sidebarIsOpen()));
      await firefox.tab.goto(`https://${CHAT_HOST}/`);
      await firefox.tab.$eval(selector, (element) => {
        if (!element.matches('a')) getSelection()?.selectAllChildren(element);
      });
      const before = world.log.length;
      await firefox.chooseInContextMenu(firefox.tab, selector);
      await firefox.sidebar.shows(words);
      const asked = world.log.slice(before).filter(({ path }) => /^\/products\/(?!collections)/.test(path));
      expect(asked).toHaveLength(words === 'Awesome Yoga Mat' ? 1 : 0);
    });
  }
});

test('“Look up in Aisle” on an image in a row opens that row’s product', async ({
  firefox,
  openAt,
  connect,
  world,
}) => {
  await openAt('acme');
  await connect('acme', 'Acme Fitness');
  const shop = world.shops.get(LOCATIONS.acme);
  await firefox.sidebar.shows(`${shop?.collections.length} collections`);
  await firefox.tab.goto(pageOf('acme', 'payments/products'));
  const product = shop?.products[2];
  await firefox.tab.waitForSelector(`[data-id="${product?._id}"] img`);
  await firefox.chooseInContextMenu(firefox.tab, `[data-id="${product?._id}"] img`);
  await firefox.sidebar.shows(product?.slug ?? '');
  await firefox.sidebar.shows('Open in HighLevel');
});

test('the page itself offers it where its address can name a product, and nowhere else', async ({
  firefox,
  openAt,
  connect,
  world,
}) => {
  await openAt('acme');
  await connect('acme', 'Acme Fitness');
  const { tab } = firefox;
  const [mat] = world.shops.get(LOCATIONS.acme)?.products ?? [];
  await tab.goto(`https://${CHAT_HOST}/`);
  expect(await firefox.menuOffers(tab, 'header')).toBe(false);
  await tab.goto(`https://${STORE_HOST}/home`);
  expect(await firefox.menuOffers(tab, 'h1')).toBe(false);
  await tab.goto(`https://${STORE_HOST}/product/${mat?.slug}`);
  await firefox.chooseInContextMenu(tab, 'h1');
  await firefox.sidebar.shows('Acme Fitness answered.');
  await firefox.sidebar.shows('Open in store');
});
