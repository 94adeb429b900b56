import type { Answer, Quirks, RawCollection } from '../types.ts';
import { badRequest, json, notFound, unprocessable, written } from './answers.ts';
import { altRules, presentCollection } from './collections.ts';
import type { Call, Route } from './route.ts';
import { isRecord, type Rules } from './rules.ts';

/** The documentation types every text as string; null passes only where null is the way to clear, or is ignored. */
function bodyRules(quirks: Quirks, create: boolean): Rules {
  const nullable = quirks.clearWith !== 'empty';
  return {
    ...altRules,
    name: { is: 'text', required: create },
    slug: { is: 'text', required: create },
    image: { is: 'text', nullable },
    seo: {
      is: 'object',
      nullable,
      fields: { title: { is: 'text', nullable }, description: { is: 'text', nullable } },
    },
    ...(create && quirks.createId !== 'refused'
      ? { collectionId: { is: 'text', mongo: true } as const }
      : {}),
  };
}

const tidy = (value: string, quirks: Quirks) => (quirks.stores === 'tidied' ? value.trim() : value);

/** The next value of a text that may be cleared (quirks 3 and 4). `given` undefined: the field was not sent. */
function nextText(before: string | null, given: unknown, quirks: Quirks): string | null {
  if (given === undefined) return quirks.updateMissing === 'keeps' ? before : null;
  if (given === null) return quirks.clearWith === 'null' ? null : before;
  if (given === '') return quirks.clearWith === 'empty' ? '' : before;
  return typeof given === 'string' ? tidy(given, quirks) : before;
}

function nextSeo(before: RawCollection['seo'], given: unknown, quirks: Quirks): RawCollection['seo'] {
  if (given === undefined) return quirks.updateMissing === 'keeps' ? before : null;
  if (!isRecord(given)) return quirks.clearWith === 'null' ? null : before;
  return {
    title: nextText(before?.title ?? null, given.title, quirks),
    description: nextText(before?.description ?? null, given.description, quirks),
  };
}

function changed(row: RawCollection, call: Call): RawCollection {
  const { body, quirks } = call;
  const name = typeof body.name === 'string' && body.name !== '' ? tidy(body.name, quirks) : row.name;
  const slug = typeof body.slug === 'string' && body.slug !== '' ? body.slug : row.slug;
  return {
    ...row,
    name,
    slug: quirks.stores === 'tidied' ? slug.trim().toLowerCase() : slug,
    image: nextText(row.image, body.image, quirks),
    seo: nextSeo(row.seo, body.seo, quirks),
  };
}

/** Form and uniqueness of a slug that is new to its collection. */
function slugRefusal(slug: string, own: string | undefined, call: Call): Answer | undefined {
  const { quirks } = call;
  if (quirks.oddSlug === 'refused' && !/^[\p{L}\p{N}_-]+$/u.test(slug)) {
    return unprocessable(['slug: Special Characters and spacing is not allowed']);
  }
  const taken = call.shop.collections.some((other) => other._id !== own && other.slug === slug);
  if (!taken || quirks.duplicateSlug === 'accepted') return undefined;
  return quirks.duplicateSlug === '422'
    ? unprocessable(['slug should be unique'])
    : badRequest(`Collection with slug ${slug} already exists`);
}

function create(call: Call): Answer {
  const { body, quirks, shop } = call;
  const asked = quirks.createId === 'honoured' ? body.collectionId : undefined;
  const id = typeof asked === 'string' ? asked : call.newId();
  if (shop.collections.some((other) => other._id === id)) return badRequest('Collection already exists');
  const blank = {
    _id: id,
    altId: shop.id,
    name: '',
    slug: '',
    image: null,
    seo: null,
    createdAt: new Date(call.now).toISOString(),
  };
  const row = changed(blank, call);
  const refusal = slugRefusal(row.slug, undefined, call);
  if (refusal) return refusal;
  call.history.note(shop.collections, id);
  shop.collections.push(row);
  return json(201, quirks.createBody === 'data' ? { data: presentCollection(row, quirks) } : {});
}

function update(call: Call): Answer {
  const { quirks, shop } = call;
  const index = shop.collections.findIndex((collection) => collection._id === call.id);
  const before = shop.collections[index];
  if (before === undefined) return notFound(quirks, 'Collection');
  const after = changed(before, call);
  const refusal = after.slug === before.slug ? undefined : slugRefusal(after.slug, before._id, call);
  if (refusal) return refusal;
  call.history.note(shop.collections, call.id);
  shop.collections[index] = after;
  // The documentation's own success text for an update.
  return written(quirks, 'Successfully created');
}

function remove(call: Call): Answer {
  const { quirks, shop } = call;
  const index = shop.collections.findIndex((collection) => collection._id === call.id);
  if (index === -1) return notFound(quirks, 'Collection');
  call.history.note(shop.collections, call.id);
  shop.collections.splice(index, 1);
  for (const product of shop.products) {
    if (!product.collectionIds.includes(call.id)) continue;
    call.history.note(shop.products, product._id);
    product.collectionIds = product.collectionIds.filter((id) => id !== call.id);
  }
  return written(quirks, 'Successfully deleted');
}

const common = {
  scope: 'products/collection.write',
  agency: () => false,
  location: 'altId',
} as const;
const one = /^\/products\/collections\/([^/]+)$/;

export const collectionWrites: Route[] = [
  {
    ...common,
    method: 'POST',
    path: /^\/products\/collections$/,
    query: {},
    body: (quirks) => bodyRules(quirks, true),
    run: create,
  },
  {
    ...common,
    method: 'PUT',
    path: one,
    query: {},
    body: (quirks) => bodyRules(quirks, false),
    run: update,
  },
  { ...common, method: 'DELETE', path: one, query: altRules, run: remove },
];
