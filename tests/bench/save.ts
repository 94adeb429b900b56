import { closePanel, type Ground, openAt } from './ground.ts';
import { type Measure, median, worst } from './measure.ts';
import { moment } from './moments.ts';

const ROUND_TRIP = 150;
const ROUNDS = 7;

/** Save pressed → "Saved" painted: read, write, read back, at 150 ms a round trip. */
export async function benchSave({ aisle, world }: Ground): Promise<Measure[]> {
  const chromium = await aisle();
  const panel = await openAt(chromium, 'acme');
  await panel.locator('[data-row]').first().click();
  world.latency = ROUND_TRIP;
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await panel.getByRole('textbox', { name: 'SEO title', exact: true }).fill(`Title ${round}`);
    waits.push(await moment(panel, 'Control+s', { selector: 'footer', text: 'Saved' }));
  }
  world.latency = 0;
  await closePanel(chromium, panel);
  await chromium.close();
  const target = 3 * ROUND_TRIP + 100;
  return [
    { name: 'Save → “Saved” at 150 ms a round trip, median (ms)', value: median(waits), target },
    { name: 'Save → “Saved” at 150 ms a round trip, worst (ms)', value: worst(waits) },
  ];
}
