import type { HighLevelError } from './errors.ts';
import { isObjectId } from './ids.ts';
import {
  asRecord,
  asText,
  badAnswer,
  belongsElsewhere,
  type Page,
  type RawRecord,
  readPage,
  unwrap,
} from './parse-answer.ts';
import type { Product } from './product.ts';
import { fail, ok, type Result } from './result.ts';

/** One product by its answer. Only `_id` and `name` are needed; the rest may be missing or strange. */
export function readProduct(body: unknown, locationId: string): Result<Product, HighLevelError> {
  const raw = unwrap(body, ['product', 'data']);
  if (raw === undefined) return badAnswer('_id');
  if (belongsElsewhere(raw, locationId)) return fail({ code: 'wrong-location' });
  const id = asText(raw._id);
  if (id === undefined || !isObjectId(id)) return badAnswer('_id');
  const name = asText(raw.name);
  if (name === undefined) return badAnswer('name');
  return ok({
    id,
    locationId,
    name,
    productType: asText(raw.productType) ?? '',
    variants: records(raw.variants).map(readVariant),
    taxes: list(raw.taxes).flatMap(readTax),
    ...texts(raw),
    ...(typeof raw.availableInStore === 'boolean' ? { availableInStore: raw.availableInStore } : {}),
    ...(typeof raw.isTaxesEnabled === 'boolean' ? { isTaxesEnabled: raw.isTaxesEnabled } : {}),
    ...readCollectionIds(raw.collectionIds),
    ...readLabel(raw.label),
    raw,
  });
}

/** A list of products; a row nobody can use is left out and still counted. */
export function readProducts(body: unknown, locationId: string): Result<Page<Product>, HighLevelError> {
  const page = readPage(body, ['products', 'data']);
  if (!page.ok) return page;
  const { raw, ...counts } = page.value;
  const rows: Product[] = [];
  for (const row of raw) {
    const product = readProduct(row, locationId);
    if (product.ok) rows.push(product.value);
    else if (product.error.code === 'wrong-location') return product;
  }
  return ok({ ...counts, rows });
}

const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const records = (value: unknown): RawRecord[] =>
  list(value)
    .map(asRecord)
    .filter((item) => item !== undefined);

const TEXTS = [
  'createdAt',
  'updatedAt',
  'description',
  'statementDescriptor',
  'image',
  'automaticTaxCategoryId',
  'slug',
] as const;

function texts(raw: RawRecord): Partial<Record<(typeof TEXTS)[number], string>> {
  const found: Partial<Record<(typeof TEXTS)[number], string>> = {};
  for (const name of TEXTS) {
    const text = asText(raw[name]);
    if (text !== undefined) found[name] = text;
  }
  return found;
}

function readVariant(raw: RawRecord): Product['variants'][number] {
  const named = (item: RawRecord) => ({
    id: asText(item.id) ?? asText(item._id) ?? '',
    name: asText(item.name) ?? '',
  });
  return { ...named(raw), options: records(raw.options).map(named) };
}

/** Ids, or whole tax objects. */
function readTax(item: unknown): Product['taxes'] {
  if (typeof item === 'string') return [{ id: item }];
  const raw = asRecord(item);
  const id = asText(raw?._id) ?? asText(raw?.id);
  if (id === undefined) return [];
  const name = asText(raw?.name);
  return [name === undefined ? { id } : { id, name }];
}

/** Absent stays absent: it never means "in no collection". */
function readCollectionIds(value: unknown): Pick<Product, 'collectionIds'> {
  if (!Array.isArray(value)) return {};
  const ids = value.map((item) => asText(item) ?? asText(asRecord(item)?._id));
  return ids.includes(undefined) ? {} : { collectionIds: ids.filter((id) => id !== undefined) };
}

function readLabel(value: unknown): Pick<Product, 'label'> {
  const raw = asRecord(value);
  const title = asText(raw?.title);
  if (title === undefined || title === '') return {};
  const startDate = asText(raw?.startDate);
  const endDate = asText(raw?.endDate);
  return {
    label: {
      title,
      ...(startDate === undefined ? {} : { startDate }),
      ...(endDate === undefined ? {} : { endDate }),
    },
  };
}
