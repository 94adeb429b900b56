import { expect, it } from 'vitest';
import { createMenus, type MenusApi } from '../../../lib/worker/menus.ts';
import { createPanelDoor } from '../../../lib/worker/panel-door.ts';

it('makes two items that never show at once', async () => {
  const items: Parameters<MenusApi['create']>[0][] = [];
  const menus: MenusApi = {
    async removeAll() {
      items.length = 0;
    },
    create(item, done) {
      items.push(item);
      done();
    },
  };
  await createMenus(menus, 'Look up in Aisle', ['https://app.gohighlevel.com/*']);
  await createMenus(menus, 'Look up in Aisle', [
    'https://app.gohighlevel.com/*',
    'https://app.agency.example/*',
  ]);
  expect(items.map(({ id, title, contexts }) => [id, title, contexts])).toEqual([
    ['look-up', 'Look up in Aisle', ['selection', 'link', 'image']],
    ['look-up-page', 'Look up in Aisle', ['page']],
  ]);
  expect(items[0]).not.toHaveProperty('documentUrlPatterns');
  expect(items[1]?.documentUrlPatterns).toContain('https://app.agency.example/*');
});

const menusThat = (keep: (item: Parameters<MenusApi['create']>[0]) => void): MenusApi => ({
  removeAll: async () => {},
  create(item, done) {
    keep(item);
    done();
  },
});

/** A match pattern as browsers read it, for the forms used here. */
const matches = (pattern: string, url: string) => {
  const [, scheme = '', host = '', path = ''] = /^(\*|https?):\/\/([^/]+)(\/.*)$/.exec(pattern) ?? [];
  const { protocol, hostname, pathname, search } = new URL(url);
  const schemes = scheme === '*' ? ['http:', 'https:'] : [`${scheme}:`];
  const glob = new RegExp(`^${path.split('*').map(RegExp.escape).join('.*')}$`);
  return schemes.includes(protocol) && (host === '*' || host === hostname) && glob.test(pathname + search);
};

it.each([
  ['https://app.gohighlevel.com/anything', true],
  ['https://app.agency.example/v2/location/3SwdhCsvxI8Au3KsPJt6/payments/products', true],
  ['https://app.agency.example/location/3SwdhCsvxI8Au3KsPJt6/dashboard', true],
  ['https://shop.example/product/yoga-mat', true],
  ['https://shop.example/product-details/product/65f3a1b2c3d4e5f6a7b8c9d0?x=1', true],
  ['http://shop.example/store/product/yoga-mat', true],
  ['https://shop.example/collections/yoga', true],
  ['https://shop.example/store/collections/yoga', true],
  ['https://shop.example/', false],
  ['https://chat.example/rooms/7', false],
  ['https://app.gohighlevel.com.evil.example/', false],
  ['https://shop.example/payment-link/65f3a1b2c3d4e5f6a7b8c9d0', false],
  ['file:///home/product/yoga-mat', false],
])('is offered on the page %s: %s', async (url, offered) => {
  const patterns: string[] = [];
  const menus = menusThat(({ documentUrlPatterns = [] }) => void patterns.push(...documentUrlPatterns));
  await createMenus(menus, 'Look up in Aisle', ['https://app.gohighlevel.com/*']);
  expect(patterns.some((pattern) => matches(pattern, url))).toBe(offered);
});

it('opens the panel of the window where there are side panels, else the sidebar', () => {
  const calls: unknown[] = [];
  const open = async (where?: unknown) => void calls.push(where ?? 'sidebar');
  createPanelDoor({ sidePanel: { open } })(3);
  createPanelDoor({ sidebarAction: { open } })(3);
  expect(calls).toEqual([{ windowId: 3 }, 'sidebar']);
});

it('survives a browser that refuses to open it', async () => {
  const open = () => Promise.reject(new Error('may only be called in response to a user gesture'));
  expect(() => createPanelDoor({ sidePanel: { open } })(3)).not.toThrow();
});
