import type { Clock } from '../../../lib/highlevel/clock.ts';
import type { History } from '../history.ts';
import type { RateLimit } from '../rate-limit.ts';
import type { Tokens } from '../tokens.ts';
import { isAgency } from '../tokens.ts';
import type { Answer, Asked, Quirks, Shop } from '../types.ts';
import { badRequest, iamUnsupported, noRoute, tooMany, unprocessable } from './answers.ts';
import { collectionWrites } from './collection-writes.ts';
import { collectionReads } from './collections.ts';
import { checkRights, checkVersion, reachShop, readToken } from './gate.ts';
import { locations } from './locations.ts';
import { createProductCounts } from './product-counts.ts';
import { productWrites } from './product-writes.ts';
import { productReads } from './products.ts';
import { type Call, type Route, text } from './route.ts';
import { isRecord, problems } from './rules.ts';

const ROUTES: Route[] = [
  ...collectionReads,
  ...collectionWrites,
  ...productWrites,
  ...productReads,
  ...locations,
];

export type ApiParts = {
  shops: Map<string, Shop>;
  quirks: Quirks;
  clock: Clock;
  tokens: Tokens;
  rateLimit: RateLimit;
  history: History;
  newId(): string;
};

/** A name asked twice is a list, `name[]` always is: as the service's query parser has it. */
function readQuery(asked: Asked): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const key of new Set(asked.query.keys())) {
    const values = asked.query.getAll(key);
    const isList = key.endsWith('[]');
    query[isList ? key.slice(0, -2) : key] = isList || values.length > 1 ? values : values[0];
  }
  return query;
}

/** Without a JSON content type a body is not read, so that its fields are missing. */
function readBody(asked: Asked): { fields: Record<string, unknown>; refusal?: Answer } {
  const isJson = /^application\/json\b/i.test(asked.headers.get('content-type') ?? '');
  if (!isJson || asked.body === '') return { fields: {} };
  try {
    const body: unknown = JSON.parse(asked.body);
    if (isRecord(body)) return { fields: body };
    return { fields: {}, refusal: badRequest('Body must be an object') };
  } catch (error) {
    return { fields: {}, refusal: badRequest(error instanceof Error ? error.message : undefined) };
  }
}

/** The service, unlike the gateway in front of it, may put a trace into what it says. */
function traced(answer: Answer, traceId: string): Answer {
  if (typeof answer.body !== 'string' || !answer.body.startsWith('{')) return answer;
  const body: unknown = JSON.parse(answer.body);
  return isRecord(body) ? { ...answer, body: JSON.stringify({ ...body, traceId }) } : answer;
}

const isAnswer = (value: object): value is Answer => 'status' in value && 'headers' in value;

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** HighLevel's API: one request in, one answer out, at once. `age`: how many ms old the lists are that a read sees. */
export function createApi(parts: ApiParts): (asked: Asked, age?: number) => Answer {
  const { shops, quirks, clock, tokens, rateLimit, history, newId } = parts;
  const countsOf = new WeakMap<Shop, Call['productCounts']>();

  /** What the gateway in front of the service says no with. */
  function gateway(route: Route, asked: Asked, locationId: string, headers: Record<string, string>) {
    const token = readToken(asked, tokens, quirks);
    if (isAnswer(token)) return token;
    const version = checkVersion(asked);
    if (version) return version;
    const verdict = rateLimit.take(isAgency(token) ? locationId : token.locationId);
    Object.assign(headers, verdict.headers);
    if (verdict.refused) return tooMany(verdict.refused === 'daily');
    return route.closed?.(quirks) ? iamUnsupported() : token;
  }

  function fieldsRefusal(route: Route, query: Record<string, unknown>, body: Record<string, unknown>) {
    const wrong = problems(route.query, query);
    if (route.body) wrong.push(...problems(route.body(quirks), body));
    return wrong.length > 0 ? unprocessable(wrong) : undefined;
  }

  function answerOf(route: Route, asked: Asked, age: number, headers: Record<string, string>): Answer {
    const query = readQuery(asked);
    const { fields: body, refusal: unreadable } = readBody(asked);
    const invalid = unreadable ?? fieldsRefusal(route, query, body);
    if (invalid && quirks.checks === 'fields-first') return invalid;
    const id = decode(route.path.exec(asked.path)?.[1] ?? '');
    const locationId = route.location === 'path' ? id : text({ ...query, ...body }[route.location]);
    const token = gateway(route, asked, locationId, headers);
    if (isAnswer(token)) return token;
    const refusal = invalid ?? checkRights(route, token, quirks);
    if (refusal) return refusal;
    const shop = reachShop(route, token, locationId, shops, quirks);
    if (isAnswer(shop)) return shop;
    const seen = {
      collections: history.view(shop.collections, age),
      products: history.view(shop.products, age),
    };
    const productCounts = countsOf.get(shop) ?? createProductCounts();
    countsOf.set(shop, productCounts);
    const now = clock.now();
    const answer = route.run({ quirks, shop, id, query, body, seen, history, productCounts, now, newId });
    return quirks.unknownFields === 'present' ? traced(answer, newId()) : answer;
  }

  return (asked, age = quirks.readLag) => {
    const route = ROUTES.find((one) => one.method === asked.method && one.path.test(asked.path));
    if (route === undefined) return noRoute(asked.method, asked.path);
    const headers: Record<string, string> = {};
    const answer = answerOf(route, asked, age, headers);
    return { ...answer, headers: { ...answer.headers, ...headers } };
  };
}
