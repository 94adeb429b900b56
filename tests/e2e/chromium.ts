import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { until } from './until.ts';

/** What opens a Chromium with the extension inside the world. */
export type ChromiumOptions = {
  executablePath: string;
  /** The unpacked, unmodified build. */
  extension: string;
  proxyPort: number;
  /** A window on the screen; otherwise headless. */
  shown?: boolean;
  args?: string[];
  /** A profile's folder, which is left as it is afterwards; otherwise a new one that is thrown away. */
  profile?: string;
};

export type Chromium = {
  context: BrowserContext;
  extensionId: string;
  /** The first tab. */
  tab: Page;
  /** The running worker; wakes nothing, waits until one is there. */
  worker(): Promise<Worker>;
  /** Clicks the toolbar button with this tab in front. */
  clickAction(tab?: Page): Promise<void>;
  /** Does that, and answers the real side panel. */
  openPanel(tab?: Page): Promise<Page>;
  /** Attaches to a side panel that is already open (opened by a menu, or reloaded). */
  attachPanel(): Promise<Page>;
  /** Chooses “Look up in Aisle” for the tab in front; the menu itself is the system's and out of reach. */
  chooseMenu(clicked: MenuClick): Promise<void>;
  /** Gives the command of the second shortcut for the tab in front: keys reach pages here, not the window around them. */
  chooseShortcut(): Promise<void>;
  closePanel(): Promise<void>;
  panelIsOpen(): Promise<boolean>;
  /** Told of every side panel as soon as it can be driven. */
  onPanel(listener: (panel: Page) => void): void;
  /** All that can be seen now: tabs and side panel. */
  pages(): Page[];
  /** Ends the worker the way the browser does, without a warning. */
  killWorker(): Promise<void>;
  close(): Promise<void>;
};

export type MenuClick = {
  selectionText?: string;
  linkUrl?: string;
  srcUrl?: string;
  /** Without it: the address as far as the extension may see it. */
  pageUrl?: string;
  menuItemId?: string;
};

const FLAGS = [
  '--enable-unsafe-extension-debugging',
  '--remote-debugging-port=0',
  '--proxy-bypass-list=<-loopback>',
  '--ignore-certificate-errors',
  '--window-size=1300,850',
  '--lang=en-US',
  // Pictures that do not depend on the screen they were taken for.
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
  '--disable-lcd-text',
];

// What the worker finds in its own global scope.
declare const chrome: typeof extensionApi;

type Target = { type: string; url: string; targetId: string };

/** Playwright lists neither the side panel nor its tab; plain CDP does both. */
export async function openChromium(options: ChromiumOptions): Promise<Chromium> {
  const profile = options.profile ?? (await mkdtemp(join(tmpdir(), 'aisle-chromium-')));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: options.executablePath,
    headless: false,
    viewport: null,
    args: [
      ...(options.shown ? [] : ['--headless=new', '--hide-scrollbars']),
      ...FLAGS,
      `--disable-extensions-except=${options.extension}`,
      `--load-extension=${options.extension}`,
      `--proxy-server=127.0.0.1:${options.proxyPort}`,
      ...(options.args ?? []),
    ],
  });
  const browser = context.browser();
  if (!browser) throw new Error('Chromium has no browser connection');
  const cdp = await browser.newBrowserCDPSession();
  // The protocol's newest commands are missing from Playwright's types.
  const send = (method: string, parameters: object) =>
    (cdp.send as (method: string, parameters: object) => Promise<unknown>)(method, parameters);
  const targets = async () =>
    ((await send('Target.getTargets', { filter: [{}] })) as { targetInfos: Target[] }).targetInfos;

  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const extensionId = new URL(first.url()).host;
  const panelUrl = `chrome-extension://${extensionId}/sidepanel.html`;
  const panelTarget = async () =>
    (await targets()).find(({ type, url }) => type === 'page' && url.startsWith(panelUrl));
  // The worker is announced before its script has run: a click now would be lost.
  await until('the worker listens for the toolbar click', () =>
    first.evaluate(() => chrome.action.onClicked.hasListeners()),
  );
  const tab = context.pages()[0] ?? (await context.newPage());
  const connections: { close(): Promise<void> }[] = [];
  const listeners: ((panel: Page) => void)[] = [];
  let panels: Page[] = [];

  const attachPanel = async () => {
    await until('the side panel opens', panelTarget);
    const [port, path] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    // A connection only sees side panels that were open when it was made.
    const second = await chromium.connectOverCDP(`ws://127.0.0.1:${port}${path}`);
    connections.push(second);
    const page = () =>
      second
        .contexts()
        .flatMap((each) => each.pages())
        .find((each) => each.url().startsWith(panelUrl));
    const panel = await until('the side panel can be driven', async () => page());
    panels = [panel];
    for (const listener of listeners) listener(panel);
    return panel;
  };

  const isWorker = ({ type, url }: Target) => type === 'service_worker' && url.includes(extensionId);
  const worker = () =>
    until('the worker runs', async () =>
      (await targets()).some(isWorker) ? context.serviceWorkers().at(-1) : undefined,
    );

  const clickAction = async (page = tab) => {
    await page.bringToFront();
    const target = await until('the tab is a target', async () =>
      (await targets()).find(({ type, url }) => type === 'tab' && url === page.url()),
    );
    await send('Extensions.triggerAction', { id: extensionId, targetId: target.targetId });
  };

  return {
    context,
    extensionId,
    tab,
    attachPanel,
    worker,
    clickAction,
    async openPanel(page) {
      await clickAction(page);
      return attachPanel();
    },
    async chooseMenu(clicked) {
      const runs = await worker();
      const [front] = await runs.evaluate(() => chrome.tabs.query({ active: true, lastFocusedWindow: true }));
      await runs.evaluate(
        ([info, where]) => {
          const { onClicked } = chrome.contextMenus;
          // What the browser itself calls; missing from the types.
          const dispatch: (...given: unknown[]) => void = Reflect.get(onClicked, 'dispatch').bind(onClicked);
          dispatch({ menuItemId: 'look-up', editable: false, pageUrl: where?.url, ...info }, where);
        },
        [clicked, front] as const,
      );
    },
    async chooseShortcut() {
      const runs = await worker();
      await runs.evaluate(async () => {
        const [front] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        const { onCommand } = chrome.commands;
        const dispatch: (...given: unknown[]) => void = Reflect.get(onCommand, 'dispatch').bind(onCommand);
        dispatch('look-up', front);
      });
    },
    async closePanel() {
      const panel = await panelTarget();
      if (panel) await send('Target.closeTarget', { targetId: panel.targetId });
      await until('the side panel is closed', async () => !(await panelTarget()));
    },
    onPanel: (listener) => listeners.push(listener),
    pages: () => [...context.pages(), ...panels],
    panelIsOpen: async () => (await panelTarget()) !== undefined,
    async killWorker() {
      const target = (await targets()).find(isWorker);
      if (!target) return;
      // A panel that waits for an answer wakes the next worker at once, under the same id: its birth tells them apart.
      const birth = async () =>
        context
          .serviceWorkers()
          .at(-1)
          ?.evaluate(() => performance.timeOrigin);
      const before = await birth();
      await send('Target.closeTarget', { targetId: target.targetId });
      await until('the worker is gone', async () => {
        if (!(await targets()).some(isWorker)) return true;
        return (await birth().catch(() => before)) !== before;
      });
    },
    async close() {
      for (const each of connections) await each.close();
      await context.close();
      if (options.profile === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}
