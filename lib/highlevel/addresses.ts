import { type Place, readPlace } from './dashboard.ts';
import { type Found, isId, isSlug, readLink } from './link.ts';
import { parseWebAddress } from './web-address.ts';

/** HighLevel's own dashboards. Agencies show the same one under domains of their own. */
export const DASHBOARD_HOSTS: readonly string[] = [
  'app.gohighlevel.com',
  'app.leadconnectorhq.com',
  'app.msgsndr.com',
];

/** Whether a host (a URL's `host`, so that a port counts) is one of HighLevel's own, or one of `enabled`. */
export const isDashboardHost = (host: string, enabled: readonly string[] = []): boolean =>
  DASHBOARD_HOSTS.includes(host.toLowerCase()) || enabled.includes(host.toLowerCase());

/** Whether a host bears HighLevel's name without being one of its own: `app.gohighlevel.com.evil.example`. */
export const isLookAlike = (host: string): boolean =>
  /(?:gohighlevel|leadconnectorhq|msgsndr)\./i.test(host) && !isDashboardHost(host);

/**
 * Where an address is in HighLevel's dashboard; `{}` when it is in none. Looks at the path alone, as white-label
 * domains need: whether the host may be believed is `isDashboardHost`'s question. Never throws.
 */
export function readAddress(url: string): Place {
  const address = parseWebAddress(url);
  return address === undefined ? {} : readPlace(address);
}

const page = (locationId: string, path: string, origin = `https://${DASHBOARD_HOSTS[0]}`): string =>
  `${origin}/v2/location/${encodeURIComponent(locationId)}/${path}`;

/** Where a location's Private Integration tokens are made. `origin` is a white-label dashboard's. */
export const privateIntegrationsUrl = (locationId: string, origin?: string): string =>
  page(locationId, 'settings/private-integrations', origin);

/** A product's page in the dashboard. */
export const productUrl = (locationId: string, productId: string, origin?: string): string =>
  page(locationId, `payments/products/${encodeURIComponent(productId)}`, origin);

/** The list of collections: a single collection's own address is not known. */
export const collectionsUrl = (locationId: string, origin?: string): string =>
  page(locationId, 'payments/products/collections', origin);

/** Of a longer text only the beginning is read, in characters. */
const LONGEST_TEXT = 1_048_576;
/** In a longer text a hyphen does not make a slug. */
const LONGEST_PROSE = 2_000;
/** Links looked at in one text. */
const MOST_LINKS = 200;
/** No link and no slug is longer: trimming it would cost the square of its length. */
const LONGEST_WORD = 4_096;

const BETWEEN = /[\s"'`<>()[\]{}|,;«»“”‘’„‹›…]+/u;
/** Quotes and brackets as a page's source writes them. */
const WRITTEN = /&(?:quot|apos|lt|gt|nbsp|#39|#x27);/gi;
/** At most so many that looking for them stays cheap. */
const AFTER_LINK = /[.,;:!?'"`)\]}>»”’…]{1,9}$/u;
const NO_WEB_ADDRESS = /^\s*(?:javascript|vbscript|data|blob|file|about|mailto|tel):/i;
const ID_IN_TEXT = /(?<![0-9a-z])[0-9a-f]{24}(?![0-9a-z])/i;
/** What a link without its own host is read against. */
const NOWHERE = 'https://nowhere.invalid/';

/**
 * The product that a selection, a link or a pasted text speaks of: a link, a 24-hex id or a slug anywhere in it, the
 * first that can be a product. What it is instead (collection, payment link, course) is named. Never throws, and never
 * answers with what cannot be an id or a slug.
 */
export function findProductRef(text: string): Found {
  const clean = text
    .slice(0, LONGEST_TEXT)
    .replace(/\p{Cf}/gu, '')
    .trim();
  if (NO_WEB_ADDRESS.test(clean)) return { found: 'nothing' };
  // A whole address is not taken apart at its quotes and brackets, only freed of what a sentence put behind it.
  const whole = /^https?:\/\/\S+$/i.test(clean) ? parseWebAddress(clean.replace(AFTER_LINK, '')) : undefined;
  if (whole !== undefined) return readLink(whole);

  const words = clean
    .replace(WRITTEN, ' ')
    .replaceAll('\\/', '/')
    .split(BETWEEN)
    .map(trim)
    .filter((word) => word !== '');
  let other: Found | undefined;
  let links = 0;
  for (const word of words) {
    const link = word.includes('/') && links < MOST_LINKS;
    if (link) links += 1;
    const found = link ? readWordAsLink(word) : readId(word);
    if (found?.found === 'product') return found;
    if (found !== undefined && rank(found) > rank(other)) other = found;
  }
  return other ?? readSlug(words, clean.length);
}

/** Something named tells more than a location alone. */
const rank = (found: Found | undefined): number =>
  found === undefined ? 0 : found.found === 'nothing' ? 1 : 2;

/** A sentence's dots and a chat's emphasis around a word. */
function trim(word: string): string {
  return word.length > LONGEST_WORD ? word : word.replace(/^[.:!?*~=]+/, '').replace(/[.:!?*~=]+$/, '');
}

function readWordAsLink(word: string): Found | undefined {
  if (NO_WEB_ADDRESS.test(word)) return undefined;
  // `href=https://…`, but not a redirect that carries another address inside it.
  const start = /^[^/?]*?(?=https?:\/\/)/i.exec(word)?.[0].length ?? 0;
  const link = word.slice(start);
  const bare = /^[\w-]+(?:\.[\w-]+)+(?::\d+)?\//.test(link);
  const url = parseWebAddress(bare ? `https://${link}` : link, NOWHERE);
  const found = url === undefined ? undefined : readLink(url);
  return found?.found === 'nothing' && found.locationId === undefined ? undefined : found;
}

function readId(word: string): Found | undefined {
  const id = ID_IN_TEXT.exec(word)?.[0];
  return id === undefined ? undefined : { found: 'product', ref: { kind: 'id', value: id.toLowerCase() } };
}

/** One word alone may be any slug; among others only the one that has a hyphen, when it is the only such word. */
function readSlug(words: string[], length: number): Found {
  if (length > LONGEST_PROSE) return { found: 'nothing' };
  const slugs = words.map(slugIn).filter((slug) => slug !== undefined);
  const likely =
    words.length === 1 ? slugs : slugs.filter((slug) => /\p{L}/u.test(slug) && slug.includes('-'));
  const [slug, ...more] = new Set(likely);
  if (slug === undefined || more.length > 0) return { found: 'nothing' };
  return { found: 'product', ref: { kind: 'slug', value: slug } };
}

/** A slug is written small; ids of other things (UUIDs, long hex) are none. */
function slugIn(word: string): string | undefined {
  const slug = word.replace(/^(?:slug[:=])?\/?/i, '').replace(/\/$/, '');
  const otherId = /^[0-9a-f]{16,}$|^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/.test(slug);
  if (slug.length < 2 || slug !== slug.toLowerCase() || otherId || isId(slug)) return undefined;
  return isSlug(slug) ? slug : undefined;
}
