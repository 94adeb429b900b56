import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Measure } from './measure.ts';

/** A file named in a page or a script, as the bundler writes them. */
const NAMED = /["'`(](?:\.{0,2}\/)*((?:chunks\/|assets\/)?[\w-]+\.(?:js|css))["'`)]/g;

/** Sizes of what a browser loads, in kB (1,000 bytes) after gzip. */
export async function benchSizes(extension: string): Promise<Measure[]> {
  const files = (await readdir(extension, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const read = (file: string) => readFile(join(extension, file));
  const kilobytes = async (list: Iterable<string>) => {
    let sum = 0;
    for (const file of list) sum += gzipSync(await read(file), { level: 9 }).length;
    return sum / 1000;
  };

  /** Files of the build that this one names; scripts name their neighbours without the folder. */
  async function namedIn(file: string): Promise<string[]> {
    const text = (await read(file)).toString();
    const names = [...text.matchAll(NAMED)].map(([, name = '']) => name);
    return files.filter(
      (each) => each !== file && names.some((name) => each === name || each === `chunks/${name}`),
    );
  }
  async function all(from: readonly string[], seen = new Set<string>()): Promise<Set<string>> {
    for (const file of from) {
      if (seen.has(file)) continue;
      seen.add(file);
      await all(await namedIn(file), seen);
    }
    return seen;
  }

  const start = await namedIn('sidepanel.html');
  const later = await all(start);
  return [
    { name: 'size: panel, what it loads at the start (kB gz)', value: await kilobytes(start), target: 120 },
    { name: 'size: panel, with all it may load later (kB gz)', value: await kilobytes(later), target: 120 },
    { name: 'size: worker (kB gz)', value: await kilobytes(['background.js']), target: 40 },
    {
      name: 'size: pointer script (kB gz)',
      value: await kilobytes(['content-scripts/pointer.js']),
      target: 3,
    },
  ];
}
