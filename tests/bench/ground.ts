import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { pageOf } from '../e2e/addresses.ts';
import { type Chromium, openChromium } from '../e2e/chromium.ts';
import { until } from '../e2e/until.ts';
import { ensureBrowser } from '../run/browsers.ts';
import { startNetwork } from '../world/network.ts';
import { LOCATIONS, type World } from '../world/types.ts';
import { createWorld } from '../world/world.ts';
import { buildExtension, copyWithWatch, setWatch, TOLD } from './build.ts';
import type { Opening } from './opening.ts';
import { writeStaticPanel } from './static-panel.ts';

/** Collections of each location. */
export const SIZES = { initech: 1_248, acme: 10_000, globex: 50_000 } as const;
export type Place = keyof typeof SIZES;
export const PLACES = ['initech', 'acme', 'globex'] as const satisfies Place[];

/** One world and one profile for the whole bench: what one measure put on the device the next one finds there. */
export type Ground = {
  world: World;
  /** The build itself, untouched. */
  extension: string;
  /** A browser with the profile that is kept; `fresh`: with one that is thrown away. */
  aisle(fresh?: 'fresh'): Promise<Chromium>;
  /** A browser whose panel clicks its first row by itself: ours, or the static one. */
  opening(which: 'aisle' | 'static'): Promise<Chromium>;
  /** What such a panel tells, once its first row has answered. */
  told(): Promise<Opening>;
  close(): Promise<void>;
};

export async function prepareGround(): Promise<Ground> {
  const extension = await buildExtension();
  const folder = await mkdtemp(join(tmpdir(), 'aisle-bench-'));
  const world = createWorld({ sizes: SIZES });
  let opening: Opening | undefined;
  const network = await startNetwork(
    {
      ...world,
      handle(asked) {
        const noted = asked.query.get('noted');
        if (asked.host === TOLD.host && asked.path === TOLD.path && noted !== null)
          opening = JSON.parse(noted);
        return world.handle(asked);
      },
    },
    { keepAlive: true },
  );
  const executablePath = ensureBrowser('chromium');
  const folders = { aisle: join(folder, 'aisle'), static: join(folder, 'static') };
  await copyWithWatch(extension, folders.aisle);
  await writeStaticPanel(folders.static, world.shops.get(LOCATIONS.acme)?.collections ?? []);

  let opened: Chromium | undefined;
  async function open(which: 'aisle' | 'static', fresh?: 'fresh') {
    // Left open by a measure that failed, it would keep the profile from the next one.
    await opened?.close();
    opened = await openChromium({
      executablePath,
      extension: folders[which],
      proxyPort: network.proxyPort,
      ...(fresh === undefined && { profile: join(folder, `${which}-profile`) }),
    });
    return opened;
  }
  return {
    world,
    extension,
    async aisle(fresh) {
      await setWatch(folders.aisle, false);
      return open('aisle', fresh);
    },
    async opening(which) {
      await setWatch(folders.aisle, true);
      return open(which);
    },
    told() {
      opening = undefined;
      return until('the panel tells how it opened', async () => opening);
    },
    async close() {
      await opened?.close();
      await network.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** What the list has once every row of the place is in memory: before, it stands as it was last seen. */
export const wholeOf = (place: Place) => `[aria-setsize="${SIZES[place]}"]`;

/** Shows a location's page in the first tab; answers when it is at rest. */
export async function showPlace({ tab }: Chromium, place: Place): Promise<void> {
  await tab.goto(pageOf(place), { waitUntil: 'networkidle' });
}

/** Does that, and opens the panel beside it. */
export async function openAt(chromium: Chromium, place: Place): Promise<Page> {
  await showPlace(chromium, place);
  return chromium.openPanel();
}

/** Closes the panel, and the connection to it: what is attached to a page slows its opening. */
export async function closePanel(chromium: Chromium, panel: Page): Promise<void> {
  await panel.context().browser()?.close();
  await chromium.closePanel();
}
