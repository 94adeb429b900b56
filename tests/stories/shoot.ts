// Builds the stories, opens each in Chromium in both themes, takes its picture and looks for violations with axe.
//   npm run stories                          every story, light and dark, 360 px
//   npm run stories -- --only connect        those whose name holds the word
//   npm run stories -- --width 320 --text 200 --rtl --forced --contrast
import { readdir, readFile } from 'node:fs/promises';
import { extname, join, relative } from 'node:path';
import { parseArgs } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { build } from 'vite';

const OUT = join(import.meta.dirname, '../../.output/stories');
const ORIGIN = 'https://stories.test';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

const { values: wish } = parseArgs({
  options: {
    only: { type: 'string', default: '' },
    width: { type: 'string', default: '360' },
    height: { type: 'string', default: '780' },
    text: { type: 'string', default: '100' },
    rtl: { type: 'boolean', default: false },
    forced: { type: 'boolean', default: false },
    contrast: { type: 'boolean', default: false },
    built: { type: 'boolean', default: false },
    themes: { type: 'string', default: 'light,dark' },
  },
});

/** A picture for every address, its colours from the address. */
function painted(url: string): string {
  const hue = [...url].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="hsl(${hue} 45% 65%)"/><stop offset="1" stop-color="hsl(${(hue + 70) % 360} 65% 75%)"/></linearGradient></defs><rect width="1200" height="630" fill="url(#g)"/></svg>`;
}

async function serve(context: BrowserContext) {
  await context.route('**/*', async (route) => {
    const url = new URL(route.request().url());
    if (url.origin === ORIGIN) {
      const body = pages.get(url.pathname);
      if (body === undefined) return route.fulfill({ status: 404 });
      return route.fulfill({ body, contentType: TYPES[extname(url.pathname)] ?? 'application/octet-stream' });
    }
    if (url.hostname === 'storage.example' && !url.pathname.includes('missing'))
      return route.fulfill({ body: painted(url.href), contentType: 'image/svg+xml' });
    return route.abort();
  });
}

const names = (page: Page) => page.evaluate(() => document.documentElement.dataset.stories?.split(' ') ?? []);

/** What no picture shows but everyone would notice: words cut off, gaps in texts, a page wider than its window. */
const flaws = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = [];
    const text = document.body.innerText;
    const gap = /\{\w+\}|undefined|\[object/.exec(text);
    if (gap) found.push(`a gap in the text: “${gap[0]}”`);
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth - clientWidth} px too wide`);
    for (const element of document.querySelectorAll<HTMLElement>('button, h1, h2, h3, p, dt, dd, label')) {
      if (!element.checkVisibility() || element.scrollWidth <= element.clientWidth + 1) continue;
      const style = getComputedStyle(element);
      if (style.display !== 'inline' && style.textOverflow !== 'ellipsis')
        found.push(`cut off: “${element.innerText.slice(0, 60)}”`);
    }
    return found;
  });

async function shoot(context: BrowserContext, name: string, theme: 'light' | 'dark'): Promise<string[]> {
  const page = await context.newPage();
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(`threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' && !message.text().includes('net::ERR')) problems.push(message.text());
  });
  await page.emulateMedia({
    colorScheme: theme,
    reducedMotion: 'reduce',
    forcedColors: wish.forced ? 'active' : 'none',
    contrast: wish.contrast ? 'more' : 'no-preference',
  });
  if (name.startsWith('settings.')) await page.setViewportSize({ width: 960, height: 900 });
  const query = new URLSearchParams({ story: name, text: wish.text, ...(wish.rtl && { rtl: '' }) });
  await page.goto(`${ORIGIN}/story.html?${query}`);
  const ready = await page
    .waitForSelector('[data-story="ready"]', { state: 'attached', timeout: 10_000 })
    .then(() => true)
    .catch(() => false);
  if (!ready) problems.push('did not become ready');
  await page.evaluate(() => document.fonts.ready);
  await page.screenshot({
    path: join(OUT, `${name}.${theme}.png`),
    animations: 'disabled',
    fullPage: name.startsWith('settings.'),
  });
  problems.push(...(await flaws(page)));
  // With forced colours the system's own stand there, which axe does not see.
  const unseen = wish.forced ? ['color-contrast'] : [];
  const { violations } = await new AxeBuilder({ page }).disableRules(unseen).analyze();
  for (const { id, nodes } of violations)
    problems.push(
      `axe ${id}: ${nodes
        .map(({ target }) => target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
    );
  await page.close();
  return problems.map((problem) => `${name} (${theme}): ${problem}`);
}

if (!wish.built) await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
// Read at once: a second run may write its own pages while this one is under way.
const pages = new Map<string, Buffer>();
for (const file of await readdir(join(OUT, 'page'), { recursive: true, withFileTypes: true })) {
  const path = join(file.parentPath, file.name);
  if (file.isFile()) pages.set(`/${relative(join(OUT, 'page'), path)}`, await readFile(path));
}
const browser = await chromium.launch({
  ...(process.env.CHROMIUM
    ? { executablePath: process.env.CHROMIUM }
    : { executablePath: '/usr/bin/chromium' }),
  args: ['--no-sandbox', '--hide-scrollbars', '--font-render-hinting=none', '--disable-lcd-text'],
});
const viewport = { width: Number(wish.width), height: Number(wish.height) };
const found: string[] = [];
const list = await browser.newContext();
await serve(list);
const first = await list.newPage();
await first.goto(`${ORIGIN}/story.html`);
await first.waitForSelector('[data-stories]', { state: 'attached' });
const wanted = (await names(first)).filter((name) => name.includes(wish.only));
await list.close();
const turns = wanted.flatMap((name) =>
  (['light', 'dark'] as const)
    .filter((theme) => wish.themes.includes(theme))
    .map((theme) => ({ name, theme })),
);
let taken = 0;
async function work() {
  for (let turn = turns.shift(); turn !== undefined; turn = turns.shift()) {
    // A context of its own: what one story leaves on the device is not there for the next.
    const context = await browser.newContext({ viewport });
    await serve(context);
    found.push(...(await shoot(context, turn.name, turn.theme)));
    await context.close();
    taken += 1;
  }
}
await Promise.all(Array.from({ length: 3 }, work));
await browser.close();
for (const problem of found.sort()) process.stdout.write(`✗ ${problem}\n`);
process.stdout.write(`${taken} pictures in .output/stories, ${found.length} problems\n`);
process.exitCode = found.length === 0 ? 0 : 1;
