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
