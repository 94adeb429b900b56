import type { Collection } from './collection.ts';
import type { HighLevelError } from './errors.ts';
import { isObjectId } from './ids.ts';
import {
  asRecord,
  asText,
  badAnswer,
  belongsElsewhere,
  type Page,
  readPage,
  unwrap,
} from './parse-answer.ts';
import { fail, ok, type Result } from './result.ts';

/** One collection by its row; undefined for a row nobody can use (null, or without an id). */
export function readCollection(value: unknown): Collection | undefined {
  const raw = asRecord(value);
  const id = asText(raw?._id) ?? asText(raw?.id);
  if (raw === undefined || id === undefined || !isObjectId(id)) return undefined;
  const seo = asRecord(raw.seo);
  const createdAt = readDate(raw.createdAt);
  const count = asRecord(raw.stats)?.productCount;
  return {
    id,
    name: asText(raw.name) ?? '',
    slug: asText(raw.slug) ?? '',
    image: asText(raw.image) ?? '',
    seo: { title: asText(seo?.title) ?? '', description: asText(seo?.description) ?? '' },
    ...(createdAt === undefined ? {} : { createdAt }),
    ...(typeof count === 'number' && Number.isSafeInteger(count) && count >= 0
      ? { productCount: count }
      : {}),
  };
}

/** A list answer. One row of another location makes the whole answer `wrong-location`. */
export function readCollections(body: unknown, locationId: string): Result<Page<Collection>, HighLevelError> {
  const page = readPage(body, ['data', 'collections']);
  if (!page.ok) return page;
  const { raw, ...counts } = page.value;
  if (raw.some((row) => belongsElsewhere(asRecord(row) ?? {}, locationId))) {
    return fail({ code: 'wrong-location' });
  }
  return ok({ ...counts, rows: raw.map(readCollection).filter((row) => row !== undefined) });
}

/** A single collection, which must have its id and its name: a save sends back what it lacks as empty. */
export function readOneCollection(body: unknown, locationId: string): Result<Collection, HighLevelError> {
  const raw = unwrap(body, ['data', 'collection']);
  if (raw === undefined) return badAnswer('data');
  if (belongsElsewhere(raw, locationId)) return fail({ code: 'wrong-location' });
  const collection = readCollection(raw);
  if (collection === undefined) return badAnswer('data._id');
  return typeof raw.name === 'string' ? ok(collection) : badAnswer('data.name');
}

/** ISO dates and ms both become ISO; anything else is no date. */
function readDate(value: unknown): string | undefined {
  if (typeof value !== 'string' && typeof value !== 'number') return undefined;
  const date = new Date(value);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
