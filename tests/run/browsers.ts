import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { platform } from 'node:process';
import { type BrowserName, placesOf } from './browser-places.ts';

/** Chromium: sidePanel.close and Extensions.triggerAction. Firefox: what the manifest asks for. */
const OLDEST: Record<BrowserName, number> = { chromium: 141, firefox: 142 };
/** A bare system has no fonts: without DejaVu its “system-ui” is a typewriter, without the emoji one names have holes. */
const PACKAGES: Record<BrowserName, string[]> = {
  chromium: ['chromium', 'fonts-dejavu-core', 'fonts-liberation', 'fonts-noto-color-emoji'],
  firefox: ['firefox-esr'],
};
const DOWNLOADS: Record<BrowserName, string[]> = {
  chromium: ['playwright', 'install', 'chromium'],
  firefox: ['browsers', 'install', 'firefox@stable', '--path', '.output/browsers'],
};

/** Starts, and is new enough. A snap's browser sees neither the project nor a profile in the temporary folder. */
function isUsable(browser: BrowserName, path: string): boolean {
  if (
    !existsSync(path) ||
    realpathSync(path).startsWith('/snap/') ||
    realpathSync(path) === '/usr/bin/snap'
  ) {
    return false;
  }
  // Windows has no console for the answer.
  if (platform === 'win32') return true;
  const { stdout, status } = spawnSync(path, ['--version'], { encoding: 'utf8', timeout: 30_000 });
  const major = Number(/(\d+)\.\d/.exec(stdout ?? '')?.[1]);
  const branded = /^Google Chrome \d/.test(stdout ?? '');
  return status === 0 && !branded && major >= OLDEST[browser];
}

const find = (browser: BrowserName) => placesOf(browser).find((path) => isUsable(browser, path));

function run(command: string, ...parameters: string[]): boolean {
  const { status } = spawnSync(command, parameters, {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: platform === 'win32',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}

function installFromDebian(browser: BrowserName) {
  if (platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  if (run('apt-get', 'update', '-qq')) {
    run('apt-get', 'install', '-qq', '-y', '--no-install-recommends', ...PACKAGES[browser]);
  }
}

/** The path of a browser that can carry the extension; installs one if there is none. Throws one sentence that says what to do. */
export function ensureBrowser(browser: BrowserName): string {
  const ways = [
    () => undefined,
    () => {
      console.log(`No ${browser} found: installing one`);
      const [tool = '', ...parameters] = DOWNLOADS[browser];
      spawnSync(tool, parameters, { stdio: 'ignore', shell: platform === 'win32', timeout: 300_000 });
    },
    () => installFromDebian(browser),
  ];
  for (const tryThis of ways) {
    tryThis();
    const found = find(browser);
    if (found) return found;
  }
  throw new Error(
    browser === 'chromium'
      ? `Install Chromium ${OLDEST.chromium} or newer (not Google Chrome: it refuses to load extensions), or name one in AISLE_CHROMIUM.`
      : `Install Firefox ${OLDEST.firefox} or newer, or name one in AISLE_FIREFOX.`,
  );
}
