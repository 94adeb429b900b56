import * as z from 'zod/mini';
import type { HighLevelError } from './errors.ts';
import { fail, ok, type Result } from './result.ts';

const recordSchema = z.looseObject({});
export type RawRecord = z.infer<typeof recordSchema>;

/** An object that is not a list, or undefined. */
export function asRecord(value: unknown): RawRecord | undefined {
  const parsed = recordSchema.safeParse(value);
  return parsed.success ? parsed.data : undefined;
}

/** A text; undefined for everything else, null too. */
export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** The path of what an answer lacked, in HighLevel's words. */
export const badAnswer = (field: string): { ok: false; error: HighLevelError } =>
  fail({ code: 'bad-answer', field });

/** Single objects come bare or wrapped in one of `wrappers`; bare is what has an id of its own. */
export function unwrap(body: unknown, wrappers: readonly string[]): RawRecord | undefined {
  const record = asRecord(body);
  if (record === undefined || '_id' in record) return record;
  for (const wrapper of wrappers) {
    const inner = asRecord(record[wrapper]);
    if (inner !== undefined) return inner;
  }
  return record;
}

export type Page<Row> = {
  rows: Row[];
  /** Rows in the answer, also those nobody can use: what paging counts by. */
  received: number;
  /** The server's own count, when it says one. */
  total?: number;
};

/** Reads a list under the first of `names` that is one; a row that is itself a list is looked into, once. */
export function readPage(
  body: unknown,
  names: readonly string[],
): Result<{ raw: unknown[]; received: number; total?: number }, HighLevelError> {
  const record = asRecord(body);
  const list = Array.isArray(body) ? body : names.map((name) => record?.[name]).find(Array.isArray);
  if (list === undefined) return badAnswer(names[0] ?? '');
  const raw = list.flat();
  const total = readTotal(record?.total);
  return ok({ raw, received: raw.length, ...(total === undefined ? {} : { total }) });
}

/** `total` was never captured from the real service: a number, `{total}`, `[{total}]` or nothing. */
function readTotal(value: unknown): number | undefined {
  const first = Array.isArray(value) ? value[0] : value;
  const inner = asRecord(first)?.total ?? first;
  const number = typeof inner === 'string' && /^\d+$/.test(inner) ? Number(inner) : inner;
  return typeof number === 'number' && Number.isSafeInteger(number) && number >= 0 ? number : undefined;
}

/** A row or object that says it belongs to another location tells on the token. */
export function belongsElsewhere(raw: RawRecord, locationId: string): boolean {
  return [raw.altId, raw.locationId].some((id) => typeof id === 'string' && id !== '' && id !== locationId);
}
