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

/** Everything a person does with the list, over `size` rows. Times in ms. */
function measure(size: number) {
  const rows = rowsOf(size);
  // A first round so that the engine has compiled what it will compile.
  for (let round = 0; ; round++) {
    const search = createSearch('en');
    const chunks: number[] = [];
    for (let from = 0; from < rows.length; from += CHUNK) {
      chunks.push(timed(() => search.put(rows.slice(from, from + CHUNK))));
    }
    const sorts = SORTS.map((sort) => timed(() => search.find(parseQuery(''), sort)));
    const keys: number[] = [];
    const offers: number[] = [];
    for (const typed of TYPED) {
      const lengths = Array.from(typed, (_, index) => index + 1);
      for (const length of [...lengths, ...lengths.toReversed()]) {
        const text = typed.slice(0, length);
        let found = 0;
        keys.push(
          timed(() => {
            found = search.find(parseQuery(text), 'name').length;
          }),
        );
        if (found === 0) offers.push(timed(() => search.nearestName(text)));
      }
    }
    const renamed = rows.slice(0, CHUNK).map((row) => ({ ...row, name: `${row.name} (new)` }));
    const change = timed(() => search.put(renamed));
    if (round > 0) {
      const offer = Math.max(...offers);
      return { load: Math.max(...chunks.slice(5)), sort: Math.max(...sorts), key: p95(keys), offer, change };
    }
  }
}

/** A location's rows in memory: how long each thing takes that a person waits for. */
export async function benchSearch(): Promise<{ name: string; value: number; target: number }[]> {
  return [10_000, 50_000].flatMap((size) => {
    const { load, sort, key, offer, change } = measure(size);
    const of = (what: string) => `search, ${size.toLocaleString('en')} rows: ${what} (ms)`;
    return [
      { name: of('keystroke, p95'), value: key, target: size > 10_000 ? 12 : 5 },
      { name: of('a name is offered, worst'), value: offer, target: 50 },
      { name: of('another order, worst'), value: sort, target: 50 },
      { name: of('one chunk more, worst'), value: load, target: 50 },
      { name: of('a hundred rows changed'), value: change, target: 50 },
    ];
  });
}

if (import.meta.main) console.table(await benchSearch());
