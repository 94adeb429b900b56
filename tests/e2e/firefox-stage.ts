import { writeFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { ensureBrowser } from '../run/browsers.ts';
import { BUILDS, GECKO_ID } from '../run/places.ts';
import { LOCATIONS } from '../world/types.ts';
import { pageOf } from './addresses.ts';
import { type Firefox, openFirefox } from './firefox.ts';
import { test as base } from './world-stage.ts';

type Stage = {
  firefox: Firefox;
  /** Opens a dashboard page, and the real sidebar by a click on the toolbar. */
  openAt(location: keyof typeof LOCATIONS, page?: string): Promise<void>;
  /** Connects a location with a good token and shows its collections; answers the token. */
  connect(location: keyof typeof LOCATIONS, name: string): Promise<string>;
};

/** A world and a Firefox with the built extension for each test, and nothing shared between two tests. */
export const test = base.extend<Stage>({
  firefox: async ({ network }, use, info) => {
    const firefox = await openFirefox({
      executablePath: ensureBrowser('firefox'),
      extension: BUILDS.firefox,
      geckoId: GECKO_ID,
      proxyPort: network.proxyPort,
      // The prompt itself is Firefox's; a click on Enable is answered with yes.
      preferences: { 'extensions.webextOptionalPermissionPrompts': false },
    });
    await use(firefox);
    if (info.status !== info.expectedStatus) {
      const picture = await firefox.sidebar.screenshot().catch(() => undefined);
      if (picture) await writeFile(info.outputPath('sidebar.png'), picture);
      await writeFile(info.outputPath('sidebar.txt'), await firefox.sidebar.text().catch(() => ''));
    }
    await firefox.close();
  },
  openAt: async ({ firefox }, use) =>
    use(async (location, page) => {
      await firefox.tab.goto(pageOf(location, page));
      await firefox.tab.bringToFront();
      await firefox.clickToolbar();
    }),
  connect: async ({ firefox: { sidebar }, world }, use) =>
    use(async (location, name) => {
      const token = world.issueToken({ locationId: LOCATIONS[location] });
      await sidebar.shows('Connect this location');
      await sidebar.fill('textbox', 'Name', name);
      await sidebar.fill('textbox', 'Token', token);
      await sidebar.click('button', 'Connect');
      await sidebar.click('button', 'Show collections');
      return token;
    }),
});

export { expect };
