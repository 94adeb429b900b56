import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build as bundle } from 'vite';
import { build } from 'wxt';
import { ROOT } from '../run/places.ts';
import { PAGES_HOST } from '../world/types.ts';
import { watchOpening } from './opening.ts';

/** The replica's own code, for the page that fills it. */
export const REPLICA = '/replica.js';
const OUT = join(ROOT, '.output/bench');

/** Where a panel tells how it opened. */
export const TOLD = { host: PAGES_HOST, path: '/opening' };
/** The script that does it. */
export const WATCH = `(${watchOpening})('https://${TOLD.host}${TOLD.path}');`;

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
  await setWatch(folder, false);
}

/** Whether its panel watches how it opens: it then clicks the first row by itself. */
export async function setWatch(folder: string, watches: boolean): Promise<void> {
  await writeFile(join(folder, 'opening.js'), watches ? WATCH : '');
}
