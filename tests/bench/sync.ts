import type { Page } from '@playwright/test';
import type { Chromium } from '../e2e/chromium.ts';
import { until } from '../e2e/until.ts';
import { LOCATIONS, type World } from '../world/types.ts';
import { closePanel, type Ground, openAt, type Place, SIZES } from './ground.ts';
import type { Measure } from './measure.ts';

const ROUND_TRIP = 150;
const PATIENCE = 180_000;
const ALL = /^\/products\/collections$/;

/** Fills in the connect screen, and waits for its answer. */
async function connect(panel: Page, world: World, place: Place) {
  await panel.getByRole('textbox', { name: 'Name' }).fill(place);
  await panel
    .getByRole('textbox', { name: 'Token' })
    .fill(world.issueToken({ locationId: LOCATIONS[place] }));
  await panel.getByRole('radio', { name: 'On this device' }).check();
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await panel.getByRole('button', { name: 'Show collections' }).click();
}

const textOf = (panel: Page, part: string) => panel.locator(part).first().innerText();

/** Connects a location and waits for all of it: ms until every row is listed, and until HighLevel has no more to say. */
async function fetchAll(chromium: Chromium, world: World, place: Place) {
  const panel = await openAt(chromium, place);
  const asked = () => world.log.filter(({ path, query }) => ALL.test(path) && query.limit === '100');
  const before = asked().length;
  const began = performance.now();
  await connect(panel, world, place);
  const count = `${SIZES[place].toLocaleString('en')} collections`;
  await until(`${count} are listed`, () => panel.getByText(count, { exact: true }).isVisible(), PATIENCE);
  const listed = performance.now() - began;
  await until('the sync is done', async () => /synced/.test(await textOf(panel, 'header')), PATIENCE);
  const done = performance.now() - began;
  const requests = asked().length - before;
  await closePanel(chromium, panel);
  return { listed, done, requests };
}

/** The first sync of a location, from the click on Connect, at 150 ms a round trip and 100 requests per 10 s. */
export async function benchSync({ world, aisle }: Ground): Promise<Measure[]> {
  const chromium = await aisle('fresh');
  world.latency = ROUND_TRIP;
  const measures: Measure[] = [];
  for (const place of ['initech', 'acme'] as const) {
    const { listed, done, requests } = await fetchAll(chromium, world, place);
    const of = (what: string) => `sync, ${SIZES[place].toLocaleString('en')} rows: ${what}`;
    measures.push(
      { name: of('all listed (ms)'), value: listed },
      { name: of('confirmed by a second walk (ms)'), value: done },
      { name: of('requests'), value: requests },
    );
  }
  world.latency = 0;
  await chromium.close();
  return measures;
}
