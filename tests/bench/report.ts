import { mkdir, writeFile } from 'node:fs/promises';
import { cpus, loadavg, platform, release } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../run/places.ts';
import type { Measure } from './measure.ts';

const FILE = join(ROOT, '.output/bench.json');

const number = (value: number) => value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 2 : 1 });

function verdict({ value, target }: Measure): string {
  if (target === undefined) return '';
  return value <= target ? 'ok' : 'over';
}

/** One line per measure, in the order they were taken. */
export function tableOf(measures: readonly Measure[]): string {
  const rows = measures.map((measure) => [
    measure.name,
    number(measure.value),
    measure.target === undefined ? '' : `≤ ${number(measure.target)}`,
    verdict(measure),
  ]);
  const lines = [['what', 'measured', 'target', ''], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...lines.map((line) => (line[column] ?? '').length)));
  const line = ([name = '', value = '', target = '', word = '']: string[]) =>
    `${name.padEnd(widths[0] ?? 0)}  ${value.padStart(widths[1] ?? 0)}  ${target.padStart(widths[2] ?? 0)}  ${word}`;
  return lines.map(line).join('\n');
}

/** Keeps the numbers with what is needed to read them: the machine, and how busy it was. */
export async function keep(measures: readonly Measure[], took: number, load: number[]): Promise<void> {
  await mkdir(join(ROOT, '.output'), { recursive: true });
  const machine = {
    system: `${platform()} ${release()}`,
    processor: cpus()[0]?.model,
    cores: cpus().length,
    load: { before: load[0], after: loadavg()[0] },
    node: process.version,
  };
  const lines = measures.map((measure) => ({ ...measure, verdict: verdict(measure) || undefined }));
  await writeFile(
    FILE,
    `${JSON.stringify({ at: new Date().toISOString(), seconds: Math.round(took / 1000), machine, measures: lines }, null, 2)}\n`,
  );
}
