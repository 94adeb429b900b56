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

/** The token itself out of what was pasted: without white space, zero-width characters, quotes or a leading "Bearer". */
export function cleanToken(text: string): string {
  return text
    .replace(/[\s\p{Cf}]+/gu, ' ')
    .replace(/^(?:[ "'`“”‘’]|authorization:|bearer )+/i, '')
    .replace(/[ "'`“”‘’,;]+$/, '')
    .replaceAll(' ', '');
}
