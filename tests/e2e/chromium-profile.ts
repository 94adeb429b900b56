import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

type Manifest = {
  permissions: string[];
  host_permissions: string[];
  content_scripts: { matches: string[] }[];
};

/** The id that Chromium gives an unpacked extension: a hash of where it lies. */
const idOf = (extension: string) =>
  createHash('sha256')
    .update(extension)
    .digest('hex')
    .slice(0, 32)
    .replace(/[0-9a-f]/g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));

/**
 * Writes a new profile in which these sites were once granted and then given up: a wish for them is granted without the
 * prompt, which a window without a screen never answers.
 */
export async function furnishProfile(profile: string, extension: string, sites: readonly string[]) {
  const text = await readFile(join(extension, 'manifest.json'), 'utf8');
  const { permissions: api, host_permissions: hosts, content_scripts: scripts }: Manifest = JSON.parse(text);
  const set = (explicit: readonly string[]) => ({
    api,
    explicit_host: explicit,
    manifest_permissions: [],
    scriptable_host: scripts.flatMap(({ matches }) => matches),
  });
  const settings = {
    granted_permissions: set([...hosts, ...sites]),
    active_permissions: set(hosts),
    runtime_granted_permissions: { ...set(sites), api: [], scriptable_host: [] },
  };
  await mkdir(join(profile, 'Default'), { recursive: true });
  const preferences = {
    extensions: { settings: { [idOf(extension)]: settings }, ui: { developer_mode: true } },
  };
  await writeFile(join(profile, 'Default', 'Preferences'), JSON.stringify(preferences));
}
