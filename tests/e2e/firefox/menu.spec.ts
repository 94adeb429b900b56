import { CHAT_HOST, LOCATIONS } from '../../world/types.ts';
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
