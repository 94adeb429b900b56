import assert from 'node:assert/strict';
import type { Page } from '@playwright/test';
import { field, find, openCollection, row, said, save, submitToken, writes } from '../e2e/acts.ts';
import { pageOf } from '../e2e/addresses.ts';
import type { Chromium } from '../e2e/chromium.ts';
import { until } from '../e2e/until.ts';
import { LOCATIONS, WHITE_LABEL_HOST, type World } from '../world/types.ts';

export type Tour = { world: World; chromium: Chromium; panel: Page | undefined };
export type TourStep = { title: string; act(tour: Tour): Promise<void> };

const seen = (panel: Page, text: string) => panel.getByText(text).first().waitFor();
const shopOf = (world: World) => {
  const shop = world.shops.get(LOCATIONS.acme);
  assert(shop);
  return shop;
};
const named = (world: World, name: string) => shopOf(world).collections.find((each) => each.name === name);

/** A step that needs the open panel. */
const inPanel =
  (act: (panel: Page, tour: Tour) => Promise<void>): TourStep['act'] =>
  (tour) => {
    assert(tour.panel, 'the panel is open');
    return act(tour.panel, tour);
  };

/** The main job, as one person does it. Each step checks what is seen, and what HighLevel then holds. */
export const STEPS: TourStep[] = [
  {
    title: 'The panel opens beside the dashboard, and offers to connect the location',
    async act(tour) {
      await tour.chromium.tab.goto(pageOf('acme'));
      await tour.chromium.tab.getByText('Best Sellers').first().waitFor();
      tour.panel = await tour.chromium.openPanel();
      await seen(tour.panel, 'Connect this location');
      assert.equal(tour.world.log.length, 0, 'nothing is asked before there is a token');
    },
  },
  {
    title: 'A wrong token is refused, and says what to do',
    act: inPanel(async (panel) => {
      await submitToken(panel, 'pit-00000000-0000-4000-8000-000000000000', 'Acme Fitness');
      await seen(panel, 'HighLevel refused the token');
    }),
  },
  {
    title: 'A good token connects, checked by a real read',
    act: inPanel(async (panel, { world }) => {
      await submitToken(panel, ` ${world.issueToken({ locationId: LOCATIONS.acme })}\n`, 'Acme Fitness');
      await seen(panel, 'Connected to Acme Fitness');
    }),
  },
  {
    title: 'All collections of the location are there',
    act: inPanel(async (panel, { world }) => {
      await panel.getByRole('button', { name: 'Show collections' }).click();
      await seen(panel, `${shopOf(world).collections.length} collections`);
      await seen(panel, 'synced just now');
    }),
  },
  {
    title: 'Search finds by name and by slug',
    act: inPanel(async (panel) => {
      await find(panel, 'is:no-seo yoga');
      await row(panel, 'Yoga Mats & Blocks').waitFor();
      await row(panel, 'Best Sellers').waitFor({ state: 'detached' });
    }),
  },
  {
    title: 'A collection is edited; every keystroke is a draft on the device',
    act: inPanel(async (panel) => {
      await openCollection(panel, 'Summer 2026');
      await field(panel, 'Name').fill('Summer 2026 – Outdoor');
      await field(panel, 'Slug').fill('summer-2026-outdoor');
      await field(panel, 'SEO title').fill('Summer 2026 outdoor gear – Acme Fitness');
      await seen(panel, '3 unsaved changes');
    }),
  },
  {
    title: 'Save reads, merges, writes and reads back',
    act: inPanel(async (panel, { world }) => {
      const before = world.log.length;
      await save(panel);
      await said(panel, 'Saved').waitFor();
      const saved = named(world, 'Summer 2026 – Outdoor');
      assert.equal(saved?.slug, 'summer-2026-outdoor');
      assert.equal(saved?.seo?.title, 'Summer 2026 outdoor gear – Acme Fitness');
      const asked = world.log.slice(before).map(({ method }) => method);
      assert.equal(asked.filter((method) => method === 'PUT').length, 1);
      assert.equal(asked.at(-1), 'GET');
    }),
  },
  {
    title: 'A new collection is made',
    act: inPanel(async (panel, { world }) => {
      await panel.getByRole('button', { name: 'Back to collections' }).click();
      await find(panel, '');
      await panel.getByRole('button', { name: 'New', exact: true }).click();
      await field(panel, 'Name').fill('Rowing & Cardio');
      await panel.getByRole('button', { name: 'Create', exact: true }).click();
      await said(panel, 'Created').waitFor();
      assert.equal(named(world, 'Rowing & Cardio')?.slug, 'rowing-cardio');
    }),
  },
  {
    title: "Somebody else's change is never overwritten",
    act: inPanel(async (panel, { world }) => {
      await panel.getByRole('button', { name: 'Back to collections' }).click();
      await openCollection(panel, 'Recovery');
      await field(panel, 'SEO title').fill('Recovery tools | Acme Fitness');
      const theirs = named(world, 'Recovery');
      assert(theirs);
      theirs.seo = { title: 'Recover faster', description: '' };
      const before = writes(world).length;
      await save(panel);
      await seen(panel, 'Changed elsewhere while you were editing');
      assert.equal(writes(world).length, before, 'nothing is written');
    }),
  },
  {
    title: 'The panel follows the tab to a location that is not connected',
    act: inPanel(async (panel, { chromium }) => {
      await panel.getByRole('button', { name: 'Keep editing' }).click();
      await panel.getByRole('button', { name: 'Discard' }).click();
      await panel.getByRole('button', { name: 'Back to collections' }).click();
      await find(panel, '');
      await chromium.tab.locator('.switch').click();
      await chromium.tab.locator('#locations').getByText('Globex').click();
      await seen(panel, 'Connect this location');
      await seen(panel, LOCATIONS.globex);
    }),
  },
  {
    title: 'In the agency view there is no location, and the last one is offered',
    act: inPanel(async (panel, { chromium }) => {
      await chromium.tab.goto('https://app.gohighlevel.com/agency_dashboard/');
      await panel.getByRole('button', { name: 'Open Acme Fitness' }).waitFor();
    }),
  },
  {
    title: 'A white-label domain is offered to be enabled, once',
    act: inPanel(async (panel, { chromium }) => {
      await chromium.tab.goto(pageOf('acme', 'payments/products', `https://${WHITE_LABEL_HOST}`));
      await chromium.openPanel();
      await seen(panel, `Enable Aisle on ${WHITE_LABEL_HOST}?`);
    }),
  },
  {
    title: '“Look up in Aisle” on selected text shows the product',
    act: inPanel(async (panel, { chromium, world }) => {
      await chromium.tab.goto(pageOf('acme', 'payments/products'));
      await seen(panel, 'Acme Fitness');
      const before = world.log.length;
      await chromium.chooseMenu({ selectionText: 'what is “655b33a82209e60b6adb87a5”?' });
      await panel.getByRole('heading', { name: 'Awesome Yoga Mat' }).waitFor();
      const asked = world.log.slice(before).map(({ path }) => path);
      assert.deepEqual(asked, ['/products/655b33a82209e60b6adb87a5']);
    }),
  },
  {
    title: 'From its card the product goes into another collection, and nothing else of it changes',
    act: inPanel(async (panel, { world }) => {
      const product = () => {
        const [first] = shopOf(world).products;
        assert(first);
        const { collectionIds, updatedAt: _, ...rest } = first;
        return { collectionIds, rest };
      };
      const before = product();
      await panel.getByRole('button', { name: 'Add to a collection' }).click();
      await panel.getByRole('combobox', { name: 'Find a collection' }).fill('recovery');
      await panel.getByRole('listbox').getByText('/recovery', { exact: true }).click();
      await said(panel, 'Added to “Recovery”').waitFor();
      await panel.getByRole('button', { name: 'Remove from Recovery' }).waitFor();
      const after = product();
      assert.deepEqual(after.collectionIds, [...before.collectionIds, named(world, 'Recovery')?._id]);
      assert.deepEqual(after.rest, before.rest);
    }),
  },
  {
    title: '“Look up in Aisle” on a link shows that product',
    act: inPanel(async (panel, { chromium, world }) => {
      const product = world.shops.get(LOCATIONS.acme)?.products[1];
      assert(product);
      await chromium.chooseMenu({ linkUrl: pageOf('acme', `payments/products/${product._id}`) });
      await panel.getByRole('heading', { name: product.name }).waitFor();
    }),
  },
  {
    title: 'Activity remembers every change, and takes one back',
    act: inPanel(async (panel, { world }) => {
      await panel.getByRole('tab', { name: 'Activity' }).click();
      await panel
        .getByRole('listitem')
        .filter({ hasText: 'Summer 2026' })
        .getByRole('button', { name: /Undo/ })
        .click();
      await until('HighLevel has the old name again', async () => named(world, 'Summer 2026'));
      await seen(panel, 'Undone');
    }),
  },
  {
    title: 'The same in the dark',
    act: inPanel(async (panel, { chromium, world }) => {
      await panel.emulateMedia({ colorScheme: 'dark' });
      await chromium.tab.emulateMedia({ colorScheme: 'dark' });
      await panel.getByRole('tab', { name: 'Collections' }).click();
      await seen(panel, `${shopOf(world).collections.length} collections`);
    }),
  },
];
