import { LOCATIONS, WHITE_LABEL_HOST } from '../../world/types.ts';
import { DASHBOARD, pageOf } from '../addresses.ts';
import { expect, test } from '../firefox-stage.ts';

test("an agency's own domain: known after a click, followed once it is enabled", async ({
  firefox,
  world,
}) => {
  const site = `https://${WHITE_LABEL_HOST}`;
  const { sidebar, tab } = firefox;
  await tab.goto(pageOf('acme', undefined, site));
  await firefox.clickToolbar();
  await sidebar.shows(LOCATIONS.acme);
  await sidebar.shows(`Enable Aisle on ${WHITE_LABEL_HOST}?`);
  await sidebar.click('button', 'Enable');
  await tab.goto(pageOf('globex', undefined, site));
  await sidebar.shows(LOCATIONS.globex);
  expect(await sidebar.text()).not.toContain('Enable Aisle on');
  expect(world.log).toEqual([]);
});

test('a permission that the browser takes back is said, and can be given again', async ({ firefox }) => {
  const site = `https://${WHITE_LABEL_HOST}`;
  const { sidebar, tab } = firefox;
  await tab.goto(pageOf('acme', undefined, site));
  await firefox.clickToolbar();
  await sidebar.shows(`Enable Aisle on ${WHITE_LABEL_HOST}?`);
  await sidebar.click('button', 'Enable');
  await tab.goto(pageOf('globex', undefined, site));
  await sidebar.shows(LOCATIONS.globex);
  await firefox.takeBack(`${site}/*`);
  await sidebar.shows(`took back Aisle's access to ${WHITE_LABEL_HOST}`);
  await sidebar.click('button', 'Allow again');
  await tab.goto(pageOf('acme', undefined, site));
  await sidebar.shows(LOCATIONS.acme);
  expect(await sidebar.text()).not.toContain('took back');
});

test("HighLevel's own hosts, taken back by the browser, are said and asked for again", async ({
  firefox,
  openAt,
}) => {
  await openAt('acme');
  await firefox.sidebar.shows('Connect this location');
  await firefox.takeBack(`${DASHBOARD}/*`);
  await firefox.sidebar.shows("took back Aisle's access to HighLevel");
  await firefox.sidebar.click('button', 'Allow again');
  await firefox.tab.goto(pageOf('globex'));
  await firefox.sidebar.shows(LOCATIONS.globex);
  expect(await firefox.sidebar.text()).not.toContain('took back');
});
