import { createSearch, parseQuery, SORTS } from '../../lib/catalog/search.ts';
import type { Collection } from '../../lib/highlevel/collection.ts';
import { readCollection } from '../../lib/highlevel/parse-collection.ts';
import { LOCATIONS } from '../world/types.ts';
import { createWorld } from '../world/world.ts';

const CHUNK = 100;
/** Typed letter by letter, taken back letter by letter. The last ones match nothing, so that a name is offered. */
const TYPED = [
  'yoga mats',
  'is:no-seo women',
  'is:no-image is:empty',
  'crème',
  'free delivery',
  'a',
  'kettel',
  'wniter bakcpacks',
];

function rowsOf(size: number): Collection[] {
  const world = createWorld({ sizes: { acme: size, globex: 1 } });
  const raw = world.shops.get(LOCATIONS.acme)?.collections ?? [];
  return raw.flatMap((row) => readCollection({ ...row, stats: { productCount: row.name.length % 7 } }) ?? []);
}

function timed(work: () => void): number {
  const began = performance.now();
  work();
  return performance.now() - began;
}

const p95 = (times: number[]): number => times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] ?? 0;

type Times = { load: number[]; sort: number[]; key: number[]; offer: number[]; change: number[] };

/** Everything a person does with the list, once. Times in ms. */
function use(rows: readonly Collection[]): Times {
  const search = createSearch('en');
  const times: Times = { load: [], sort: [], key: [], offer: [], change: [] };
  for (let from = 0; from < rows.length; from += CHUNK) {
    times.load.push(timed(() => search.put(rows.slice(from, from + CHUNK))));
  }
  for (const sort of SORTS) times.sort.push(timed(() => search.find(parseQuery(''), sort)));
  for (const typed of TYPED) {
    const lengths = Array.from(typed, (_, index) => index + 1);
    for (const length of [...lengths, ...lengths.toReversed()]) {
      const text = typed.slice(0, length);
      let found = 0;
      const find = () => {
        found = search.find(parseQuery(text), 'name').length;
      };
      times.key.push(timed(find));
      if (found === 0) times.offer.push(timed(() => search.nearestName(text)));
    }
  }
  const renamed = rows.slice(0, CHUNK).map((row) => ({ ...row, name: `${row.name} (new)` }));
  times.change.push(timed(() => search.put(renamed)));
  return times;
}

/** Three times the same, after one that is not counted; each step at its quickest, as other work on the machine is not ours. */
function measure(size: number): Times {
  const rows = rowsOf(size);
  use(rows);
  const runs = [use(rows), use(rows), use(rows)];
  const quickest = (of: keyof Times) =>
    (runs[0]?.[of] ?? []).map((_, step) => Math.min(...runs.map((run) => run[of][step] ?? 0)));
  return {
    load: quickest('load'),
    sort: quickest('sort'),
    key: quickest('key'),
    offer: quickest('offer'),
    change: quickest('change'),
  };
}

/** A location's rows in memory: how long each thing takes that a person waits for. */
export async function benchSearch(): Promise<{ name: string; value: number; target: number }[]> {
  return [10_000, 50_000].flatMap((size) => {
    const { load, sort, key, offer, change } = measure(size);
    const of = (what: string) => `search, ${size.toLocaleString('en')} rows: ${what} (ms)`;
    return [
      { name: of('keystroke, p95'), value: p95(key), target: size > 10_000 ? 12 : 5 },
      { name: of('a name is offered, worst'), value: Math.max(...offer), target: 50 },
      { name: of('another order, worst'), value: Math.max(...sort), target: 50 },
      { name: of('one chunk more, worst'), value: Math.max(...load), target: 50 },
      { name: of('a hundred rows changed'), value: Math.max(...change), target: 50 },
    ];
  });
}

if (import.meta.main) console.table(await benchSearch());
