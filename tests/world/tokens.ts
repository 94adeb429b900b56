import type { Clock } from '../../lib/highlevel/clock.ts';
import type { Random } from './random.ts';
import type { TokenKind, World } from './types.ts';

export type Token = {
  kind: TokenKind;
  /** The location it was made in; for an agency token, only where it came from. */
  locationId: string;
  scopes: readonly string[];
  expiresAt: number;
};

export type Tokens = {
  issue: World['issueToken'];
  revoke: World['revokeToken'];
  /** The token, unless it is unknown, revoked or expired. */
  find(text: string): Token | undefined;
};

export const isAgency = (token: Token) => token.kind === 'agency' || token.kind === 'oauth-agency';

const SCOPES = [
  'products/collection.readonly',
  'products/collection.write',
  'products.readonly',
  'products.write',
];
const COMPANY_ID = 've9EPM428h8vShlRW1KT';
const DAY = 24 * 60 * 60 * 1000;

const segment = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** HighLevel's access token: a JWT whose claims say whose it is, what it may do and when it ends. */
function jwt(token: Token, now: number, random: Random): string {
  const company = isAgency(token);
  const claims = {
    authClass: company ? 'Company' : 'Location',
    authClassId: company ? COMPANY_ID : token.locationId,
    source: 'INTEGRATION',
    channel: 'OAUTH',
    primaryAuthClassId: company ? COMPANY_ID : token.locationId,
    oauthMeta: { scopes: token.scopes, client: random.hex(24), versionId: random.hex(24) },
    iat: Math.floor(now / 1000),
    exp: Math.floor(token.expiresAt / 1000),
  };
  const signature = Buffer.from(random.hex(128), 'hex').toString('base64url');
  return `${segment({ alg: 'RS256', typ: 'JWT' })}.${segment(claims)}.${signature}`;
}

/** A Private Integration token: `pit-` and a UUID, which says nothing. */
const pit = (random: Random) =>
  `pit-${random.hex(8)}-${random.hex(4)}-4${random.hex(3)}-a${random.hex(3)}-${random.hex(12)}`;

export function createTokens(clock: Clock, random: Random): Tokens {
  const known = new Map<string, Token>();
  return {
    issue({ kind = 'location', locationId, scopes = SCOPES, expiresAt }) {
      const now = clock.now();
      const oauth = kind === 'oauth' || kind === 'oauth-agency';
      const token = {
        kind,
        locationId,
        scopes,
        expiresAt: oauth ? (expiresAt ?? now + DAY) : Number.POSITIVE_INFINITY,
      };
      const text = oauth ? jwt(token, now, random) : pit(random);
      known.set(text, token);
      return text;
    },
    revoke: (text) => void known.delete(text),
    find(text) {
      const token = known.get(text);
      return token !== undefined && clock.now() < token.expiresAt ? token : undefined;
    },
  };
}
