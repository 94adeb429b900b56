import { spawn } from 'node:child_process';
import { readFile, rm } from 'node:fs/promises';
import { performance } from 'node:perf_hooks';
import { ROOT } from './places.ts';

export type Count = { passed: number; failed: number };

export type Step = {
  title: string;
  command: string[];
  env?: Record<string, string>;
  /** Reads how many tests passed and failed from the report the command wrote. Without it the step counts as one. */
  report?: { path: string; read(text: string): Count };
};

const windows = process.platform === 'win32';

function execute([command = '', ...parameters]: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(command, parameters, {
      cwd: ROOT,
      stdio: ['ignore', 'inherit', 'inherit'],
      shell: windows,
      env: { ...process.env, ...env },
    });
    child.on('error', () => resolve(1));
    child.on('close', (code) => resolve(code ?? 1));
  });
}

/** Runs one step and says how it went. A command that breaks without naming a failed test is itself one failure. */
export async function take({ title, command, env, report }: Step): Promise<Count> {
  console.log(`\n── ${title}`);
  const start = performance.now();
  if (report) await rm(report.path, { force: true });
  const code = await execute(command, env);
  const count = report
    ? await readFile(report.path, 'utf8').then(report.read, () => ({ passed: 0, failed: 0 }))
    : { passed: code === 0 ? 1 : 0, failed: 0 };
  if (code !== 0 && count.failed === 0) count.failed = 1;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(
    `${count.failed === 0 ? '✓' : '✗'} ${title}: ${count.passed} passed, ${count.failed} failed (${seconds} s)`,
  );
  return count;
}
