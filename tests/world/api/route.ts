import type { History } from '../history.ts';
import type { Answer, Quirks, RawCollection, RawProduct, Shop } from '../types.ts';
import type { Rules } from './rules.ts';

/** A request that has passed every check. */
export type Call = {
  quirks: Quirks;
  shop: Shop;
  /** What the path names, decoded; '' for a list. */
  id: string;
  query: Record<string, unknown>;
  body: Record<string, unknown>;
  /** The lists as a read sees them, which may be a while ago. */
  seen: { collections: RawCollection[]; products: RawProduct[] };
  history: History;
  productCounts(products: RawProduct[]): Map<string, number>;
  now: number;
  newId(): string;
};

export type Route = {
  method: string;
  /** Its first group is the id. */
  path: RegExp;
  scope?: string;
  /** Whether an agency token may. */
  agency: (quirks: Quirks) => boolean;
  /** Where the location is named, and so how its refusal is worded. */
  location: 'altId' | 'locationId' | 'path';
  query: Rules;
  body?: (quirks: Quirks) => Rules;
  /** The gateway does not know this route. */
  closed?: (quirks: Quirks) => boolean;
  run(call: Call): Answer;
};

export const text = (value: unknown): string => (typeof value === 'string' ? value : '');
export const texts = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
/** A comma separated list, as ids are asked for. */
export const split = (value: unknown): string[] =>
  text(value)
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');

/** `limit` 0 or absent is the documentation's default; the cap is nobody's to know. */
export function page<Row>(rows: Row[], call: Call, byDefault: number): Row[] {
  const asked = Number(text(call.query.limit)) || byDefault;
  const offset = Number(text(call.query.offset));
  return rows.slice(offset, offset + Math.min(asked, call.quirks.pageCap));
}
