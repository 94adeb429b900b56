import type { Page } from '@playwright/test';
import { LOCATIONS } from '../../world/types.ts';
import { connect, field, find, openCollection, row, said, save } from '../acts.ts';
import { expect, test } from '../stage.ts';

const tab = (panel: Page, name: string) => panel.getByRole('tab', { name });

test.describe('focus is never lost', () => {
  test('from a token to the list, to a row, and from tab to tab', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await field(panel, 'Token').fill(world.issueToken({ locationId: LOCATIONS.acme }));
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Show collections' })).toBeFocused();
    await panel.keyboard.press('Enter');
    await expect(tab(panel, 'Collections')).toBeFocused();
    await expect(panel.locator('[data-row]').first()).toBeVisible();
    await panel.keyboard.press('ArrowDown');
    // Rows may still come above it: it keeps the focus.
    await expect(panel.locator('[data-row]:focus')).toBeVisible();
    await panel.keyboard.press('2');
    await expect(tab(panel, 'Product')).toBeFocused();
    await panel.keyboard.press('3');
    await expect(tab(panel, 'Activity')).toBeFocused();
    await panel.keyboard.press('1');
    await expect(tab(panel, 'Collections')).toBeFocused();
  });

  test('when a note goes that had it', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await find(panel, 'Best Sellers');
    await row(panel, 'Best Sellers').focus();
    await panel.keyboard.press('F2');
    await panel.keyboard.type('Best of all');
    await panel.keyboard.press('Enter');
    await panel.getByRole('button', { name: 'Undo' }).focus();
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Undo' })).toBeHidden();
    await expect(tab(panel, 'Collections')).toBeFocused();
  });

  test('at an entry of Activity that was undone', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    for (const [name, to] of [
      ['Best Sellers', 'Best of all'],
      ['Summer 2026', 'Summer 2027'],
    ] as const) {
      await openCollection(panel, name);
      await field(panel, 'Name').fill(to);
      await save(panel);
      await expect(said(panel, 'Saved')).toBeVisible();
      await panel.getByRole('button', { name: 'Back to collections' }).click();
    }
    await tab(panel, 'Activity').click();
    await panel.getByRole('button', { name: 'Undo: Best Sellers' }).focus();
    await panel.keyboard.press('Enter');
    const entry = panel
      .getByRole('list', { name: 'Changes' })
      .getByRole('listitem')
      .filter({ hasText: 'Undone' });
    await expect(entry).toHaveCount(1);
    await expect(entry.locator('summary')).toBeFocused();
  });

  test('in the text that was being written, when its token was replaced', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    const token = await connect(panel, world, 'acme');
    await openCollection(panel, 'Gift Cards');
    await field(panel, 'SEO title').fill('Gifts');
    world.revokeToken(token);
    await panel.keyboard.press('Control+s');
    await panel.getByRole('button', { name: 'Replace token' }).click();
    await field(panel, 'Token').fill(world.issueToken({ locationId: LOCATIONS.acme }));
    await panel.keyboard.press('Enter');
    await expect(panel.getByRole('button', { name: 'Replace token' })).toHaveCount(0);
    await expect(field(panel, 'SEO title')).toBeFocused();
    await panel.keyboard.type(' for everyone');
    await expect(field(panel, 'SEO title')).toHaveValue('Gifts for everyone');
  });

  test('when the tab shows another location', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await expect(panel.locator('[data-row]').first()).toBeVisible();
    await panel.keyboard.press('ArrowDown');
    await chromium.tab.evaluate(
      (id) => history.pushState(null, '', `/v2/location/${id}/payments/products`),
      LOCATIONS.globex,
    );
    await expect(panel.getByRole('heading', { name: 'Connect this location' })).toBeVisible();
    await expect(panel.getByRole('main')).toBeFocused();
  });

  test('when a draft is taken over from another window', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Summer 2026');
    await field(panel, 'Name').fill('Summer & Sun');
    const second = await chromium.context.newPage();
    await second.goto(panel.url());
    await second.getByRole('button', { name: 'Open Acme Fitness' }).click();
    await find(second, 'Summer 2026');
    await row(second, 'Summer 2026').click();
    await second.getByRole('button', { name: 'Edit here' }).focus();
    await second.keyboard.press('Enter');
    await expect(second.getByRole('button', { name: 'Edit here' })).toBeHidden();
    await expect(field(second, 'Name')).toBeFocused();
  });
});
