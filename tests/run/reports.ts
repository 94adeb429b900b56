import type { Count } from './step.ts';

type Vitest = {
  numPassedTests: number;
  numFailedTests: number;
  numFailedTestSuites: number;
  success: boolean;
};
type Playwright = { stats: { expected: number; unexpected: number; flaky: number }; errors: unknown[] };

/** A file that could not be loaded has no failed test in it, and still failed. */
export function vitestCount(text: string): Count {
  const report: Vitest = JSON.parse(text);
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests || (report.success ? 0 : report.numFailedTestSuites),
  };
}

export function playwrightCount(text: string): Count {
  const { stats, errors }: Playwright = JSON.parse(text);
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length };
}
