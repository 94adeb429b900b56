import { loadavg } from 'node:os';
import { benchBusy } from './busy.ts';
import { furnish } from './furnish.ts';
import { type Ground, prepareGround } from './ground.ts';
import { benchLimiter } from './limiter.ts';
import type { Measure } from './measure.ts';
import { benchOpening } from './open.ts';
import { keep, tableOf } from './report.ts';
import { benchSave } from './save.ts';
import { benchSearch } from './search.ts';
import { benchSizes } from './sizes.ts';
import { benchSync } from './sync.ts';
import { benchUnlock } from './unlock.ts';
import { benchUse } from './use.ts';

/** One after the other: two at once would measure each other. */
const BENCHES: Record<string, (ground: Ground) => Promise<Measure[]>> = {
  sizes: ({ extension }) => benchSizes(extension),
  opening: benchOpening,
  search: benchSearch,
  use: benchUse,
  save: benchSave,
  unlock: benchUnlock,
  sync: benchSync,
  limiter: benchLimiter,
};

/** `npm run bench`, or `npm run bench -- opening save` for some of it. It measures and asserts nothing. */
const wanted = process.argv.slice(2);
const names = Object.keys(BENCHES).filter((name) => wanted.length === 0 || wanted.includes(name));
const load = loadavg();
const began = performance.now();
const ground = await prepareGround();
const measures: Measure[] = [];
try {
  await furnish(ground);
  for (const name of names) {
    console.log(`… ${name}`);
    // What one of them could not measure is no reason to lose what the others did.
    const measured = BENCHES[name]?.(ground).catch((error: unknown) => {
      console.error(`${name} was not measured:`, error);
      process.exitCode = 1;
    });
    measures.push(...((await measured) ?? []), benchBusy());
  }
} finally {
  await ground.close();
}
await keep(measures, performance.now() - began, load);
console.log(`\n${tableOf(measures)}`);
