import { CHAT_HOST, LOCATIONS } from '../../world/types.ts';
import { expect, test } from '../firefox-stage.ts';
import { until } from '../until.ts';

declare const browser: { commands: { update(change: { name: string; shortcut: string }): Promise<void> } };

test('the second shortcut opens the closed sidebar on what is selected, by a real key press', async ({
  firefox,
  openAt,
  connect,
  world,
}) => {
  await openAt('acme');
  await connect('acme', 'Acme Fitness');
  const shop = world.shops.get(LOCATIONS.acme);
  await firefox.sidebar.shows(`${shop?.collections.length} collections`);
  await firefox.hideSidebar();
  await until('the sidebar is closed', async () => !(await firefox.sidebarIsOpen()));
  await firefox.tab.goto(`https://${CHAT_HOST}/`);
  await firefox.tab.bringToFront();
  await firefox.tab.$eval('#plain-id', (element) => getSelection()?.selectAllChildren(element));
  await firefox.pressLookUp();
  await firefox.sidebar.shows('Awesome Yoga Mat');
  expect(await firefox.sidebarIsOpen()).toBe(true);
});

test('Settings shows the keys as they are now, and says when there is none', async ({ firefox }) => {
  const settings = await firefox.openSettings();
  const keys = () => settings.$eval('#about', (about) => (about as HTMLElement).innerText);
  await until('both keys', async () => /Alt\+Shift\+L.*Alt\+Shift\+U/s.test(await keys()));
  expect(await keys()).not.toContain('not set');
  // As somebody does on the page about:addons.
  await settings.evaluate(async () => {
    await browser.commands.update({ name: 'look-up', shortcut: 'Ctrl+Alt+Y' });
    window.dispatchEvent(new Event('focus'));
  });
  await until('the new key', async () => (await keys()).includes('Ctrl+Alt+Y'));
  await settings.evaluate(async () => {
    await browser.commands.update({ name: 'look-up', shortcut: '' });
    window.dispatchEvent(new Event('focus'));
  });
  await until('no key', async () => (await keys()).includes('not set'));
});
