import { LOCATIONS } from '../world/types.ts';
import { ask } from './furnish.ts';
import { closePanel, type Ground, openAt } from './ground.ts';
import { type Measure, median, worst } from './measure.ts';
import { moment } from './moments.ts';

const PASSPHRASE = 'correct horse battery staple';
const ROUNDS = 5;

/** Enter in the passphrase field → the location's rows painted. */
export async function benchUnlock({ aisle, world }: Ground): Promise<Measure[]> {
  const chromium = await aisle();
  const panel = await openAt(chromium, 'initech');
  const token = world.issueToken({ locationId: LOCATIONS.initech });
  const at = { locationId: LOCATIONS.initech };
  await ask(panel, 'connection.forget', at);
  await ask(panel, 'connection.connect', {
    ...at,
    label: 'Initech',
    token,
    keep: 'passphrase',
    passphrase: PASSPHRASE,
  });
  const waits: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    await ask(panel, 'vault.lock', {});
    await panel.getByRole('textbox', { name: 'Passphrase' }).fill(PASSPHRASE);
    waits.push(await moment(panel, 'Enter', { selector: '[data-row]', text: '' }));
  }
  await closePanel(chromium, panel);
  await chromium.close();
  return [
    { name: 'unlock: Enter → rows painted, median (ms)', value: median(waits), target: 500 },
    { name: 'unlock: Enter → rows painted, worst (ms)', value: worst(waits) },
  ];
}
