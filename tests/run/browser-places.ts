import { globSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { env, platform } from 'node:process';

export type BrowserName = 'chromium' | 'firefox';

// Branded Chrome is not here: it ignores --load-extension.
const COMMANDS: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'chromium-browser', 'chrome-for-testing', 'ungoogled-chromium'],
  firefox: ['firefox-esr', 'firefox', 'firefox-developer-edition', 'firefox-nightly'],
};

const caches = [
  env.PLAYWRIGHT_BROWSERS_PATH,
  env.XDG_CACHE_HOME && join(env.XDG_CACHE_HOME, 'ms-playwright'),
  join(homedir(), '.cache/ms-playwright'),
  join(homedir(), 'Library/Caches/ms-playwright'),
  env.LOCALAPPDATA && join(env.LOCALAPPDATA, 'ms-playwright'),
].filter((path): path is string => Boolean(path));

const FILES: Record<BrowserName, string[]> = {
  chromium: [
    ...caches.flatMap((cache) => [
      join(cache, 'chromium-*/chrome-linux*/chrome'),
      join(cache, 'chromium-*/chrome-win*/chrome.exe'),
      join(cache, 'chromium-*/chrome-mac*/*.app/Contents/MacOS/*'),
    ]),
    join(homedir(), '.cache/puppeteer/chrome/*/chrome-*/chrome'),
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
    join(env.LOCALAPPDATA ?? '', 'Chromium/Application/chrome.exe'),
  ],
  firefox: [
    '.output/browsers/firefox/*/firefox/firefox',
    join(homedir(), '.cache/puppeteer/firefox/*/firefox/firefox'),
    '/Applications/Firefox*.app/Contents/MacOS/firefox',
    join(env.PROGRAMFILES ?? '', 'Mozilla Firefox/firefox.exe'),
  ],
};

/** Where a browser of this kind may be, likeliest first: what the caller names, the PATH, then the usual places. */
export function placesOf(browser: BrowserName): string[] {
  const named = env[`AISLE_${browser.toUpperCase()}`];
  const folders = platform === 'win32' ? [] : (env.PATH ?? '').split(delimiter);
  return [
    ...(named ? [named] : []),
    ...COMMANDS[browser].flatMap((command) => folders.map((folder) => join(folder, command))),
    ...FILES[browser].flatMap((pattern) => globSync(pattern).sort().reverse()),
  ];
}
