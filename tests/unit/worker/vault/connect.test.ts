import { describe, expect, it } from 'vitest';
import { LOCATIONS, type Quirks, type TokenKind } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme, globex } = LOCATIONS;
const asked = { locationId: acme, label: 'Acme', keep: 'memory' } as const;
const unknown = {
  'products/collection.readonly': 'unknown',
  'products/collection.write': 'unknown',
  'products.readonly': 'unknown',
  'products.write': 'unknown',
} as const;

/** A browser in whose world the token is to be connected. */
function prepare(kind: TokenKind = 'location', quirks: Partial<Quirks> = {}, scopes?: string[]) {
  const browser = createBrowser();
  Object.assign(browser.world.quirks, quirks);
  const token = browser.world.issueToken({ kind, locationId: acme, ...(scopes && { scopes }) });
  return { ...browser, ...browser.start(), token };
}

describe('connecting', () => {
  it('reads once, and shows what that read proved', async () => {
    const { connect, vault, world, token, clock } = prepare();
    const answer = await connect.connect({ ...asked, token });
    const connection = {
      locationId: acme,
      label: 'Acme',
      lastFour: token.slice(-4),
      keep: 'memory',
      state: 'ready',
      rights: { ...unknown, 'products/collection.readonly': 'yes' },
      lookupOnly: false,
      lastUsedAt: clock.now(),
    };
    expect(answer).toEqual({ ok: true, value: connection });
    expect(await vault.list()).toEqual([connection]);
    expect(world.log.map(({ method, path, query }) => [method, path, query.limit])).toEqual([
      ['GET', '/products/collections', '1'],
    ]);
  });

  it.each([
    ['spaces and line breaks', (token: string) => `  \n${token.slice(0, 20)}\n${token.slice(20)}\t `],
    ['a leading Bearer', (token: string) => `Authorization: Bearer ${token}`],
    ['quotes', (token: string) => `"${token}"`],
    ['zero-width characters', (token: string) => `\u200b${token}\ufeff`],
  ])('takes a token pasted with %s', async (_, paste) => {
    const { connect, token } = prepare();
    const answer = await connect.connect({ ...asked, token: paste(token) });
    expect(answer).toMatchObject({ ok: true, value: { lastFour: token.slice(-4), state: 'ready' } });
  });

  it.each([
    ['nothing', '', 'token-empty'],
    ['spaces', ' \n\t ', 'token-empty'],
    ['only quotes', '""', 'token-empty'],
    ['letters no header can carry', 'pit-ÄÖÜ-世界', 'token-rejected'],
  ])('refuses %s without asking anybody', async (_, token, code) => {
    const { connect, vault, world } = prepare();
    expect(await connect.connect({ ...asked, token })).toEqual({ ok: false, error: { code } });
    expect(world.log).toEqual([]);
    expect(await vault.list()).toEqual([]);
  });

  it('refuses a JWT of another location before anything is sent', async () => {
    const { connect, world } = prepare();
    const token = world.issueToken({ kind: 'oauth', locationId: globex });
    expect(await connect.connect({ ...asked, token })).toEqual({
      ok: false,
      error: { code: 'wrong-location' },
    });
    expect(world.log).toEqual([]);
  });

  it('refuses a JWT that has ended before anything is sent', async () => {
    const { connect, world, clock } = prepare();
    const token = world.issueToken({ kind: 'oauth', locationId: acme, expiresAt: clock.now() - 1_000 });
    expect(await connect.connect({ ...asked, token })).toEqual({
      ok: false,
      error: { code: 'token-expired' },
    });
    expect(world.log).toEqual([]);
  });

  it('reads rights and expiry from the claims of a JWT', async () => {
    const scopes = ['products/collection.readonly', 'products.readonly'];
    const { connect, world, clock } = prepare();
    const expiresAt = Math.ceil(clock.now() / 1000) * 1000 + 3_600_000;
    const token = world.issueToken({ kind: 'oauth', locationId: acme, scopes, expiresAt });
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: true,
      value: {
        expiresAt,
        rights: {
          'products/collection.readonly': 'yes',
          'products/collection.write': 'no',
          'products.readonly': 'yes',
          'products.write': 'no',
        },
      },
    });
  });

  it('keeps nothing of a token that HighLevel refuses', async () => {
    const { connect, vault, world, token, session } = prepare();
    world.revokeToken(token);
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: false,
      error: { code: 'token-rejected' },
    });
    expect(await vault.list()).toEqual([]);
    expect(JSON.stringify([...session.items])).not.toContain(token);
  });

  it('takes a token that may only look products up, and knows which right it lacks', async () => {
    const { connect, token } = prepare('location', {}, ['products.readonly']);
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: true,
      value: {
        state: 'ready',
        lookupOnly: false,
        rights: { ...unknown, 'products/collection.readonly': 'no', 'products.readonly': 'yes' },
      },
    });
  });

  it('names the scope when the token may read nothing at all', async () => {
    const { connect, token } = prepare('location', {}, ['products/collection.write']);
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: false,
      error: { code: 'scope-missing', scope: 'products/collection.readonly' },
    });
  });

  it.each(['agency', 'oauth-agency'] as const)('takes an %s token as lookup only', async (kind) => {
    const { connect, token } = prepare(kind);
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: true,
      value: { lookupOnly: true, rights: { 'products/collection.readonly': 'no' } },
    });
  });

  it('refuses an agency token where it may not even look products up', async () => {
    const { connect, token } = prepare('agency', { agencyProduct: 'refused' });
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: false,
      error: { code: 'agency-token' },
    });
  });

  it('names a location without a name by its own, when the token may read it', async () => {
    const { connect, world, token } = prepare();
    world.shops.get(acme)!.collections = [];
    const answer = await connect.connect({ ...asked, label: ' ', token });
    expect(answer).toMatchObject({ ok: true, value: { label: acme } });
  });
});

describe('a token of another location', () => {
  it.each(['refused', 'own'] as const)(
    'is refused where HighLevel answers foreign reads: %s',
    async (foreignAltId) => {
      const { connect, world } = prepare('location', { foreignAltId });
      const token = world.issueToken({ locationId: globex });
      expect(await connect.connect({ ...asked, token })).toMatchObject({
        ok: false,
        error: { code: 'wrong-location' },
      });
    },
  );

  it('is never claimed to be right where HighLevel answers an empty list', async () => {
    const { connect, world } = prepare('location', { foreignAltId: 'empty' });
    const token = world.issueToken({ locationId: globex });
    const answer = await connect.connect({ ...asked, token });
    if (answer.ok) expect(answer.value).toMatchObject({ unproven: true, rights: unknown });
    else expect(answer.error.code).toBe('wrong-location');
  });

  it('an empty store is taken as unproven, until an answer shows whose it is', async () => {
    const { connect, clients, vault, world, token } = prepare();
    const shop = world.shops.get(acme)!;
    const { collections, products } = shop;
    Object.assign(shop, { collections: [], products: [] });
    expect(await connect.connect({ ...asked, token })).toMatchObject({
      ok: true,
      value: { unproven: true, rights: unknown },
    });
    Object.assign(shop, { collections, products });
    const client = await clients.clientFor(acme);
    await (client.ok && client.value.listCollections({ limit: 1, offset: 0 }));
    const [now] = await vault.list();
    expect(now).not.toHaveProperty('unproven');
    expect(now?.rights['products/collection.readonly']).toBe('yes');
  });
});
