import type { Browser, Page } from 'puppeteer-core';
import type { Chrome } from './firefox-chrome.ts';
import { canLook, findControl, readText } from './firefox-view.ts';
import { clickInSidebar, paintSidebar } from './firefox-window.ts';
import { until } from './until.ts';

const SELECTORS = {
  button: 'button, summary, [role=button]',
  link: 'a[href]',
  textbox: 'input, textarea',
  radio: 'input[type=radio]',
  tab: '[role=tab]',
  option: '[role=option]',
  menuitem: '[role=menuitem]',
};
type Role = keyof typeof SELECTORS;
type Parts = { browser: Browser; chrome: Chrome; origin: string };
export type Sidebar = ReturnType<typeof createSidebar>;

/**
 * BiDi does not list the sidebar. The extension's icon, opened in a background tab, has the extension's origin, runs none
 * of its code, and reaches the sidebar's window through extension.getViews.
 */
export function createSidebar({ browser, chrome, origin }: Parts) {
  const openDoor = async () => {
    const page = await browser.newPage({ type: 'tab', background: true });
    // A navigation to an extension's address never settles over BiDi.
    page.goto(`${origin}/icon/16.png`).catch(() => undefined);
    await until('the extension can be looked into', () => page.evaluate(canLook).catch(() => false));
    return page;
  };
  let door: Promise<Page> | undefined;
  const enter = () => {
    door ??= openDoor();
    return door;
  };
  const text = async () => (await enter()).evaluate(readText);
  const locate = (role: Role, name: string, value: string | null = null) =>
    until(`${role} “${name}” in the sidebar`, async () =>
      (await enter()).evaluate(findControl, { selector: SELECTORS[role], name, value }),
    );

  return {
    /** All that is written in it. */
    text,
    /** Waits until this can be read in it. */
    shows: (words: string) => until(`“${words}” in the sidebar`, async () => (await text()).includes(words)),
    /** A real mouse click in the middle of it. */
    async click(role: Role, name: string) {
      const { x, y } = await locate(role, name);
      await chrome.run(clickInSidebar, { x, y });
    },
    async fill(role: Role, name: string, value: string) {
      await locate(role, name, value);
    },
    value: async (role: Role, name: string) => (await locate(role, name)).value,
    screenshot: async () => Buffer.from(await chrome.run(paintSidebar, undefined), 'base64'),
  };
}
