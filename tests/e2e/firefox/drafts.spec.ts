import { writes } from '../acts.ts';
import { expect, test } from '../firefox-stage.ts';
import { until } from '../until.ts';

test('a draft survives closing the sidebar and stopping the background', async ({
  firefox,
  openAt,
  connect,
  world,
}) => {
  await openAt('acme');
  await connect('acme', 'Acme Fitness');
  const { sidebar } = firefox;
  await sidebar.fill('textbox', 'Search collections', 'Gift Cards');
  await sidebar.shows('1 of 2');
  await sidebar.click('button', 'Gift Cards');
  await sidebar.fill('textbox', 'Name', 'Gift Vouchers');
  await sidebar.shows('1 unsaved change, kept on this device');
  await firefox.hideSidebar();
  await until('the sidebar is closed', async () => !(await firefox.sidebarIsOpen()));
  await firefox.killBackground();
  await firefox.clickToolbar();
  await sidebar.fill('textbox', 'Search collections', 'Gift Vouchers');
  // Only once the others are gone does the row stay where a click is aimed.
  await sidebar.shows('1 of 2');
  await sidebar.shows('Draft');
  await sidebar.click('button', 'Gift Cards');
  expect(await sidebar.value('textbox', 'Name')).toBe('Gift Vouchers');
  expect(writes(world)).toEqual([]);
});
