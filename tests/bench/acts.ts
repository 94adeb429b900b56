import type { Page } from '@playwright/test';
import { settle } from './work.ts';

/** Typed letter by letter and taken back; the last one matches nothing, so that a name is offered. */
const TYPED = ['yoga mats', 'is:no-seo women', 'a', 'wniter bakcpacks'];
const ORDERS = ['Name', 'Most products', 'Needs work first', 'Newest first'];
/** px a turn of the wheel moves; turns. */
const WHEEL = 1_500;
const TURNS = 40;

let renamed = 0;

const searchField = (panel: Page) => panel.getByRole('searchbox', { name: 'Search collections' });
const frame = (panel: Page) =>
  panel.evaluate(() => new Promise<unknown>((resolve) => requestAnimationFrame(resolve)));

async function press(panel: Page, key: string) {
  await panel.keyboard.press(key);
  // The frame this key is painted in, and the one after: no key waits for the work of the last.
  await frame(panel);
  await frame(panel);
}

/** What people do with a list, by real mouse and keys. */
export const ACTS = {
  async typing(panel: Page) {
    await searchField(panel).click();
    for (const text of TYPED) {
      for (const letter of text) await press(panel, letter === ' ' ? 'Space' : letter);
      await settle(panel);
      for (const _ of text) await press(panel, 'Backspace');
    }
  },
  async scrolling(panel: Page) {
    await panel.mouse.move(180, 500);
    for (let turn = 0; turn < TURNS; turn++) {
      await panel.mouse.wheel(0, turn < TURNS * 0.7 ? WHEEL : -WHEEL);
      await frame(panel);
    }
    await panel.locator('[data-row]').first().focus();
    for (const key of ['End', 'ArrowUp', 'PageUp', 'PageUp', 'Home', 'ArrowDown']) await press(panel, key);
  },
  async sorting(panel: Page) {
    for (const name of ORDERS) {
      await panel.getByRole('button', { name: 'Sort', exact: true }).click();
      await panel.getByRole('menuitemradio', { name, exact: true }).click();
      await settle(panel);
    }
  },
  async renaming(panel: Page) {
    await panel.locator('[data-row]').nth(3).focus();
    await press(panel, 'F2');
    // A name it already has would not be sent.
    for (const letter of `Name ${++renamed}`) await press(panel, letter === ' ' ? 'Space' : letter);
    await press(panel, 'Enter');
    await panel
      .getByRole('region', { name: 'Notices' })
      .getByText(/^Renamed/)
      .waitFor({ timeout: 120_000 });
    await settle(panel);
  },
};
