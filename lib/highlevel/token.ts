import * as z from 'zod/mini';

/** What a token says of itself, which HighLevel may not agree with. A Private Integration token says nothing. */
export type TokenFacts = {
  kind: 'pit' | 'oauth' | 'oauth-agency' | 'unknown';
  locationId?: string;
  scopes?: string[];
  /** ms since the epoch */
  expiresAt?: number;
};

const claimsSchema = z.object({
  authClass: z.enum(['Location', 'Company']),
  authClassId: z.catch(z.optional(z.string()), undefined),
  oauthMeta: z.catch(
    z.optional(z.object({ scopes: z.optional(z.union([z.array(z.string()), z.string()])) })),
    undefined,
  ),
  exp: z.catch(z.optional(z.number()), undefined),
});

/** Reads kind, location, scopes and expiry from a token's own shape and claims. Never throws, never rejects a token. */
export function readToken(text: string): TokenFacts {
  if (/^pit-/i.test(text)) return { kind: 'pit' };
  const claims = claimsSchema.safeParse(readClaims(text));
  if (!claims.success) return { kind: 'unknown' };
  const { authClass, authClassId, oauthMeta, exp } = claims.data;
  const listed = oauthMeta?.scopes;
  const scopes = typeof listed === 'string' ? listed.split(/\s+/).filter((scope) => scope !== '') : listed;
  return {
    kind: authClass === 'Location' ? 'oauth' : 'oauth-agency',
    ...(authClass === 'Location' && authClassId !== undefined && authClassId !== ''
      ? { locationId: authClassId }
      : {}),
    ...(scopes === undefined ? {} : { scopes }),
    ...(exp === undefined || exp <= 0 ? {} : { expiresAt: exp * 1000 }),
  };
}

/** The payload of a JWT, unverified: only HighLevel can verify it. */
function readClaims(text: string): unknown {
  const parts = text.split('.', 4);
  if (parts.length !== 3 || text.length > 10_000) return undefined;
  try {
    const binary = atob((parts[1] ?? '').replaceAll('-', '+').replaceAll('_', '/'));
    return JSON.parse(new TextDecoder().decode(Uint8Array.from(binary, (char) => char.charCodeAt(0))));
  } catch {
    return undefined;
  }
}

const QUOTES = '"\'`“”‘’,;';
/** No token is longer, and a whole page pasted by mistake must not keep anyone waiting. */
const LONGEST = 20_000;

/** The token itself out of what was pasted: without white space, zero-width characters, quotes or a leading "Bearer". */
export function cleanToken(text: string): string {
  const words = text
    .slice(0, LONGEST)
    .replace(/\p{Cf}/gu, '')
    .split(/\s+/)
    .map(unquote);
  const start = words.findIndex((word) => !/^(?:authorization:|bearer|)$/i.test(word));
  return unquote((start < 0 ? words : words.slice(start)).join(''));
}

function unquote(word: string): string {
  let start = 0;
  let end = word.length;
  while (start < end && QUOTES.includes(word.charAt(start))) start += 1;
  while (end > start && QUOTES.includes(word.charAt(end - 1))) end -= 1;
  return word.slice(start, end);
}
