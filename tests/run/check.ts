import { join } from 'node:path';
import { ensureBrowser } from './browsers.ts';
import { ROOT } from './places.ts';
import { playwrightCount, vitestCount } from './reports.ts';
import { type Count, type Step, take } from './step.ts';

if (process.argv.includes('--deep')) process.env.DEEP = '1';

const unitReport = join(ROOT, '.output/unit.json');
const e2eReport = join(ROOT, '.output/e2e.json');

/** Builds come before the unit tests: some of those hold the built manifests to their exact lists. */
const STEPS: Step[] = [
  { title: 'format and lint', command: ['biome', 'check', '.'] },
  { title: 'generated types', command: ['wxt', 'prepare'] },
  { title: 'types', command: ['tsc', '--noEmit'] },
  { title: 'build for Chromium', command: ['wxt', 'build'] },
  { title: 'build for Firefox', command: ['wxt', 'build', '-b', 'firefox'] },
  {
    title: 'unit tests and manifest checks',
    command: [
      'vitest',
      'run',
      '--config',
      'tests/vitest.config.ts',
      '--reporter=minimal',
      '--reporter=json',
      `--outputFile.json=${unitReport}`,
    ],
    report: { path: unitReport, read: vitestCount },
  },
  { title: 'web-ext lint', command: ['node', 'tests/run/store-lint.ts'] },
  {
    title: 'end to end in Chromium and Firefox',
    command: ['playwright', 'test', '--config', 'tests/e2e/playwright.config.ts'],
    report: { path: e2eReport, read: playwrightCount },
  },
];

const total: Count = { passed: 0, failed: 0 };
const broken: string[] = [];
const add = (title: string, { passed, failed }: Count) => {
  total.passed += passed;
  total.failed += failed;
  if (failed > 0) broken.push(title);
};

for (const browser of ['chromium', 'firefox'] as const) {
  try {
    process.env[`AISLE_${browser.toUpperCase()}`] = ensureBrowser(browser);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    add(`a ${browser} to test in`, { passed: 0, failed: 1 });
  }
}
for (const step of STEPS) add(step.title, await take(step));

if (broken.length > 0) console.log(`\nFailed: ${broken.join(', ')}`);
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed > 0 ? 1 : 0;
