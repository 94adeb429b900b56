import type { Quirks, RawCollection } from '../types.ts';
import { json, notFound } from './answers.ts';
import { type Call, page, type Route, split, text } from './route.ts';
import type { Rules } from './rules.ts';

export const altRules: Rules = {
  altId: { is: 'text', required: true },
  altType: { is: 'one-of', values: ['location'], required: true },
};

/** A collection as it leaves the service; only Create's answer is documented, so quirks shape the rest. */
export function presentCollection(row: RawCollection, quirks: Quirks): Record<string, unknown> {
  const { createdAt, ...rest } = row;
  const shown: Record<string, unknown> =
    quirks.unknownFields === 'present'
      ? { ...rest, altType: 'location', deleted: false, createdAt, __v: 0 }
      : rest;
  if (quirks.nulls === 'sent') return shown;
  const present = (value: object) =>
    Object.fromEntries(Object.entries(value).filter(([, item]) => item !== null));
  return present({ ...shown, seo: row.seo === null ? null : present(row.seo) });
}

function totalOf(count: number, quirks: Quirks): { total?: unknown } {
  if (quirks.total === 'missing') return {};
  if (quirks.total === 'object') return { total: { total: count } };
  if (quirks.total === 'list') return { total: [{ total: count }] };
  return { total: count };
}

function search({ query, seen }: Call): RawCollection[] {
  const ids = query.collectionIds === undefined ? undefined : new Set(split(query.collectionIds));
  const name = text(query.name).toLowerCase();
  // Most calls search for nothing, and a shop may be large.
  if (ids === undefined && name === '') return seen.collections;
  return seen.collections.filter(
    (row) => (ids === undefined || ids.has(row._id)) && row.name.toLowerCase().includes(name),
  );
}

function list(call: Call) {
  const { quirks, seen } = call;
  const found = search(call);
  if (found.length === 0 && quirks.emptyList === 'null-row') {
    return json(200, { data: [[null]], ...totalOf(0, quirks) });
  }
  const rows = page(found, call, 10);
  const counts = quirks.listExtras === 'both' ? call.productCounts(seen.products) : undefined;
  const data = rows.map((row) => ({
    ...presentCollection(row, quirks),
    ...(counts === undefined ? {} : { stats: { productCount: counts.get(row._id) ?? 0 } }),
  }));
  return json(200, { data, ...totalOf(found.length, quirks) });
}

function get(call: Call) {
  const row = call.seen.collections.find((collection) => collection._id === call.id);
  if (row === undefined) return notFound(call.quirks, 'Collection');
  const data = presentCollection(row, call.quirks);
  return json(200, call.quirks.wrapping === 'documented' ? { data, status: true } : data);
}

const never = () => false;

export const collectionReads: Route[] = [
  {
    method: 'GET',
    path: /^\/products\/collections$/,
    scope: 'products/collection.readonly',
    agency: never,
    location: 'altId',
    query: {
      ...altRules,
      limit: { is: 'digits' },
      offset: { is: 'digits' },
      collectionIds: { is: 'text' },
      name: { is: 'text' },
    },
    run: list,
  },
  {
    method: 'GET',
    path: /^\/products\/collections\/([^/]+)$/,
    scope: 'products/collection.readonly',
    agency: never,
    location: 'altId',
    query: { altId: { is: 'text', required: true } },
    closed: (quirks) => quirks.getCollection === 'iam',
    run: get,
  },
];
