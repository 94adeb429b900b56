// Plain Node 20 without dependencies: this is what runs before there is anything else.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');
const bin = join(root, 'node_modules', '.bin');
const windows = process.platform === 'win32';

function readLock(path) {
  try {
    return JSON.parse(readFileSync(join(root, path), 'utf8')).packages ?? {};
  } catch {
    return {};
  }
}

/** Whether node_modules holds the lockfile's versions. What another platform needs may be missing. */
function isInstalled() {
  const installed = readLock('node_modules/.package-lock.json');
  return Object.entries(readLock('package-lock.json')).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

/** The project's own Node (24) where npm has one for this platform; else the Node that runs this, if it can. */
function findNode() {
  const own = join(bin, windows ? 'node.exe' : 'node');
  if (existsSync(own)) return own;
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 22 || (major === 22 && minor >= 18)) return process.execPath;
  throw new Error(
    `Install Node 24 from https://nodejs.org: on ${process.platform} ${process.arch} Aisle needs it.`,
  );
}

/** Installs what is missing, then hands over to a TypeScript file beside this one and ends as it ends. */
export function continueWith(script, whenImpossible = () => {}) {
  try {
    if (!isInstalled()) {
      console.log('Installing packages (npm ci)');
      const { status } = spawnSync('npm', ['ci', '--include=dev', '--loglevel=error'], {
        cwd: root,
        stdio: 'inherit',
        shell: windows,
      });
      if (status !== 0)
        throw new Error('npm ci failed: the npm registry must be reachable for the first run.');
    }
    const { NODE_ENV, PATH, ...env } = process.env;
    const { status } = spawnSync(findNode(), [join(import.meta.dirname, script), ...process.argv.slice(2)], {
      cwd: root,
      stdio: 'inherit',
      env: { ...env, PATH: `${bin}${delimiter}${PATH}` },
    });
    process.exitCode = status ?? 1;
  } catch (error) {
    console.error(error.message);
    whenImpossible();
    process.exitCode = 1;
  }
}
