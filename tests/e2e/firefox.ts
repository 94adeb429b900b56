import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { type Chrome, createChrome } from './firefox-chrome.ts';
import { createSidebar, type Sidebar } from './firefox-sidebar.ts';
import * as inWindow from './firefox-window.ts';
import { until } from './until.ts';

export type FirefoxOptions = {
  executablePath: string;
  /** The unpacked, unmodified build. */
  extension: string;
  geckoId: string;
  proxyPort: number;
  preferences?: Record<string, unknown>;
};

export type Firefox = {
  browser: Browser;
  /** The first tab. */
  tab: Page;
  sidebar: Sidebar;
  /** Runs code with the rights of the browser's own window; for what only Firefox itself can do. */
  chrome: Chrome;
  /** Clicks the extension's button in the real toolbar. */
  clickToolbar(): Promise<void>;
  sidebarIsOpen(): Promise<boolean>;
  hideSidebar(): Promise<void>;
  /** Right-clicks this element of a tab and chooses the extension's entry. */
  chooseInContextMenu(page: Page, selector: string): Promise<void>;
  /** Whether a right-click on this element offers the extension's entry. */
  menuOffers(page: Page, selector: string): Promise<boolean>;
  /** Presses Alt+Shift+U, as a keyboard does. */
  pressLookUp(): Promise<void>;
  /** Takes the permission for a site back, as the browser's own page of this extension does. */
  takeBack(origin: string): Promise<void>;
  /** Aisle's settings, in a tab of their own. */
  openSettings(): Promise<Page>;
  killBackground(): Promise<void>;
  close(): Promise<void>;
};

/** Fixed, so that the extension's pages have an address before it is installed. */
const UUID = 'a1511e00-0000-4000-8000-000000000000';

async function rightClick(page: Page, selector: string) {
  const { x, y } = await page.$eval(selector, (element) => {
    element.scrollIntoView({ block: 'center' });
    // Its first line: the middle of a link over two lines may be beside it.
    const box = element.getClientRects()[0] ?? element.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  });
  await page.mouse.click(x, y, { button: 'right' });
}

export async function openFirefox(options: FirefoxOptions): Promise<Firefox> {
  const { geckoId, proxyPort } = options;
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: options.executablePath,
    headless: true,
    acceptInsecureCerts: true,
    defaultViewport: null,
    // Without remote-allow-system-access the extension's pages and the browser's window are refused.
    args: ['--remote-allow-system-access', '--width=1300', '--height=850'],
    extraPrefsFirefox: {
      'network.proxy.type': 1,
      'network.proxy.http': '127.0.0.1',
      'network.proxy.http_port': proxyPort,
      'network.proxy.ssl': '127.0.0.1',
      'network.proxy.ssl_port': proxyPort,
      'network.proxy.no_proxies_on': '',
      'network.proxy.allow_hijacking_localhost': true,
      'intl.locale.requested': 'en-US',
      'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: UUID }),
      ...options.preferences,
    },
  });
  const chrome = createChrome(browser);
  await browser.installExtension(options.extension);
  await until('the background runs', () => chrome.run(inWindow.backgroundRuns, geckoId));
  // Firefox opens the sidebar by itself after a temporary install.
  await chrome.run(inWindow.hideSidebar, undefined);
  const widget = geckoId.toLowerCase().replace(/[^a-z0-9_-]/g, '_');

  return {
    browser,
    chrome,
    tab: (await browser.pages())[0] ?? (await browser.newPage()),
    sidebar: createSidebar({ browser, chrome, origin: `moz-extension://${UUID}` }),
    clickToolbar: () => chrome.run(inWindow.clickToolbar, widget),
    sidebarIsOpen: () => chrome.run(inWindow.sidebarIsOpen, widget),
    hideSidebar: () => chrome.run(inWindow.hideSidebar, undefined),
    async chooseInContextMenu(page, selector) {
      await rightClick(page, selector);
      await until('the context menu holds the entry', () => chrome.run(inWindow.chooseMenuEntry, widget));
    },
    async menuOffers(page, selector) {
      await rightClick(page, selector);
      const { holds } = await until('the context menu is open', async () => {
        const offers = await chrome.run(inWindow.menuHoldsEntry, widget);
        return offers === null ? undefined : { holds: offers };
      });
      return holds;
    },
    pressLookUp: () =>
      chrome.run(inWindow.pressKeys, [
        ['Alt', 'AltLeft', 18],
        ['Shift', 'ShiftLeft', 16],
        ['U', 'KeyU', 85],
      ] as const),
    takeBack: (origin) => chrome.run(inWindow.takeBack, { geckoId, origin }),
    async openSettings() {
      const page = await browser.newPage();
      const address = `moz-extension://${UUID}/options.html`;
      // A navigation to an extension's address never settles over BiDi, and what asks the page meanwhile fails.
      page.goto(address).catch(() => undefined);
      await until('the settings have loaded', () => chrome.run(inWindow.hasLoaded, address));
      await page.waitForSelector('main');
      return page;
    },
    killBackground: () => chrome.run(inWindow.endBackground, geckoId),
    close: () => browser.close(),
  };
}
