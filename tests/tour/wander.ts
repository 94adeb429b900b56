import { pageOf } from '../e2e/addresses.ts';
import { openChromium } from '../e2e/chromium.ts';
import { BUILDS } from '../run/places.ts';
import { startNetwork } from '../world/network.ts';
import { LOCATIONS, STORE_HOST, WHITE_LABEL_HOST } from '../world/types.ts';
import { createWorld } from '../world/world.ts';

/** A window on the screen, inside the world, ready to click. Resolves when the person closes it. */
export async function wander(executablePath: string): Promise<void> {
  const world = createWorld();
  const network = await startNetwork(world);
  const { proxyPort } = network;
  const chromium = await openChromium({ executablePath, extension: BUILDS.chromium, proxyPort, shown: true });
  await chromium.tab.goto(pageOf('acme'));
  const tokens = Object.entries(LOCATIONS).map(([name, locationId]) => {
    const shop = world.shops.get(locationId)?.name ?? name;
    return `  ${shop.padEnd(18)} ${world.issueToken({ locationId })}`;
  });
  console.log(`
Click the Aisle button in the toolbar (or press Alt+Shift+L), and connect the location with its token:

${tokens.join('\n')}

The dashboard's Settings → Private Integrations makes more. Also there: https://${WHITE_LABEL_HOST}/ and https://${STORE_HOST}/
Close the window to end.`);
  await new Promise<void>((resolve) => chromium.context.once('close', () => resolve()));
  await network.close();
}
