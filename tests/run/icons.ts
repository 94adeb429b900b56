// Draws public/icon/*.png from docs/icon.svg: node tests/run/icons.ts
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureBrowser } from './browsers.ts';
import { ROOT } from './places.ts';

const svg = await readFile(join(ROOT, 'docs/icon.svg'), 'utf8');
const folder = join(ROOT, 'public/icon');
await mkdir(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureBrowser('chromium') });
for (const size of [16, 32, 48, 128]) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  await page.setContent(
    `<style>body { margin: 0 } svg { display: block; width: 100vw; height: 100vh }</style>${svg}`,
  );
  await writeFile(join(folder, `${size}.png`), await page.screenshot({ omitBackground: true }));
  await page.close();
}
await browser.close();
