import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { openChromium } from '../e2e/chromium.ts';
import { BUILDS, ROOT } from '../run/places.ts';
import { startNetwork } from '../world/network.ts';
import type { Logged } from '../world/types.ts';
import { createWorld } from '../world/world.ts';
import { createAlbum } from './album.ts';
import { STEPS, type Tour } from './steps.ts';

const FOLDER = join(ROOT, '.output/tour');

/** What reached the API, one line a kind: `GET /products/collections → 200 ×3`. */
function tell(requests: readonly Logged[]): string[] {
  const counts = new Map<string, number>();
  for (const { method, path, status } of requests) {
    const line = `${method} ${path} → ${status}`;
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, times]) => (times > 1 ? `${line} ×${times}` : line));
}

/** Plays the main job in the real browser; answers whether every step held. A step that breaks ends the tour. */
export async function play(executablePath: string): Promise<boolean> {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const world = createWorld();
  const network = await startNetwork(world);
  const { proxyPort } = network;
  const chromium = await openChromium({ executablePath, extension: BUILDS.chromium, proxyPort });
  const album = await createAlbum(executablePath, FOLDER);
  const tour: Tour = { world, chromium, panel: undefined };
  let held = 0;
  try {
    for (const [index, { title, act }] of STEPS.entries()) {
      const seen = world.log.length;
      const error = await act(tour).then(
        () => undefined,
        (reason: unknown) => reason,
      );
      console.log(`${error === undefined ? '✓' : '✗'} ${title}`);
      for (const line of tell(world.log.slice(seen))) console.log(`    ${line}`);
      if (error === undefined) held += 1;
      else console.log(`    ${error instanceof Error ? error.message : error}`);
      await album.take(`${String(index + 1).padStart(2, '0')} ${title}`, chromium.tab, tour.panel);
      if (error !== undefined) break;
    }
  } finally {
    await album.close();
    await chromium.close();
    await network.close();
  }
  console.log(`\n${held} of ${STEPS.length} steps held. Pictures: .output/tour/`);
  return held === STEPS.length;
}
