import { execFileSync } from 'node:child_process';
import { play } from '../tour/play.ts';
import { wander } from '../tour/wander.ts';
import { ensureBrowser } from './browsers.ts';
import { ROOT } from './places.ts';

const { env, platform } = process;
const hasDisplay = platform !== 'linux' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY);

try {
  const executablePath = ensureBrowser('chromium');
  console.log('Building the extension');
  execFileSync('wxt', ['build'], {
    cwd: ROOT,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: platform === 'win32',
  });
  if (hasDisplay && !process.argv.includes('--tour')) await wander(executablePath);
  else if (!(await play(executablePath))) process.exitCode = 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
