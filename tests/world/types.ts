import type { Clock } from '../../lib/highlevel/clock.ts';

/** Every unknown about the real service is a switch; the first value of each is the default. */
export type Quirks = {
  /** 1 */ getCollection: 'works' | 'iam';
  /** 2: what Update and Delete of a collection answer */ updateBody: 'body' | 'null' | 'empty';
  /** 3 */ updateMissing: 'keeps' | 'clears';
  /** 4: a text that cannot be cleared stays as it was; `empty` refuses null as the documentation's types do */
  clearWith: 'empty' | 'null' | 'never';
  /** 5 */ total: 'number' | 'object' | 'list' | 'missing';
  /** 6 */ pageCap: 100 | 10 | 20 | 50;
  /** 7 */ duplicateSlug: '422' | '400' | 'accepted';
  /** 8: ms that List and Get lag behind a write */ readLag: 0 | 1000 | 3000;
  /** 9 */ listExtras: 'both' | 'none';
  /** 9: whether Get product says which collections it is in */ productSets: 'said' | 'left-out';
  /** 10 */ productUpdate: 'merges' | 'replaces';
  /** 11 */ bulkEdit: 'products.write' | 'refused';
  /** 12 */ rateWindow: 'sliding' | 'fixed';
  /** 12 */ rateHeaders: 'present' | 'absent' | 'except-429';
  /** 13 */ createId: 'honoured' | 'ignored' | 'refused';
  /** 14 */ notFound: 400 | 404;
  /** 15 */ unknownFields: 'present' | 'absent';
  /** 16 */ agencyProduct: 'works' | 'refused';
  /** 17 */ createBody: 'data' | 'empty';
  /** 18: `own` answers with the rows of the token's own location, whatever was asked */
  foreignAltId: 'refused' | 'empty' | 'own';
  /** An empty list: `[]`, or the documentation's `[[null]]`. */
  emptyList: 'empty' | 'null-row';
  /** Null fields of a collection are sent as null, or left out. */
  nulls: 'sent' | 'left-out';
  /** Single objects come wrapped as documented, or the other way round. */
  wrapping: 'documented' | 'swapped';
  /** `live`: the refusal of a bad token names its kind instead of the documented sentence. */
  badToken: 'documented' | 'live';
  /** 422 comes after the token was looked at, or before. */
  checks: 'token-first' | 'fields-first';
  /** Not found says what was not found, or only "Bad Request" / "Not Found". */
  notFoundText: 'words' | 'bare';
  /** A slug with spaces or special characters. */
  oddSlug: 'refused' | 'accepted';
  /** `tidied`: texts are stored trimmed and slugs in lower case. */
  stores: 'as-sent' | 'tidied';
  /** A product's taxes: ids, or whole tax objects without being asked to expand. */
  taxes: 'ids' | 'objects';
  /** What `sendWishlistStatus=true` adds to a product. */
  wishlist: 'nothing' | 'field';
  /** What the bulk update of collections does to those a product is in. */
  bulkCollections: 'adds' | 'replaces';
  /** A 429 says Retry-After in seconds. */
  retryAfter: 'absent' | 'present';
};

export type RawCollection = {
  _id: string;
  altId: string;
  name: string;
  slug: string;
  image: string | null;
  seo: { title: string | null; description: string | null } | null;
  createdAt: string;
};

export type RawProduct = Record<string, unknown> & {
  _id: string;
  locationId: string;
  name: string;
  slug: string;
  productType: string;
  collectionIds: string[];
};

export type Shop = {
  id: string;
  name: string;
  /** In the order List answers them. Tests and "other people" change these directly, and that is seen at once. */
  collections: RawCollection[];
  products: RawProduct[];
};

/** One request as it reached the API, in order of arrival. */
export type Logged = {
  at: number;
  method: string;
  /** The whole address. */
  url: string;
  /** Path without the query. */
  path: string;
  query: Record<string, string>;
  /** As sent, but `authorization` holds only the scheme and the token's last four characters. */
  headers: Record<string, string>;
  /** Parsed when it was JSON, else the text; undefined without a body. */
  body: unknown;
  /** The last four characters of the token, never the whole. */
  tokenEnd: string;
  status: number | 'reset' | 'pending';
};

/** A request to any other simulated host: pages, pictures. Headers whole, so that a leak would be seen. */
export type Visit = {
  at: number;
  method: string;
  host: string;
  path: string;
  search: string;
  headers: Record<string, string>;
  body: string;
};

/** Something that happens to the next `times` (default 1) requests that match; each request takes the oldest one. */
export type Fault = {
  method?: string;
  path?: RegExp;
  /** Matches the query too, as `key=value&…`. */
  query?: RegExp;
  /** Lets this many matching requests pass first. */
  skip?: number;
  times?: number;
  does: /** The answer is late; with `before`, the request is carried out late as well. */
    | { kind: 'delay'; ms: number; before?: boolean }
    /** The connection breaks; `applied` says whether the server did it first. */
    | { kind: 'reset'; applied: boolean }
    /** The true answer's body breaks off after so many bytes. */
    | { kind: 'cut'; bytes: number }
    /** No answer ever comes; `applied` as with reset, default false. */
    | { kind: 'hang'; applied?: boolean }
    /** Not the API but something in front of it answers; nothing is done. `applied: true` does it first. */
    | {
        kind: 'answer';
        status: number;
        body: string;
        type?: string;
        headers?: Record<string, string>;
        applied?: boolean;
      }
    /** A read that sees the shop as it was so many ms ago. */
    | { kind: 'stale'; ms: number }
    /** Somebody else acts just before this request is carried out, or just after. */
    | { kind: 'meanwhile'; run: () => void; after?: boolean };
};

export type TokenKind = 'location' | 'agency' | 'oauth' | 'oauth-agency';

/** A request on any road: in-process, plain HTTP, or through TLS and proxy. */
export type Asked = {
  method: string;
  host: string;
  path: string;
  query: URLSearchParams;
  headers: Headers;
  body: string;
};
export type Answer = { status: number; headers: Record<string, string>; body: string | Uint8Array };
export type Outcome =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'cut'; answer: Answer; bytes: number }
  | { kind: 'reset' }
  | { kind: 'hang' };

export type World = {
  /** By location id. */
  shops: Map<string, Shop>;
  quirks: Quirks;
  log: Logged[];
  /** Requests to the other hosts. */
  visits: Visit[];
  /** Pages of a test's own: path to HTML, at https://pages.example. */
  pages: Map<string, string>;
  clock: Clock;
  /** Round trip of an answer in ms; 0 by default. A request arrives after half of it. */
  latency: number;
  /** Requests per interval and per day, for each location. */
  limits: { max: number; interval: number; daily: number };
  /** Makes a token; scopes default to the four of products and collections. `expiresAt` (ms) only means something for OAuth ones (default: in 24 h). */
  issueToken(options: {
    kind?: TokenKind;
    locationId: string;
    scopes?: string[];
    expiresAt?: number;
  }): string;
  revokeToken(token: string): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** The whole simulated internet without a network: same answers, same log. Network faults reject with TypeError as fetch does. */
  fetch: typeof fetch;
  /** What every server and `fetch` go through. */
  handle(asked: Asked): Promise<Outcome>;
};

/** The three seeded locations, the same in every world. */
export const LOCATIONS = {
  acme: '3SwdhCsvxI8Au3KsPJt6',
  globex: 'Zt4mVqL81pWcXyR0aKjU',
  /** A new store: only the empty "Default" collection. */
  initech: 'pQ7eNn2BvTg5HsD9mYxC',
} as const;

export const API_HOST = 'services.leadconnectorhq.com';
export const DASHBOARD_HOSTS = ['app.gohighlevel.com', 'app.leadconnectorhq.com', 'app.msgsndr.com'] as const;
export const WHITE_LABEL_HOST = 'app.northwind-agency.example';
export const STORE_HOST = 'shop.acme-fitness.example';
/** Pictures of products and collections. */
export const IMAGE_HOST = 'storage.example';
/** A plain page full of ids and links, as people paste them to each other. */
export const CHAT_HOST = 'chat.example';
/** Pages that a test writes itself (`world.pages`). */
export const PAGES_HOST = 'pages.example';
