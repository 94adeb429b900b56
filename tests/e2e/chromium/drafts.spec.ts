import { LOCATIONS } from '../../world/types.ts';
import { connect, field, find, openCollection, row, writes } from '../acts.ts';
import { pageOf } from '../addresses.ts';
import { expect, test } from '../stage.ts';

test.describe('a draft', () => {
  test('survives closing the panel and killing the worker', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Summer 2026');
    await field(panel, 'Name').fill('Summer & Sun');
    await expect(panel.getByText('1 unsaved change, kept on this device')).toBeVisible();
    await chromium.closePanel();
    await chromium.killWorker();
    const again = await chromium.openPanel();
    await find(again, 'Summer 2026');
    await expect(row(again, 'Summer 2026')).toContainText('Draft');
    await row(again, 'Summer 2026').click();
    await expect(field(again, 'Name')).toHaveValue('Summer & Sun');
    expect(writes(world)).toEqual([]);
  });

  test('keeps the panel in its location when the tab moves on', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Summer 2026');
    await field(panel, 'Name').fill('Summer & Sun');
    await chromium.tab.goto(pageOf('globex'));
    await expect(panel.getByRole('main').getByText('You are still editing Acme Fitness')).toBeVisible();
    await expect(field(panel, 'Name')).toHaveValue('Summer & Sun');
    await panel.getByRole('button', { name: 'Switch' }).click();
    await expect(panel.getByRole('heading', { level: 1 })).toHaveText(LOCATIONS.globex);
    await chromium.tab.goto(pageOf('acme'));
    await find(panel, 'Summer 2026');
    await expect(row(panel, 'Summer 2026')).toContainText('Draft');
  });
});
