import type { Page } from '@playwright/test';
import { LOCATIONS } from '../../world/types.ts';
import { connect, field, find, row } from '../acts.ts';
import { expect, test } from '../stage.ts';

/** A panel of this size, whatever the window allows. */
async function resize(panel: Page, width: number, height: number) {
  const session = await panel.context().newCDPSession(panel);
  await session.send('Emulation.setDeviceMetricsOverride', {
    width,
    height,
    deviceScaleFactor: 1,
    mobile: false,
  });
}

test('a name without a space breaks: the dialog about it keeps its words and buttons in sight', async ({
  openAt,
  world,
}) => {
  const name = 'x'.repeat(200);
  const [first] = world.shops.get(LOCATIONS.acme)?.collections ?? [];
  if (first) first.name = name;
  const panel = await openAt('acme');
  await connect(panel, world, 'acme');
  await resize(panel, 320, 700);
  await find(panel, name);
  await row(panel, name).click();
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('menuitem', { name: 'Delete' }).click();
  await expect(panel.getByRole('dialog')).toBeVisible();
  expect(await panel.getByRole('dialog').evaluate((dialog) => dialog.scrollWidth - dialog.clientWidth)).toBe(
    0,
  );
});

test('text at twice its size leaves room for the rows, and the keyboard brings them into sight', async ({
  openAt,
  world,
}) => {
  const panel = await openAt('acme');
  await connect(panel, world, 'acme');
  await resize(panel, 320, 640);
  await panel.evaluate(() => {
    document.documentElement.style.fontSize = '162.5%';
  });
  await expect(panel.locator('[data-row]').first()).toBeAttached();
  await panel.keyboard.press('/');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowDown');
  await expect(panel.locator('[data-row]').nth(1)).toBeInViewport({ ratio: 1 });
});

test('a note covers nothing of the foot below it, however tall that is', async ({ openAt, world }) => {
  const panel = await openAt('acme');
  await connect(panel, world, 'acme');
  await resize(panel, 320, 700);
  await find(panel, 'Best Sellers');
  await row(panel, 'Best Sellers').focus();
  await panel.keyboard.press('F2');
  await panel.keyboard.type('Best of all');
  await panel.keyboard.press('Enter');
  await panel.keyboard.press('Enter');
  await field(panel, 'SEO title').fill('The best of all');
  await expect(panel.getByRole('button', { name: 'Discard' })).toBeVisible();
  const note = await panel.getByRole('region', { name: 'Notices' }).boundingBox();
  const foot = await panel.locator('footer').boundingBox();
  expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual(foot?.y ?? 0);
});
