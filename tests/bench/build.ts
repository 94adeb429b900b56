import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'vite';
import { build } from 'wxt';
import { ROOT } from '../run/places.ts';
import { watchOpening } from './opening.ts';

/** The replica's own code, for the page that fills it. */
export const REPLICA = '/replica.js';
const OUT = join(ROOT, '.output/bench');

/** Builds the extension as the stores would get it, apart from every other build; answers its folder. */
export async function buildExtension(): Promise<string> {
  process.env.NODE_ENV = 'production';
  await build({ root: ROOT, outDir: OUT });
  return join(OUT, 'chrome-mv3');
}

/** A copy whose side panel notes how it opens: it loads one script more than the build. */
export async function copyWithWatch(extension: string, folder: string): Promise<void> {
  await cp(extension, folder, { recursive: true });
  const page = join(folder, 'sidepanel.html');
  const html = await readFile(page, 'utf8');
  await writeFile(page, html.replace('<head>', '<head><script src="/opening.js"></script>'));
  await bundle({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      outDir: folder,
      emptyOutDir: false,
      lib: { entry: join(ROOT, 'lib/catalog/replica.ts'), formats: ['es'], fileName: () => REPLICA.slice(1) },
    },
  });
  await setClicks(folder, false);
}

/** Whether its panel clicks the first row by itself as soon as it is painted. */
export async function setClicks(folder: string, clicks: boolean): Promise<void> {
  await writeFile(join(folder, 'opening.js'), `(${watchOpening})(${clicks});`);
}
