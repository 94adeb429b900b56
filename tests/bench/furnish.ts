import type { Page } from '@playwright/test';
import type { browser as extensionApi } from 'wxt/browser';
import type { openReplica } from '../../lib/catalog/replica.ts';
import type { Collection } from '../../lib/highlevel/collection.ts';
import { readCollection } from '../../lib/highlevel/parse-collection.ts';
import { LOCATIONS, type World } from '../world/types.ts';
import { REPLICA } from './build.ts';
import { closePanel, type Ground, openAt, PLACES, type Place, wholeOf } from './ground.ts';
import { settle } from './work.ts';

// What the panel's page finds in its own global scope.
declare const chrome: typeof extensionApi;

const BATCH = 5_000;

/** Asks the worker as the panel does. */
export const ask = (panel: Page, name: string, request: object): Promise<unknown> =>
  panel.evaluate((message) => chrome.runtime.sendMessage(message), { name, request });

export function rowsOf(world: World, place: Place): Collection[] {
  const raw = world.shops.get(LOCATIONS[place])?.collections ?? [];
  return raw.flatMap((row) => readCollection({ ...row, stats: { productCount: row.name.length % 7 } }) ?? []);
}

type Replicas = { openReplica: typeof openReplica };

/** Puts the rows where a sync would have put them, with the code that a sync uses, and says that it is done. */
async function fill(panel: Page, place: Place, rows: Collection[]) {
  const locationId = LOCATIONS[place];
  for (let from = 0; from < rows.length; from += BATCH)
    await panel.evaluate(
      async ([script, location, batch]) => {
        const { openReplica }: Replicas = await import(script);
        await (await openReplica()).merge(location, batch, 0);
      },
      [REPLICA, locationId, rows.slice(from, from + BATCH)] as const,
    );
  await panel.evaluate(
    async ([script, location, total]) => {
      const { openReplica }: Replicas = await import(script);
      const now = Date.now();
      await (await openReplica()).note(location, { complete: true, syncedAt: now, triedAt: now, total });
    },
    [REPLICA, locationId, rows.length] as const,
  );
}

/** Connects every location, its rows already on the device: a sync of 50,000 would wait a minute for HighLevel's limit. */
export async function furnish({ aisle, world }: Ground): Promise<void> {
  const chromium = await aisle();
  for (const place of PLACES) {
    const panel = await openAt(chromium, place);
    await fill(panel, place, rowsOf(world, place));
    const locationId = LOCATIONS[place];
    const token = world.issueToken({ locationId });
    await ask(panel, 'connection.connect', { locationId, label: place, token, keep: 'device' });
    // As whoever used it leaves it: the whole list was shown once.
    await panel.locator(wholeOf(place)).first().waitFor();
    await settle(panel);
    await closePanel(chromium, panel);
  }
  await chromium.close();
}
