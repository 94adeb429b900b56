import { writeFile } from 'node:fs/promises';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { ensureBrowser } from '../run/browsers.ts';
import { BUILDS } from '../run/places.ts';
import type { LOCATIONS } from '../world/types.ts';
import { pageOf } from './addresses.ts';
import { type Chromium, openChromium } from './chromium.ts';
import { listen } from './troubles.ts';
import { test as base } from './world-stage.ts';

type Stage = {
  /** What the browser may complain about, because it refused it as it should. */
  refused: RegExp;
  chromium: Chromium;
  /** Opens a dashboard page of a location in the first tab, and the side panel beside it. */
  openAt(location: keyof typeof LOCATIONS, page?: string): Promise<Page>;
};

/** What could be seen when a test failed: pictures, and the panel as a screen reader has it. */
async function keepPictures(chromium: Chromium, info: TestInfo) {
  for (const [index, page] of chromium.pages().entries()) {
    await page.screenshot({ path: info.outputPath(`page-${index}.png`) }).catch(() => undefined);
    const read = await page
      .locator('body')
      .ariaSnapshot()
      .catch(() => '');
    await writeFile(info.outputPath(`page-${index}.txt`), read);
  }
}

/** A world and a Chromium with the built extension for each test, and nothing shared between two tests. */
export const test = base.extend<Stage>({
  refused: [/(?!)/, { option: true }],
  chromium: async ({ network, refused }, use, info) => {
    const chromium = await openChromium({
      executablePath: ensureBrowser('chromium'),
      extension: BUILDS.chromium,
      proxyPort: network.proxyPort,
    });
    const troubles = await listen(chromium);
    await use(chromium);
    if (info.status !== info.expectedStatus) await keepPictures(chromium, info);
    await chromium.close();
    const unexpected = troubles.filter((trouble) => !refused.test(trouble));
    expect(unexpected, 'errors in the console of the panel or the worker').toEqual([]);
  },
  openAt: async ({ chromium }, use) =>
    use(async (location, page) => {
      await chromium.tab.goto(pageOf(location, page));
      return chromium.openPanel();
    }),
});

export { expect };
