import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanToken, readToken } from '../../../lib/highlevel/token.ts';
import { LOCATIONS } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';
import { runs } from '../runs.ts';

const PIT = 'pit-12345678-1234-4234-8234-123456789012';
const base64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const jwt = (claims: unknown) => `${base64url({ alg: 'RS256' })}.${base64url(claims)}.c2lnbmF0dXJl`;

describe('a token says of itself', () => {
  it.each<[string, string, object]>([
    ['a Private Integration token: nothing', PIT, { kind: 'pit' }],
    [
      'an OAuth token: its location, scopes and end',
      jwt({
        authClass: 'Location',
        authClassId: 'Loc',
        oauthMeta: { scopes: ['products.readonly'] },
        exp: 2e9,
      }),
      { kind: 'oauth', locationId: 'Loc', scopes: ['products.readonly'], expiresAt: 2e12 },
    ],
    [
      'an agency: no location',
      jwt({ authClass: 'Company', authClassId: 'Agency', oauthMeta: { scopes: [] } }),
      { kind: 'oauth-agency', scopes: [] },
    ],
    [
      'scopes as one text',
      jwt({ authClass: 'Location', oauthMeta: { scopes: 'a b' } }),
      { kind: 'oauth', scopes: ['a', 'b'] },
    ],
    [
      'strange claims: absent',
      jwt({ authClass: 'Location', authClassId: 7, oauthMeta: 'x', exp: 'soon' }),
      { kind: 'oauth' },
    ],
    ['letters beyond ASCII', jwt({ authClass: 'Location', name: 'Zoë 🧘' }), { kind: 'oauth' }],
    ['another JWT: nothing we know', jwt({ location_id: 'x' }), { kind: 'unknown' }],
    ['no JSON inside', 'a.b.c', { kind: 'unknown' }],
    ['anything', 'hello', { kind: 'unknown' }],
    ['nothing', '', { kind: 'unknown' }],
  ])('%s', (_, token, facts) => {
    expect(readToken(token)).toEqual(facts);
  });

  it('as the world issues them', () => {
    const world = createWorld({ clock: createVirtualClock() });
    const locationId = LOCATIONS.acme;
    const expiresAt = Math.ceil(world.clock.now() / 1000 + 86_400) * 1000;
    expect(readToken(world.issueToken({ locationId }))).toEqual({ kind: 'pit' });
    expect(readToken(world.issueToken({ kind: 'oauth', locationId, expiresAt }))).toMatchObject({
      kind: 'oauth',
      locationId,
      expiresAt,
    });
    expect(readToken(world.issueToken({ kind: 'oauth-agency', locationId }))).toMatchObject({
      kind: 'oauth-agency',
    });
  });

  it('without ever throwing', () => {
    const part = fc.oneof(
      fc.string(),
      fc.base64String(),
      fc.json().map((text) => Buffer.from(text).toString('base64url')),
    );
    fc.assert(
      fc.property(fc.array(part, { maxLength: 4 }), (parts) => {
        readToken(parts.join('.'));
      }),
      runs(2_000),
    );
  });
});

describe('a pasted token is freed of', () => {
  it.each([
    ['spaces', `  ${PIT} `],
    ['line breaks', `\r\n${PIT}\n`],
    ['a line break inside', `${PIT.slice(0, 20)}\n  ${PIT.slice(20)}`],
    ['quotes', `"${PIT}"`],
    ['typographic quotes', `“${PIT}”`],
    ['a leading Bearer', `Bearer ${PIT}`],
    ['a whole header', `Authorization: bearer  ${PIT}`],
    ['a quoted header and a comma', `"Bearer ${PIT}",`],
    ['zero-width characters', `\u200b${PIT.slice(0, 9)}\u200d${PIT.slice(9)}\ufeff`],
    ['no-break spaces', `\u00a0${PIT}\u00a0`],
  ])('%s', (_, text) => {
    expect(cleanToken(text)).toBe(PIT);
  });

  it('nothing else, and what is clean stays as it is', () => {
    const token = jwt({ authClass: 'Location' });
    expect(cleanToken(token)).toBe(token);
    expect(cleanToken(' \n ')).toBe('');
    expect(cleanToken('Bearer')).toBe('Bearer');
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanToken(cleanToken(text))).toBe(cleanToken(text));
      }),
      runs(1_000),
    );
  });

  it('in no time, however long', () => {
    const start = performance.now();
    cleanToken(`${'"'.repeat(100_000)}x${"'".repeat(100_000)}x`);
    expect(performance.now() - start).toBeLessThan(1_000);
  });
});
