import type { Collection } from '../highlevel/collection.ts';
import { type Entry, entryOf, rejudged, textOf, workOf } from './entry.ts';
import { FLAGS, type Flag, flagBit, flagBits, slugKey } from './flags.ts';
import { fold } from './fold.ts';
import { nearestLine } from './nearest.ts';
import { createOrder, type Order } from './order.ts';
import { createSlugOwners } from './slug-owners.ts';
import { createTexts, type Texts } from './texts.ts';

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
  // Made by the first order that needs it: before the first picture it would cost 15 ms and more.
  let names: Intl.Collator | undefined;
  const byName = (a: Entry, b: Entry) => {
    names ??= new Intl.Collator(locale, { numeric: true, sensitivity: 'base' });
    return names.compare(a.row.name, b.row.name) || compareIds(a, b);
  };
  const entries = new Map<string, Entry>();
  const owners = createSlugOwners();
  const texts = createTexts();
  const numbered: (Entry | undefined)[] = [];
  const freed: number[] = [];
  let numbers = 0;
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
    for (const entry of fresh) {
      entries.set(entry.row.id, entry);
      numbered[entry.number] = entry;
    }
  }

  function count(entry: Entry, by: 1 | -1) {
    for (const flag of entry.flags) counts[flag] += by;
  }

  const known = (ids: Iterable<string>): Entry[] =>
    [...ids].map((id) => entries.get(id)).filter((entry) => entry !== undefined);

  const sharers = ({ slug }: Collection): number => owners.of(slug).length;

  /** Others whose slug became taken, or free, when these slugs came or went. */
  function rejudge(slugs: ReadonlySet<string>, but: ReadonlySet<string>) {
    const ids = [...slugs].flatMap((slug) => owners.of(slug)).filter((id) => !but.has(id));
    const old = known(ids).filter(({ row, bits }) => flagBits(row, sharers(row)) !== bits);
    replace(
      old,
      old.map((entry) => rejudged(entry, sharers(entry.row))),
    );
  }

  /** A row keeps its number while it lives; one that is gone gives it to the next. */
  function enter(row: Collection): Entry {
    const number = entries.get(row.id)?.number ?? freed.pop() ?? numbers++;
    texts.set(number, textOf(row));
    return entryOf(row, number, sharers(row));
  }

  /** A row that says what it said is left alone, and so is what was drawn of it. */
  const isNew = (row: Collection) => {
    const known = entries.get(row.id)?.row;
    return known === undefined || JSON.stringify(known) !== JSON.stringify(row);
  };

  return {
    put(rows) {
      const latest = new Map(rows.map((row) => [row.id, row]));
      for (const row of latest.values()) if (!isNew(row)) latest.delete(row.id);
      const old = known(latest.keys());
      const slugs = new Set(
        [...old.map(({ row }) => row), ...latest.values()].map((row) => slugKey(row.slug)),
      );
      for (const { row } of old) owners.remove(row.id, row.slug);
      for (const row of latest.values()) owners.add(row.id, row.slug);
      replace(old, [...latest.values()].map(enter));
      rejudge(slugs, new Set(latest.keys()));
    },
    remove(ids) {
      const old = known(new Set(ids));
      for (const { row, number } of old) {
        owners.remove(row.id, row.slug);
        entries.delete(row.id);
        texts.set(number, undefined);
        numbered[number] = undefined;
        freed.push(number);
      }
      replace(old, []);
      rejudge(new Set(old.map(({ row }) => slugKey(row.slug))), new Set());
    },
    get: (id) => entries.get(id),
    size: () => entries.size,
    counts: () => ({ ...counts }),
    find(query, sort) {
      const list = orderOf(sort).all();
      const known = found.find((one) => one.list === list && isSame(one.query, query));
      if (known) return known.result;
      const result = filter(list, query, texts);
      const others = found.filter((one) => one.list === list);
      found = [{ list, query, result }, ...others].slice(0, REMEMBERED);
      return result;
    },
    slugOwner(slug, except) {
      const id = owners.of(slug).find((owner) => owner !== except);
      return id === undefined ? undefined : entries.get(id)?.row;
    },
    nearestName(text) {
      const typed = parseQuery(text).terms.join(' ');
      return numbered[nearestLine(typed, texts.all())]?.row.name;
    },
  };
}

type Found = { list: readonly Entry[]; query: Query; result: readonly Entry[] };

const isSame = (a: Query, b: Query): boolean =>
  a.flags.join() === b.flags.join() && a.terms.join('\n') === b.terms.join('\n');

function filter(list: readonly Entry[], { flags, terms }: Query, texts: Texts): readonly Entry[] {
  if (flags.length + terms.length === 0) return list;
  const bits = flags.reduce((sum, flag) => sum | flagBit(flag), 0);
  const counts = texts.count(terms);
  return list.filter((entry) => (entry.bits & bits) === bits && counts[entry.number] === terms.length);
}

const MEASURES: Record<Exclude<Sort, 'name'>, (entry: Entry) => number> = {
  newest: (entry) => entry.created,
  products: (entry) => entry.row.productCount ?? -1,
  work: workOf,
};

const compareIds = (a: Entry, b: Entry): number => (a.row.id < b.row.id ? -1 : a.row.id > b.row.id ? 1 : 0);
