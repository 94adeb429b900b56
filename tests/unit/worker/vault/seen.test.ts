import { describe, expect, it } from 'vitest';
import type { Result } from '../../../../lib/highlevel/result.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme } = LOCATIONS;
const fields = { name: 'X', slug: 'x', image: '', seo: { title: '', description: '' } };

async function connected(scopes?: string[]) {
  const browser = createBrowser();
  const worker = browser.start();
  const token = browser.world.issueToken({ locationId: acme, ...(scopes && { scopes }) });
  await worker.connect.connect({ locationId: acme, label: 'Acme', token, keep: 'device' });
  const client = unwrap(await worker.clients.clientFor(acme));
  browser.events.heard.length = 0;
  const now = async () => (await worker.vault.list())[0]!;
  return { ...browser, ...worker, token, client, now };
}

function unwrap<Value>(result: Result<Value, unknown>): Value {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe('rights', () => {
  it('are yes after a call that worked, no after "not authorized for this scope"', async () => {
    const { client, now, world } = await connected(['products/collection.readonly', 'products.readonly']);
    expect((await now()).rights).toEqual({
      'products/collection.readonly': 'yes',
      'products/collection.write': 'unknown',
      'products.readonly': 'unknown',
      'products.write': 'unknown',
    });
    const id = world.shops.get(acme)!.products[0]!._id;
    await client.getProduct({ kind: 'id', value: id });
    await client.createCollection({ fields });
    expect((await now()).rights).toEqual({
      'products/collection.readonly': 'yes',
      'products/collection.write': 'no',
      'products.readonly': 'yes',
      'products.write': 'unknown',
    });
  });

  it('become yes again when the integration was given the right', async () => {
    const { client, now, world } = await connected(['products/collection.readonly']);
    world.fault({
      method: 'GET',
      does: {
        kind: 'answer',
        status: 401,
        body: '{"statusCode":401,"message":"The token is not authorized for this scope."}',
      },
    });
    await client.listCollections({ limit: 1, offset: 0 });
    expect((await now()).rights['products/collection.readonly']).toBe('no');
    await client.listCollections({ limit: 1, offset: 0 });
    expect((await now()).rights['products/collection.readonly']).toBe('yes');
  });

  it('are not guessed from any other answer', async () => {
    const { client, now, world } = await connected();
    const before = (await now()).rights;
    for (const status of [400, 403, 404, 422]) {
      world.fault({ does: { kind: 'answer', status, body: '{"message":"No."}' } });
      await client.getProduct({ kind: 'id', value: 'f'.repeat(24) });
    }
    expect((await now()).rights).toEqual(before);
  });
});

describe('a token that HighLevel refuses later', () => {
  it('is rejected, told to every page, and well again by the next success', async () => {
    const { client, now, world, events } = await connected();
    world.fault({
      does: {
        kind: 'answer',
        status: 401,
        body: '{"statusCode":401,"message":"Invalid Private Integration token"}',
      },
    });
    expect(await client.listCollections({ limit: 1, offset: 0 })).toMatchObject({ ok: false });
    expect((await now()).state).toBe('rejected');
    expect(events.heard).toContainEqual({ type: 'connections' });
    await client.listCollections({ limit: 1, offset: 0 });
    expect((await now()).state).toBe('ready');
  });

  it.each([
    ['some other refusal', 401, '{"statusCode":401,"message":"Something new"}'],
    ['the firewall in front', 403, '<html>Forbidden</html>'],
    [
      'a route that is not supported',
      401,
      '{"message":"This route is not yet supported by the IAM Service."}',
    ],
    ['an agency refusal', 401, '{"message":"authClass type is not allowed"}'],
  ])('is not declared dead by %s', async (_, status, body) => {
    const { client, now, world } = await connected();
    world.fault({ does: { kind: 'answer', status, body } });
    expect(await client.updateCollection('f'.repeat(24), fields)).toMatchObject({ ok: false });
    expect((await now()).state).toBe('ready');
  });
});

describe('an OAuth token', () => {
  it('that has ended is not sent any more', async () => {
    const { connect, clients, vault, world, clock } = await connected();
    const token = world.issueToken({ kind: 'oauth', locationId: acme, expiresAt: clock.now() + 60_000 });
    await connect.replace(acme, token);
    await clock.sleep(61_000);
    const before = world.log.length;
    expect(await clients.clientFor(acme)).toEqual({ ok: false, error: { code: 'token-expired' } });
    expect(await vault.list()).toMatchObject([{ state: 'rejected' }]);
    expect(world.log).toHaveLength(before);
  });
});

describe('nothing of a token', () => {
  it('is in an error, though the server repeats it', async () => {
    const { client, token, world } = await connected();
    const body = JSON.stringify({
      message: [`name ${token} is wrong`, `Invalid: Bearer ${token}`],
      traceId: token,
      error: token,
    });
    for (const status of [400, 401, 422, 403]) {
      world.fault({ does: { kind: 'answer', status, body } });
      const answer = await client.createCollection({ fields });
      expect(answer.ok).toBe(false);
      expect(JSON.stringify(answer)).not.toContain(token);
    }
  });

  it('is in a connection, an event or the state of the vault', async () => {
    const { vault, client, events, token } = await connected();
    await client.listCollections({ limit: 1, offset: 0 });
    const said = JSON.stringify([await vault.list(), await vault.state(), events.heard]);
    expect(said).not.toContain(token.slice(0, -4));
    expect(said).toContain(token.slice(-4));
  });

  it('leaves in an address or a body, and goes nowhere but to the API', async () => {
    const { client, token, world } = await connected();
    await client.listCollections({ limit: 1, offset: 0 });
    expect(JSON.stringify(world.log.map(({ url, body }) => [url, body]))).not.toContain(token);
    expect(world.visits).toEqual([]);
  });
});

it('writes down the last use once a minute, not at every request', async () => {
  const { client, now, clock, events } = await connected();
  const first = (await now()).lastUsedAt;
  await clock.sleep(30_000);
  await client.listCollections({ limit: 1, offset: 0 });
  expect((await now()).lastUsedAt).toBe(first);
  expect(events.heard).toEqual([]);
  await clock.sleep(30_000);
  await client.listCollections({ limit: 1, offset: 0 });
  expect((await now()).lastUsedAt).toBeGreaterThan(first!);
});
