import type { Token, Tokens } from '../tokens.ts';
import { isAgency } from '../tokens.ts';
import type { Answer, Asked, Quirks, Shop } from '../types.ts';
import { forbidden, unauthorized } from './answers.ts';
import type { Route } from './route.ts';

/** The token of a request, or the refusal. A missing header and an unknown token read alike, as documented. */
export function readToken(asked: Asked, tokens: Tokens, quirks: Quirks): Token | Answer {
  const header = asked.headers.get('authorization') ?? '';
  const text = /^Bearer (\S+)$/.exec(header)?.[1];
  const token = text === undefined ? undefined : tokens.find(text);
  if (token !== undefined) return token;
  if (quirks.badToken === 'documented' || text === undefined) return unauthorized();
  if (text.startsWith('pit-')) return unauthorized('Invalid Private Integration token');
  return unauthorized(text.split('.').length === 3 ? 'Invalid JWT' : undefined);
}

export function checkVersion(asked: Asked): Answer | undefined {
  const version = asked.headers.get('version');
  if (version === null) return unauthorized('version header was not found.');
  return version === '2021-07-28' ? undefined : unauthorized('version header is invalid');
}

/** May this kind of token, with these scopes, call this route at all? */
export function checkRights(route: Route, token: Token, quirks: Quirks): Answer | undefined {
  if (isAgency(token) && !route.agency(quirks)) {
    return token.kind === 'agency'
      ? unauthorized('Forbidden resource: user type mismatch')
      : unauthorized('This authClass type is not allowed to access this scope.');
  }
  if (route.scope !== undefined && !token.scopes.includes(route.scope)) {
    return unauthorized('The token is not authorized for this scope.');
  }
  return undefined;
}

const hidden = (id: string): Shop => ({ id, name: '', collections: [], products: [] });

/** The shop a call works on, or the refusal of a location that is not the token's (quirk 18 for reads). */
export function reachShop(
  route: Route,
  token: Token,
  locationId: string,
  shops: Map<string, Shop>,
  quirks: Quirks,
): Shop | Answer {
  const shop = shops.get(locationId);
  if (shop !== undefined && (isAgency(token) || token.locationId === locationId)) return shop;
  const refusal =
    route.location === 'altId'
      ? forbidden('The token does not have access to this location.')
      : unauthorized('The resource is not accessible from this token.');
  if (route.method !== 'GET' || route.location === 'path' || quirks.foreignAltId === 'refused')
    return refusal;
  if (quirks.foreignAltId === 'empty') return hidden(locationId);
  return shops.get(token.locationId) ?? refusal;
}
