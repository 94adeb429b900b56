import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import { ensureBrowser } from '../../run/browsers.ts';
import { BUILDS } from '../../run/places.ts';
import { LOCATIONS, WHITE_LABEL_HOST } from '../../world/types.ts';
import { connect } from '../acts.ts';
import { pageOf } from '../addresses.ts';
import { type Chromium, openChromium } from '../chromium.ts';
import { furnishProfile } from '../chromium-profile.ts';
import { test as base } from '../world-stage.ts';

declare const chrome: typeof extensionApi;

const SITE = `https://${WHITE_LABEL_HOST}`;
const OFFER = `Enable Aisle on ${WHITE_LABEL_HOST}?`;

/** A profile that stays when the browser is closed and opened again. */
const test = base.extend<{ open: () => Promise<Chromium> }>({
  open: async ({ network }, use) => {
    const profile = await mkdtemp(join(tmpdir(), 'aisle-sites-'));
    await furnishProfile(profile, BUILDS.chromium, [`${SITE}/*`]);
    const opened: Chromium[] = [];
    await use(async () => {
      const chromium = await openChromium({
        executablePath: ensureBrowser('chromium'),
        extension: BUILDS.chromium,
        proxyPort: network.proxyPort,
        profile,
      });
      opened.push(chromium);
      return chromium;
    });
    await opened.at(-1)?.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  },
});

const heading = (panel: Page) => panel.getByRole('heading', { level: 1 });
const matches = async (chromium: Chromium) =>
  (await chromium.worker()).evaluate(async () => {
    const scripts = await chrome.scripting.getRegisteredContentScripts();
    return scripts.flatMap((script) => script.matches ?? []);
  });

async function enable(chromium: Chromium) {
  await chromium.tab.goto(pageOf('acme', 'payments/products', SITE));
  const panel = await chromium.openPanel();
  await expect(panel.getByText(OFFER)).toBeVisible();
  await panel.getByRole('button', { name: 'Enable' }).click();
  await expect(panel.getByText(OFFER)).toBeHidden();
  return panel;
}

test('a site that is enabled is followed, its rows are known, and all of it outlives the browser', async ({
  open,
  world,
}) => {
  const first = await open();
  const panel = await enable(first);
  await expect.poll(() => matches(first)).toEqual([`${SITE}/*`]);
  await first.tab.goto(pageOf('globex', undefined, SITE));
  await expect(heading(panel)).toHaveText(LOCATIONS.globex);
  await first.close();

  const second = await open();
  await expect.poll(() => matches(second)).toEqual([`${SITE}/*`]);
  await second.tab.goto(pageOf('acme', 'payments/products', SITE));
  const again = await second.openPanel();
  await connect(again, world, 'acme');
  await expect(again.getByText(OFFER)).toBeHidden();
  const product = world.shops.get(LOCATIONS.acme)?.products[1];
  await second.tab.locator(`[data-id="${product?._id}"] td`).nth(1).click({ button: 'right' });
  await second.chooseMenu({ menuItemId: 'look-up-page' });
  await expect(again.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
});

test('“Not now” is said once', async ({ open }) => {
  const chromium = await open();
  await chromium.tab.goto(pageOf('acme', undefined, SITE));
  const panel = await chromium.openPanel();
  await panel.getByRole('button', { name: 'Not now' }).click();
  await expect(panel.getByText(OFFER)).toBeHidden();
  await chromium.closePanel();
  const again = await chromium.openPanel();
  await expect(heading(again)).toHaveText(LOCATIONS.acme);
  await expect(again.getByText(OFFER)).toBeHidden();
});

test('a permission that the browser takes back is said, and its script goes', async ({ open }) => {
  const chromium = await open();
  const panel = await enable(chromium);
  await expect.poll(() => matches(chromium)).toEqual([`${SITE}/*`]);
  // What the browser's own page of this extension does.
  await (await chromium.worker()).evaluate(
    (origin) => chrome.permissions.remove({ origins: [origin] }),
    `${SITE}/*`,
  );
  await expect(panel.getByText(`took back Aisle's access to ${WHITE_LABEL_HOST}`)).toBeVisible();
  await expect.poll(() => matches(chromium)).toEqual([]);
  await panel.getByRole('button', { name: 'Allow again' }).click();
  await expect(panel.getByText(`took back Aisle's access`)).toBeHidden();
  await expect.poll(() => matches(chromium)).toEqual([`${SITE}/*`]);
});

test('Settings withdraws a site, and nobody misses it', async ({ open }) => {
  const chromium = await open();
  const panel = await enable(chromium);
  const settings = await chromium.context.newPage();
  await settings.goto(`chrome-extension://${chromium.extensionId}/options.html`);
  await settings.getByRole('button', { name: `Disable Aisle on ${WHITE_LABEL_HOST}` }).click();
  await expect(settings.getByText(`Aisle no longer reads ${WHITE_LABEL_HOST}`).first()).toBeVisible();
  await expect.poll(() => matches(chromium)).toEqual([]);
  await expect(panel.getByText('took back')).toBeHidden();
  await expect(settings.getByText('Taken back in the browser')).toBeHidden();
});

test('a look-alike of HighLevel is neither offered nor linked to', async ({ open }) => {
  const chromium = await open();
  await chromium.tab.goto(pageOf('acme', undefined, 'https://app.gohighlevel.com.evil.example'));
  const panel = await chromium.openPanel();
  await expect(heading(panel)).toHaveText(LOCATIONS.acme);
  const link = panel.getByRole('link', { name: 'Private Integrations' });
  await expect(link).toHaveAttribute('href', pageOf('acme', 'settings/private-integrations'));
  await expect(panel.getByText('Enable Aisle on')).toBeHidden();
});
