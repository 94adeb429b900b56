import { defineConfig } from '@playwright/test';
import { ROOT } from '../run/places.ts';

export default defineConfig({
  testDir: '.',
  outputDir: `${ROOT}/.output/e2e`,
  // Each test has a browser of its own: two at a time is what two cores carry.
  workers: 2,
  fullyParallel: true,
  retries: 0,
  forbidOnly: true,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list'], ['json', { outputFile: `${ROOT}/.output/e2e.json` }]],
  projects: [
    { name: 'chromium', testDir: 'chromium' },
    { name: 'firefox', testDir: 'firefox' },
  ],
});
