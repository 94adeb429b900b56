import { locationOfPath, readPlace, sectionOf } from './dashboard.ts';
import { isObjectId } from './ids.ts';
import type { ProductRef } from './product.ts';
import { parseWebAddress, segmentsOf } from './web-address.ts';

/** What a text, a selection or a link turned out to hold. Only a product has a `ref`. */
export type Found =
  | { found: 'product'; ref: ProductRef; locationId?: string }
  | {
      found: 'collection' | 'payment-link' | 'course' | 'nothing';
      id?: string;
      slug?: string;
      locationId?: string;
    };

/** Sections whose 24-hex ids are never products, on the dashboard and in the links it sends to customers. */
const OTHERS =
  /^(?:invoices?|estimates?|orders?|subscriptions?|transactions?|coupons?|prices?|medias?|posts?|contacts?|documents?|widgets?|chat-widget|forms?|surveys?)$/;
/** Links looked at inside one link. */
const MOST_INSIDE = 4;
const PICTURE = /\.(?:png|jpe?g|webp|gif|avif)$/i;

const SLUG = /^[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]*$/u;

/** Whether a text can be a slug at all. A token never is, whatever it looks like: it must not leave in an address. */
export const isSlug = (text: string): boolean =>
  text.length <= 200 && SLUG.test(text) && !/^pit-/i.test(text);

/**
 * What a link is of: dashboard and storefront forms, on any host. A link that is of nothing itself may stand around
 * another one, as sheets, mails and search engines write them: that one is read, and none inside it.
 */
export function readLink(url: URL): Found {
  const own = readOwn(url);
  if (own.found !== 'nothing' || own.locationId !== undefined) return own;
  const around = [...url.searchParams.values()].filter((value) => /^https?:/i.test(value));
  for (const value of around.slice(0, MOST_INSIDE)) {
    const inner = parseWebAddress(value);
    const found = inner && readOwn(inner);
    if (found !== undefined && found.found !== 'nothing') return found;
  }
  return own;
}

function readOwn(url: URL): Found {
  const { locationId, productId, collectionId } = readPlace(url);
  const at = locationId === undefined ? {} : { locationId };
  if (productId !== undefined) return { found: 'product', ref: { kind: 'id', value: productId }, ...at };
  if (collectionId !== undefined) return { found: 'collection', id: collectionId, ...at };
  const dashboard = locationOfPath(url) !== undefined;
  const segments = dashboard ? sectionOf(url) : segmentsOf(url);
  return { ...(readPaths(segments, dashboard) ?? readQuery(url, segments)), ...at };
}

function readPaths(segments: string[], dashboard: boolean): Found | undefined {
  const paymentLink = idAfter(segments, 'payment-link') ?? idAfter(segments, 'payment-links');
  if (paymentLink !== undefined) return { found: 'payment-link', id: paymentLink };
  const product = dashboard ? '' : after(segments, 'product');
  if (product !== '') return productOf(product);
  if (segments.includes('memberships') || after(segments, 'courses') !== '') return { found: 'course' };
  if (dashboard) return { found: 'nothing' };
  const collection = after(segments, 'collections');
  if (isId(collection)) return { found: 'collection', id: collection.toLowerCase() };
  return isSlug(collection) ? { found: 'collection', slug: collection } : undefined;
}

/** Any other link that holds one id and does not say that it is of something else. */
function readQuery(url: URL, segments: string[]): Found {
  if (segments.some((segment) => OTHERS.test(segment))) return { found: 'nothing' };
  const asked = ['productId', 'product_id', 'product', 'id'].map((name) => url.searchParams.get(name) ?? '');
  const id = [...segments.map((segment) => segment.replace(PICTURE, '')), ...asked].find(isId);
  return id === undefined ? { found: 'nothing' } : productOf(id);
}

export const isId = (text: string): boolean => isObjectId(text.toLowerCase());

function productOf(segment: string): Found {
  // Links are cut and glued by hand: `yoga-mat&utm_source=…`, `yoga-mat%20`.
  const text = segment.replace(/&.*$/s, '').replace(PICTURE, '').trim();
  if (isId(text)) return { found: 'product', ref: { kind: 'id', value: text.toLowerCase() } };
  return isSlug(text) ? { found: 'product', ref: { kind: 'slug', value: text } } : { found: 'nothing' };
}

/** The part after the last `name` that has one after it; '' when there is none. */
function after(segments: string[], name: string): string {
  const index = segments.slice(0, -1).lastIndexOf(name);
  return index < 0 ? '' : (segments[index + 1] ?? '');
}

function idAfter(segments: string[], name: string): string | undefined {
  const id = after(segments, name);
  return isId(id) ? id.toLowerCase() : undefined;
}
