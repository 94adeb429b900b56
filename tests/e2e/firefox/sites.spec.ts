import { LOCATIONS, WHITE_LABEL_HOST } from '../../world/types.ts';
import { pageOf } from '../addresses.ts';
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
