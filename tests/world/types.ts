import type { Clock } from '../../lib/highlevel/clock.ts';

/** Every unknown about the real service is a switch; the first value of each is the default. */
export type Quirks = {
  /** 1 */ getCollection: 'works' | 'iam';
  /** 2 */ updateBody: 'body' | 'null' | 'empty';
  /** 3 */ updateMissing: 'keeps' | 'clears';
  /** 4 */ clearWith: 'empty' | 'null' | 'never';
  /** 5 */ total: 'number' | 'object' | 'list' | 'missing';
  /** 6 */ pageCap: 100 | 10 | 20 | 50;
  /** 7 */ duplicateSlug: '422' | '400' | 'accepted';
  /** 8: ms that List and Get lag behind a write */ readLag: 0 | 1000 | 3000;
  /** 9 */ listExtras: 'both' | 'none';
  /** 10 */ productUpdate: 'merges' | 'replaces';
  /** 11 */ bulkEdit: 'products.write' | 'refused';
  /** 12 */ rateWindow: 'sliding' | 'fixed';
  /** 12 */ rateHeaders: 'present' | 'absent';
  /** 13 */ createId: 'honoured' | 'ignored' | 'refused';
  /** 14 */ notFound: 400 | 404;
  /** 15 */ unknownFields: 'present' | 'absent';
  /** 16 */ agencyProduct: 'works' | 'refused';
  /** 17 */ createBody: 'data' | 'empty';
  /** 18 */ foreignAltId: 'refused' | 'empty';
  /** An empty store's list: `[]`, or the documentation's `[[null]]`. */
  emptyList: 'empty' | 'null-row';
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
  /** In the order List answers them. Tests and "other people" change these directly. */
  collections: RawCollection[];
  products: RawProduct[];
};

/** One request as it reached the API, in order of arrival. */
export type Logged = {
  at: number;
  method: string;
  /** Path without the query. */
  path: string;
  query: Record<string, string>;
  headers: Record<string, string>;
  body: unknown;
  /** The last four characters of the token, never the whole. */
  tokenEnd: string;
  status: number | 'reset' | 'pending';
};

/** Something that goes wrong with the next `times` (default 1) requests that match. */
export type Fault = {
  method?: string;
  path?: RegExp;
  times?: number;
  does:
    | { kind: 'delay'; ms: number }
    /** The connection breaks; `applied` says whether the server did it first. */
    | { kind: 'reset'; applied: boolean }
    | { kind: 'cut'; bytes: number }
    | { kind: 'hang' }
    | { kind: 'answer'; status: number; body: string; type?: string; headers?: Record<string, string> };
};

export type TokenKind = 'location' | 'agency' | 'oauth' | 'oauth-agency';

export type World = {
  /** By location id. */
  shops: Map<string, Shop>;
  quirks: Quirks;
  log: Logged[];
  clock: Clock;
  /** Round trip of an answer in ms; 0 by default. */
  latency: number;
  /** Requests per interval and per day. */
  limits: { max: number; interval: number; daily: number };
  /** Makes a token; scopes default to all four. `expiresAt` (ms) only means something for OAuth ones. */
  issueToken(options: {
    kind?: TokenKind;
    locationId: string;
    scopes?: string[];
    expiresAt?: number;
  }): string;
  revokeToken(token: string): void;
  fault(fault: Fault): void;
  clearFaults(): void;
  /** The API without a network: same answers, same log. Network faults reject with TypeError as fetch does. */
  fetch: typeof fetch;
};

/** The three seeded locations, the same in every world. */
export const LOCATIONS = {
  acme: '3SwdhCsvxI8Au3KsPJt6',
  globex: 'Zt4mVqL81pWcXyR0aKjU',
  /** A new store: only the empty "Default" collection. */
  initech: 'pQ7eNn2BvTg5HsD9mYxC',
} as const;

export const WHITE_LABEL_HOST = 'app.northwind-agency.example';
export const STORE_HOST = 'shop.acme-fitness.example';
