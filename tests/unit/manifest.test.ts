import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const API = 'https://services.leadconnectorhq.com/*';
const DASHBOARDS = [
  'https://app.gohighlevel.com/*',
  'https://app.leadconnectorhq.com/*',
  'https://app.msgsndr.com/*',
];
const POLICY = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' https: data:",
  'connect-src': 'https://services.leadconnectorhq.com',
  'font-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'none'",
  'frame-ancestors': "'none'",
};
const KEYS = [
  'action',
  'background',
  'commands',
  'content_scripts',
  'content_security_policy',
  'default_locale',
  'description',
  'host_permissions',
  'icons',
  'manifest_version',
  'name',
  'optional_host_permissions',
  'options_ui',
  'permissions',
  'version',
];

function readBuild(folder: string) {
  const path = new URL(`../../.output/${folder}/manifest.json`, import.meta.url);
  if (!existsSync(path)) throw new Error(`No build in .output/${folder}: run npm run build first`);
  return JSON.parse(readFileSync(path, 'utf8'));
}

describe.each([
  ['Chromium', 'chrome-mv3', ['sidePanel'], ['minimum_chrome_version', 'side_panel']],
  ['Firefox', 'firefox-mv3', [], ['browser_specific_settings', 'sidebar_action']],
] as const)('the manifest for %s', (_, folder, permissions, keys) => {
  const manifest = readBuild(folder);

  it('asks for exactly this, and for nothing at install that is not needed', () => {
    const asked = ['activeTab', 'alarms', 'contextMenus', 'scripting', 'storage', ...permissions];
    expect([...manifest.permissions].sort()).toEqual(asked.sort());
    expect(manifest.host_permissions).toEqual([API, ...DASHBOARDS]);
    expect(manifest.optional_host_permissions).toEqual(['https://*/*']);
  });

  it('lets pages load and reach only what they must', () => {
    const { extension_pages, ...others } = manifest.content_security_policy;
    const policy = Object.fromEntries(
      extension_pages
        .split('; ')
        .map((rule: string) => [rule.split(' ')[0], rule.split(' ').slice(1).join(' ')]),
    );
    expect(policy).toEqual(POLICY);
    expect(others).toEqual({});
  });

  it('runs its one script on the dashboards alone', () => {
    expect(manifest.content_scripts).toEqual([
      { matches: DASHBOARDS, all_frames: true, run_at: 'document_start', js: ['content-scripts/pointer.js'] },
    ]);
  });

  it('has these parts and no others: nothing is web-accessible, nobody may connect', () => {
    expect(Object.keys(manifest).sort()).toEqual([...KEYS, ...keys].sort());
    expect(manifest.manifest_version).toBe(3);
  });
});

it('Firefox is told what leaves the browser, and opens no sidebar by itself', () => {
  const { browser_specific_settings, sidebar_action } = readBuild('firefox-mv3');
  expect(browser_specific_settings.gecko).toEqual({
    id: 'aisle@aisle.example',
    strict_min_version: '142.0',
    data_collection_permissions: { required: ['authenticationInfo'] },
  });
  expect(sidebar_action.open_at_install).toBe(false);
});
