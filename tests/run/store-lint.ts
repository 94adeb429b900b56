// `web-ext lint` on the unmodified build. React's own two innerHTML lines are known and accepted; nothing else is.
import { spawnSync } from 'node:child_process';
import { BUILDS } from './places.ts';

type Finding = { code: string; message: string; file?: string; line?: number };
type Report = { errors: Finding[]; warnings: Finding[]; notices: Finding[] };

const { stdout, stderr } = spawnSync(
  'web-ext',
  ['lint', '--source-dir', BUILDS.firefox, '--output', 'json', '--no-config-discovery'],
  { encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 64 * 1024 * 1024 },
);
let report: Report;
try {
  report = JSON.parse(stdout);
} catch {
  throw new Error(`web-ext lint did not answer: ${stderr || stdout}`);
}
const fromReact = report.warnings.filter(({ code }) => code === 'UNSAFE_VAR_ASSIGNMENT');
const accepted = fromReact.length <= 2 ? fromReact : [];
const unwanted = [
  ...report.errors,
  ...report.warnings.filter((each) => !accepted.includes(each)),
  ...report.notices,
];
for (const { code, message, file, line } of unwanted)
  console.error(`${code} ${file ?? ''}:${line ?? ''} ${message}`);
process.exitCode = unwanted.length > 0 ? 1 : 0;
