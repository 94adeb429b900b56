import { LOCATIONS, WHITE_LABEL_HOST } from '../../world/types.ts';
import { connect } from '../acts.ts';
import { DASHBOARD, pageOf } from '../addresses.ts';
import { expect, test } from '../stage.ts';

test.describe('the panel follows the tab', () => {
  test('opens from the toolbar on the location of the page', async ({ openAt }) => {
    const panel = await openAt('acme');
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.acme);
    await expect(panel.getByRole('heading', { name: 'Connect this location' })).toBeVisible();
    await expect(panel.getByRole('link', { name: 'Private Integrations' })).toHaveAttribute(
      'href',
      pageOf('acme', 'settings/private-integrations'),
    );
  });

  test('never opens by itself', async ({ chromium }) => {
    await chromium.tab.goto(pageOf('acme'));
    await expect(chromium.tab.getByRole('heading', { name: 'Collections' })).toBeVisible();
    expect(await chromium.panelIsOpen()).toBe(false);
  });

  test('through pushState and back', async ({ openAt, chromium: { tab } }) => {
    const panel = await openAt('acme');
    await tab.getByRole('button', { name: 'Acme Fitness' }).click();
    await tab.getByRole('link', { name: 'Globex Wellness' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.globex);
    await tab.goBack();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.acme);
  });

  test('through tab switches', async ({ openAt, chromium }) => {
    const panel = await openAt('acme');
    const second = await chromium.context.newPage();
    await second.goto(pageOf('globex'));
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.globex);
    await chromium.tab.bringToFront();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.acme);
  });

  test('a pinned panel stays', async ({ openAt, chromium: { tab }, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await panel.getByRole('button', { name: 'Stay with this location' }).click();
    await tab.goto(pageOf('globex'));
    await expect(panel.getByText('Pinned here')).toBeVisible();
    await panel.getByRole('button', { name: 'Follow the tab again' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.globex);
  });

  for (const [where, path] of [
    ['the agency view', '/agency_dashboard/'],
    ['the login page', '/?url=%2Fv2%2Flocation%2F3SwdhCsvxI8Au3KsPJt6'],
    ['an address whose location id is none', '/v2/location/nowhere/payments/products'],
    ['a preview address', `/v2/preview/${LOCATIONS.acme}`],
  ] as const) {
    test(`says that there is no location in ${where}`, async ({ openAt, chromium: { tab }, world }) => {
      const panel = await openAt('acme');
      await tab.goto(`${DASHBOARD}${path}`);
      await expect(panel.getByText('Open a location in HighLevel')).toBeVisible();
      expect(world.log).toEqual([]);
    });
  }

  test('offers the last location where there is none', async ({ openAt, chromium: { tab }, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await tab.goto(`${DASHBOARD}/agency_dashboard/`);
    await panel.getByRole('button', { name: 'Open Acme Fitness' }).click();
    await expect(panel.getByRole('list', { name: 'Collections' })).toBeVisible();
  });

  test("knows the location on an agency's own domain after a click, and offers to stay there", async ({
    chromium,
  }) => {
    await chromium.tab.goto(pageOf('acme', undefined, `https://${WHITE_LABEL_HOST}`));
    const panel = await chromium.openPanel();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.acme);
    await expect(panel.getByText(`Enable Aisle on ${WHITE_LABEL_HOST}?`)).toBeVisible();
    await expect(panel.getByRole('button', { name: 'Enable' })).toBeVisible();
  });
});
