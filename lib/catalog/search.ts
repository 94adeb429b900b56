import type { Collection } from '../highlevel/collection.ts';
import { type Entry, entryOf, rejudged, workOf } from './entry.ts';
import { FLAGS, type Flag, flagBit, flagBits, slugKey } from './flags.ts';
import { fold } from './fold.ts';
import { nearestLine } from './nearest.ts';
import { createOrder, type Order } from './order.ts';

export type { Entry };

/** Results kept while someone types: the letters of a word. */
const REMEMBERED = 8;

/** `work`: most flags first. */
export const SORTS = ['name', 'newest', 'products', 'work'] as const;
export type Sort = (typeof SORTS)[number];

/** What was typed, taken apart: every flag and every folded term must hold. */
export type Query = { flags: readonly Flag[]; terms: readonly string[] };

export type Search = {
  /** Adds rows, or puts new versions in place of old ones. */
  put(rows: readonly Collection[]): void;
  remove(ids: readonly string[]): void;
  get(id: string): Entry | undefined;
  size(): number;
  /** The matching rows in order; the same array as long as nothing changed. */
  find(query: Query, sort: Sort): readonly Entry[];
  /** How many rows of the whole location have each flag. */
  counts(): Readonly<Record<Flag, number>>;
  /** Another collection than `except` that has this slug. */
  slugOwner(slug: string, except?: string): Collection | undefined;
  /** The existing name nearest to what was typed, for when nothing matches. */
  nearestName(text: string): string | undefined;
};

const isFlag = (text: string): text is Flag => FLAGS.some((flag) => flag === text);

/** `is:no-seo yoga` → flag no-seo, term yoga. An `is:` that names no flag is searched for as it stands. */
export function parseQuery(text: string): Query {
  const words = fold(text).split(/\s+/).filter(Boolean);
  const flags = words.filter((word) => word.startsWith('is:')).map((word) => word.slice(3));
  return {
    flags: FLAGS.filter((flag) => flags.includes(flag)),
    terms: words.filter((word) => !(word.startsWith('is:') && isFlag(word.slice(3)))),
  };
}

/** The query with one flag more, or less: what a filter chip does to the words in the field. */
export function toggleFlag(text: string, flag: Flag): string {
  const words = text.split(/\s+/).filter(Boolean);
  const without = words.filter((word) => word.toLowerCase() !== `is:${flag}`);
  return (without.length < words.length ? without : [`is:${flag}`, ...words]).join(' ');
}

/** Search over one location's rows. `locale` decides the order of names; the browser's own when absent. */
export function createSearch(locale?: string): Search {
  const names = new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
  const byName = (a: Entry, b: Entry) => names.compare(a.row.name, b.row.name) || compareIds(a, b);
  const entries = new Map<string, Entry>();
  const owners = new Map<string, string[]>();
  const counts = { slug: 0, empty: 0, 'no-image': 0, 'no-seo': 0 } satisfies Record<Flag, number>;
  const named = createOrder(byName);
  const orders = new Map<Sort, Order<Entry>>([['name', named]]);
  let found: readonly Found[] = [];

  /** The other orders are made when first asked for: a stable sort by one number of what is sorted by name. */
  function orderOf(sort: Sort): Order<Entry> {
    const made = orders.get(sort);
    if (made || sort === 'name') return made ?? named;
    const measure = MEASURES[sort];
    const all = [...named.all()].sort((a, b) => measure(b) - measure(a));
    const order = createOrder<Entry>((a, b) => measure(b) - measure(a) || byName(a, b), all);
    orders.set(sort, order);
    return order;
  }

  function replace(old: readonly Entry[], fresh: readonly Entry[]) {
    for (const order of orders.values()) order.replace(old, fresh);
    for (const entry of old) count(entry, -1);
    for (const entry of fresh) count(entry, 1);
    for (const entry of fresh) entries.set(entry.row.id, entry);
  }

  function count(entry: Entry, by: 1 | -1) {
    for (const flag of entry.flags) counts[flag] += by;
  }

  const known = (ids: Iterable<string>): Entry[] =>
    [...ids].map((id) => entries.get(id)).filter((entry) => entry !== undefined);

  const sharers = (slug: string): number => owners.get(slugKey(slug))?.length ?? 0;

  /** Others whose slug became taken, or free, when these slugs came or went. */
  function rejudge(slugs: ReadonlySet<string>, but: ReadonlySet<string>) {
    const ids = [...slugs].flatMap((slug) => owners.get(slug) ?? []).filter((id) => !but.has(id));
    const old = known(ids).filter(({ row, bits }) => flagBits(row, sharers(row.slug)) !== bits);
    replace(
      old,
      old.map((entry) => rejudged(entry, sharers(entry.row.slug))),
    );
  }

  function disown({ row }: Entry) {
    const key = slugKey(row.slug);
    const left = (owners.get(key) ?? []).filter((id) => id !== row.id);
    if (left.length > 0) owners.set(key, left);
    else owners.delete(key);
  }

  /** A missing slug is shared with nobody. */
  function own({ id, slug }: Collection) {
    const key = slugKey(slug);
    const sharing = owners.get(key);
    if (sharing) sharing.push(id);
    else if (key !== '') owners.set(key, [id]);
  }

  return {
    put(rows) {
      const latest = new Map(rows.map((row) => [row.id, row]));
      const old = known(latest.keys());
      const slugs = new Set(
        [...old.map(({ row }) => row), ...latest.values()].map((row) => slugKey(row.slug)),
      );
      for (const entry of old) disown(entry);
      for (const row of latest.values()) own(row);
      replace(
        old,
        [...latest.values()].map((row) => entryOf(row, sharers(row.slug))),
      );
      rejudge(slugs, new Set(latest.keys()));
    },
    remove(ids) {
      const old = known(new Set(ids));
      for (const entry of old) {
        disown(entry);
        entries.delete(entry.row.id);
      }
      replace(old, []);
      rejudge(new Set(old.map(({ row }) => slugKey(row.slug))), new Set());
    },
    get: (id) => entries.get(id),
    size: () => entries.size,
    counts: () => ({ ...counts }),
    find(query, sort) {
      const list = orderOf(sort).all();
      const narrowed = narrow(list, query, found);
      found = [narrowed, ...found.filter((one) => one.list === list && one !== narrowed)].slice(
        0,
        REMEMBERED,
      );
      return narrowed.result;
    },
    slugOwner(slug, except) {
      const id = owners.get(slugKey(slug))?.find((owner) => owner !== except);
      return id === undefined ? undefined : entries.get(id)?.row;
    },
    nearestName(text) {
      const all = named.all();
      const typed = parseQuery(text).terms.join(' ');
      return all[nearestLine(typed, haystacks(all))]?.row.name;
    },
  };
}

type Found = { list: readonly Entry[]; query: Query; result: readonly Entry[] };

/** Typing one more letter looks only through what the letters before it left; taking it back looks nowhere. */
function narrow(list: readonly Entry[], query: Query, found: readonly Found[]): Found {
  const wider = found.filter((one) => one.list === list && isNarrower(query, one.query));
  const same = wider.find((one) => isNarrower(one.query, query));
  if (same) return same;
  const least = wider.reduce((a, { result }) => (result.length < a.length ? result : a), list);
  const bits = query.flags.reduce((sum, flag) => sum | flagBit(flag), 0);
  const flagged = bits === 0 ? least : least.filter((entry) => (entry.bits & bits) === bits);
  const left = query.terms.reduce(
    (rest, term) => rest.filter((entry) => entry.haystack.includes(term)),
    flagged,
  );
  return { list, query, result: left.length < least.length ? left : least };
}

const isNarrower = (query: Query, last: Query): boolean =>
  last.flags.every((flag) => query.flags.includes(flag)) &&
  last.terms.every((term) => query.terms.some((longer) => longer.includes(term)));

const MEASURES: Record<Exclude<Sort, 'name'>, (entry: Entry) => number> = {
  newest: (entry) => entry.created,
  products: (entry) => entry.row.productCount ?? -1,
  work: workOf,
};

const compareIds = (a: Entry, b: Entry): number => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0);

function* haystacks(entries: readonly Entry[]): Generator<string> {
  for (const { haystack } of entries) yield haystack;
}
