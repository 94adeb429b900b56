import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';

const ROOT = join(import.meta.dirname, '../..');
const BIOME = join(ROOT, 'node_modules/@biomejs/biome/bin/biome');

const STANDS_ALONE = 'lib/highlevel stands alone: it imports only zod.';
const CATALOG = 'lib/catalog knows only the rooms below it (drafts → catalog → highlevel).';
const DRAFTS = 'lib/drafts knows only the rooms below it (drafts → catalog → highlevel).';
const WORKER =
  'lib/worker runs in the background alone: only entrypoints/background.ts imports it. Ask through lib/bridge.';
const CLIENT = 'Only lib/worker talks to HighLevel. Ask through lib/bridge.';
const PAGES = 'lib/panel and components run in pages: nothing in lib or the worker imports them.';
const STORES = 'Stores know nothing of components.';
const UI = 'components/ui holds no product words: of ours it imports lib/text alone.';
const DOORS = 'Entrypoints are doors: nothing imports them.';
const NO_PAGES = 'The background has no pages in it.';

/** Who, what it may not import, and the sentence that says why. */
const WRONG: [string, string, string][] = [
  ['lib/highlevel', 'zod', STANDS_ALONE],
  ['lib/highlevel', 'idb', STANDS_ALONE],
  ['lib/highlevel', 'react', STANDS_ALONE],
  ['lib/highlevel', '../catalog/flags.ts', STANDS_ALONE],
  ['lib/highlevel', '../bridge/contract.ts', STANDS_ALONE],
  ['lib/highlevel', '@/lib/text/t.ts', STANDS_ALONE],
  ['lib/catalog', '../drafts/fields.ts', CATALOG],
  ['lib/catalog', '../bridge/contract.ts', CATALOG],
  ['lib/catalog', '../text/t.ts', CATALOG],
  ['lib/catalog', '../seo/width.ts', CATALOG],
  ['lib/catalog', '@/lib/drafts/fields.ts', CATALOG],
  ['lib/catalog/deep', '../../drafts/fields.ts', CATALOG],
  ['lib/drafts', '../bridge/contract.ts', DRAFTS],
  ['lib/drafts', '../text/t.ts', DRAFTS],
  ['lib/drafts', '../seo/width.ts', DRAFTS],
  ['lib/worker', '../panel/create.ts', PAGES],
  ['lib/worker/sync', '../../../components/ui/button.tsx', PAGES],
  ['lib/worker', '../../entrypoints/background.ts', DOORS],
  ['lib/panel', '../worker/vault/vault.ts', WORKER],
  ['lib/panel', '../highlevel/client.ts', CLIENT],
  ['lib/panel', '../../components/ui/button.tsx', STORES],
  ['lib/panel', '../../entrypoints/sidepanel/main.tsx', DOORS],
  ['components/panel', '../../lib/worker/sync/sync.ts', WORKER],
  ['components/panel', '../../lib/highlevel/client.ts', CLIENT],
  ['components/panel', '../../entrypoints/sidepanel/main.tsx', DOORS],
  ['components/ui', '../panel/panel.tsx', UI],
  ['components/ui', '../../lib/panel/create.ts', UI],
  ['components/ui', '../../lib/highlevel/ids.ts', UI],
  ['components/ui', '../../lib/worker/sync/sync.ts', UI],
  ['components/ui', '@/components/panel/panel.tsx', UI],
  ['components/ui', '../../entrypoints/sidepanel/main.tsx', DOORS],
  ['entrypoints/sidepanel', '../../lib/worker/vault/vault.ts', WORKER],
  ['entrypoints/sidepanel', '../../lib/highlevel/client.ts', CLIENT],
  ['entrypoints/options', '../../lib/worker/vault/vault.ts', WORKER],
  ['entrypoints/pointer.content.ts', '../lib/worker/vault/vault.ts', WORKER],
  ['entrypoints/background.ts', '../lib/panel/create.ts', NO_PAGES],
  ['entrypoints/background.ts', '../components/ui/button.tsx', NO_PAGES],
  ['entrypoints/background.ts', '../lib/highlevel/client.ts', CLIENT],
  ...['lib/catalog', 'lib/drafts', 'lib/bridge', 'lib/text', 'lib/seo'].flatMap(
    (room): [string, string, string][] => [
      [room, '../worker/vault/vault.ts', WORKER],
      [room, '../highlevel/client.ts', CLIENT],
      [room, '../panel/create.ts', PAGES],
      [room, '../../components/ui/button.tsx', PAGES],
      [room, '../../entrypoints/background.ts', DOORS],
    ],
  ),
];

const RIGHT: [string, string][] = [
  ['lib/highlevel', 'zod/mini'],
  ['lib/highlevel', './ids.ts'],
  ['lib/catalog', 'idb'],
  ['lib/catalog', '../highlevel/collection.ts'],
  ['lib/drafts', '../catalog/flags.ts'],
  ['lib/drafts', '../highlevel/collection.ts'],
  ['lib/bridge', '../drafts/fields.ts'],
  ['lib/text', '../bridge/contract.ts'],
  ['lib/worker', '../highlevel/client.ts'],
  ['lib/worker/sync', '../../catalog/replica.ts'],
  ['lib/panel', '../bridge/call.ts'],
  ['lib/panel', '../catalog/replica.ts'],
  ['components/panel', '../ui/button.tsx'],
  ['components/panel', '../../lib/panel/create.ts'],
  ['components/ui', './icon.tsx'],
  ['components/ui', '../../lib/text/t.ts'],
  ['entrypoints/sidepanel', '../../components/panel/panel.tsx'],
  ['entrypoints/sidepanel', '../../lib/panel/create.ts'],
  ['entrypoints/background.ts', '../lib/worker/house.ts'],
];

/** Every way there is to write an import, each on one line. */
const WAYS: Record<string, (from: string, name: string) => string> = {
  import: (from, name) => `import { ${name} } from '${from}'; export const of_${name} = ${name};`,
  type: (from, name) => `import type { ${name} } from '${from}'; export type Of_${name} = ${name};`,
  export: (from, name) => `export { ${name} } from '${from}';`,
  dynamic: (from, name) => `export const later_${name} = () => import('${from}');`,
  bare: (from) => `import '${from}';`,
};

const reportSchema = z.object({
  diagnostics: z.array(
    z.object({
      category: z.string(),
      message: z.string(),
      location: z.object({ path: z.string(), start: z.object({ line: z.number() }) }),
    }),
  ),
});

/** One file per room, one case per line. */
const files = new Map<string, string[]>();
const fileOf = (room: string): string => (room.endsWith('.ts') ? room : `${room}/made.ts`);
function addLine(room: string, code: string): string {
  const file = fileOf(room);
  const lines = files.get(file) ?? [];
  files.set(file, [...lines, code]);
  return `${file}:${lines.length + 1}`;
}

const wrong = WRONG.flatMap(([room, from, message], index) =>
  Object.entries(WAYS).map(([way, code]) => ({
    title: `${room}: ${way} of ${from}`,
    place: addLine(room, code(from, `wrong${index}${way}`)),
    message,
  })),
);
const right = RIGHT.map(([room, from], index) => ({
  title: `${room}: ${from}`,
  place: addLine(room, WAYS.import!(from, `right${index}`)),
}));

const refused = new Map<string, string[]>();
let folder = '';

/** One run of the real linter, with the real rules, over all of them. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'aisle-house-'));
  const { $schema, vcs, ...rules } = JSON.parse(await readFile(join(ROOT, 'biome.json'), 'utf8'));
  const written = [['biome.json', [JSON.stringify(rules)]] as const, ...files];
  for (const [path, lines] of written) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), `${lines.join('\n')}\n`);
  }
  const args = [BIOME, 'lint', '--reporter=json', '--max-diagnostics=none', '.'];
  const report = await new Promise<string>((resolve) => {
    execFile(process.execPath, args, { cwd: folder, maxBuffer: 64_000_000 }, (_, out) => resolve(out));
  });
  for (const { category, message, location } of reportSchema.parse(JSON.parse(report)).diagnostics) {
    if (category !== 'lint/style/noRestrictedImports') continue;
    const place = `${location.path.replaceAll('\\', '/')}:${location.start.line}`;
    refused.set(place, [...(refused.get(place) ?? []), message]);
  }
}, 60_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a wrong import fails the build with the sentence that says why', () => {
  it.each(wrong)('$title', ({ place, message }) => {
    expect(refused.get(place)).toContain(message);
  });
});

describe('what the rooms may know', () => {
  it.each(right)('$title', ({ place }) => {
    expect(refused.get(place)).toBeUndefined();
  });
});
