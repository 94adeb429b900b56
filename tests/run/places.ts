import { join, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
/** The unpacked production builds, as the stores would get them. */
export const BUILDS = {
  chromium: join(ROOT, '.output/chrome-mv3'),
  firefox: join(ROOT, '.output/firefox-mv3'),
};
export const GECKO_ID = 'aisle@aisle.example';
