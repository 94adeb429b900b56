import { describe, expect, it } from 'vitest';
import type { Keep } from '../../../../lib/bridge/answers.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme, globex } = LOCATIONS;

function prepare() {
  const browser = createBrowser();
  const worker = browser.start();
  const issue = (locationId: string = acme) => browser.world.issueToken({ locationId });
  return { ...browser, ...worker, issue };
}
const asked = (token: string, keep: Keep, locationId: string = acme) => ({
  locationId,
  label: 'Acme',
  token,
  keep,
  passphrase: 'correct horse',
});

describe('two connects at once', () => {
  const ways: Keep[] = ['memory', 'device', 'passphrase'];
  const pairs = ways.flatMap((one) => ways.map((two): [Keep, Keep] => [one, two]));

  it.each(pairs)('of one location, kept by %s and by %s, leave one whole connection', async (one, two) => {
    const { connect, vault, issue, start } = prepare();
    const tokens = [issue(), issue()] as const;
    const answers = await Promise.all([
      connect.connect(asked(tokens[0], one)),
      connect.connect(asked(tokens[1], two)),
    ]);
    expect(answers.map(({ ok }) => ok)).toEqual([true, true]);
    const [connection, ...others] = await vault.list();
    expect(others).toEqual([]);
    const kept = await start().vault.token(acme);
    expect(kept.ok && kept.value.token.slice(-4)).toBe(connection?.lastFour);
    expect(connection?.state).toBe('ready');
  });

  it('with two new passphrases: one becomes the passphrase, the other is told that it is not', async () => {
    const { connect, vault, issue } = prepare();
    const answers = await Promise.all([
      connect.connect({ ...asked(issue(), 'passphrase'), passphrase: 'one' }),
      connect.connect({ ...asked(issue(globex), 'passphrase', globex), passphrase: 'two' }),
    ]);
    expect(answers.map((answer) => (answer.ok ? 'ok' : answer.error.code)).sort()).toEqual([
      'ok',
      'wrong-passphrase',
    ]);
    expect(await vault.list()).toHaveLength(1);
  });
});

describe('a token replaced', () => {
  it('keeps name and way, and drops what was learnt about the old one', async () => {
    const { connect, vault, world, issue } = prepare();
    const old = issue();
    await connect.connect(asked(old, 'device'));
    world.revokeToken(old);
    const fresh = issue();
    const answer = await connect.replace(acme, fresh);
    expect(answer).toMatchObject({ ok: true, value: { label: 'Acme', keep: 'device', state: 'ready' } });
    expect(await vault.token(acme)).toMatchObject({ ok: true, value: { token: fresh } });
  });

  it('is verified first: a bad one leaves the old one in place', async () => {
    const { connect, vault, world, issue } = prepare();
    const old = issue();
    await connect.connect(asked(old, 'device'));
    const bad = issue();
    world.revokeToken(bad);
    expect(await connect.replace(acme, bad)).toMatchObject({ error: { code: 'token-rejected' } });
    expect(await vault.list()).toMatchObject([{ state: 'ready', lastFour: old.slice(-4) }]);
  });

  it('while a request with the old one is under way: that answer says nothing about the new one', async () => {
    const { connect, clients, vault, world, issue } = prepare();
    const old = issue();
    await connect.connect(asked(old, 'device'));
    const client = await clients.clientFor(acme);
    world.revokeToken(old);
    world.fault({ path: /collections/, does: { kind: 'delay', ms: 5_000 } });
    const asking = client.ok && client.value.listCollections({ limit: 100, offset: 0 });
    const fresh = issue();
    const replaced = connect.replace(acme, fresh);
    expect(await replaced).toMatchObject({ ok: true });
    expect(await asking).toMatchObject({ error: { code: 'token-rejected' } });
    expect(await vault.list()).toMatchObject([{ state: 'ready', lastFour: fresh.slice(-4) }]);
  });

  it('is used by the next request of a client that was made before', async () => {
    const { connect, clients, world, issue } = prepare();
    await connect.connect(asked(issue(), 'memory'));
    const client = await clients.clientFor(acme);
    const fresh = issue();
    await connect.replace(acme, fresh);
    await (client.ok && client.value.listCollections({ limit: 1, offset: 0 }));
    expect(world.log.at(-1)?.tokenEnd).toBe(fresh.slice(-4));
  });

  it('never comes back for a connection that was forgotten meanwhile', async () => {
    const { connect, vault, world, issue } = prepare();
    await connect.connect(asked(issue(), 'device'));
    let forgotten: Promise<unknown> | undefined;
    const run = () => {
      forgotten = vault.forget(acme);
    };
    world.fault({ path: /collections/, does: { kind: 'meanwhile', run } });
    const replaced = await connect.replace(acme, issue());
    await forgotten;
    expect(replaced).toEqual({ ok: false, error: { code: 'not-connected' } });
    expect(await vault.list()).toEqual([]);
  });

  it('reads as one of the two at every moment while it is replaced', async () => {
    const { connect, vault, issue } = prepare();
    await connect.connect(asked(issue(), 'memory'));
    let over = false;
    const replacing = (async () => {
      for (let round = 0; round < 20; round += 1) await connect.replace(acme, issue());
      over = true;
    })();
    const seen: boolean[] = [];
    while (!over) seen.push((await vault.token(acme)).ok);
    await replacing;
    expect(seen.length).toBeGreaterThan(20);
    expect(seen).not.toContain(false);
  });
});
