import { describe, expect, it } from 'vitest';
import { ROUNDS } from '../../../../lib/worker/vault/passphrase.ts';
import { createVaultStore } from '../../../../lib/worker/vault/store.ts';
import { LOCK_ALARM } from '../../../../lib/worker/vault/unlocked.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme, globex } = LOCATIONS;
const passphrase = 'correct horse';
const minute = 60_000;

async function behindPassphrase() {
  const browser = createBrowser();
  const worker = browser.start();
  const token = browser.world.issueToken({ locationId: acme });
  const asked = { locationId: acme, label: 'Acme', token, keep: 'passphrase' } as const;
  await worker.connect.connect({ ...asked, passphrase });
  return { ...browser, ...worker, token, asked };
}

describe('a passphrase', () => {
  it('is asked for before anything is sent, when there is none yet', async () => {
    const browser = createBrowser();
    const { connect } = browser.start();
    const token = browser.world.issueToken({ locationId: acme });
    const asked = { locationId: acme, label: '', token, keep: 'passphrase' } as const;
    for (const missing of [undefined, '']) {
      const answer = await connect.connect({
        ...asked,
        ...(missing !== undefined && { passphrase: missing }),
      });
      expect(answer).toEqual({ ok: false, error: { code: 'passphrase-needed' } });
    }
    expect(browser.world.log).toEqual([]);
  });

  it('is not kept when the token turns out to be none', async () => {
    const browser = createBrowser();
    const { connect, vault } = browser.start();
    const token = browser.world.issueToken({ locationId: acme });
    browser.world.revokeToken(token);
    await connect.connect({ locationId: acme, label: '', token, keep: 'passphrase', passphrase });
    expect(await vault.state()).toMatchObject({ passphrase: 'none' });
  });

  it('is stretched by at least a million rounds, written beside what it opens', async () => {
    const { quick, database } = await behindPassphrase();
    expect(ROUNDS).toBeGreaterThanOrEqual(1_000_000);
    expect(quick.rounds.every((rounds) => rounds >= 1_000_000)).toBe(true);
    const { passphrase: record } = await createVaultStore(database).held(acme);
    expect(record).toMatchObject({ hash: 'SHA-256', rounds: ROUNDS });
    expect(record?.salt.length).toBeGreaterThanOrEqual(16);
  });

  it('is not opened by fewer rounds that somebody wrote into the database', async () => {
    const { database, restart } = await behindPassphrase();
    const store = createVaultStore(database);
    const record = await store.passphrase();
    await store.putPassphrase({ ...record!, rounds: 1_000 });
    expect(await restart().vault.state()).toMatchObject({ passphrase: 'none' });
  });

  it('is the same however a keyboard composes its letters', async () => {
    const { restart, vault } = await behindPassphrase();
    await vault.change(passphrase, 'Caf\u00e9 \u2460');
    expect(await restart().vault.unlock('Cafe\u0301 1')).toMatchObject({ ok: true });
  });

  it('is not needed for a second token while unlocked, and needed while locked', async () => {
    const { connect, vault, world, asked } = await behindPassphrase();
    const second = { ...asked, locationId: globex, token: world.issueToken({ locationId: globex }) };
    expect(await connect.connect(second)).toMatchObject({ ok: true, value: { state: 'ready' } });
    await vault.lock();
    const before = world.log.length;
    expect(await connect.connect(second)).toEqual({ ok: false, error: { code: 'locked' } });
    expect(await connect.connect({ ...second, passphrase: 'wrong' })).toEqual({
      ok: false,
      error: { code: 'wrong-passphrase' },
    });
    expect(world.log).toHaveLength(before);
    expect(await connect.connect({ ...second, passphrase })).toMatchObject({ ok: true });
  });

  it('is checked even while unlocked: nobody believes in a passphrase that is not theirs', async () => {
    const { connect, asked } = await behindPassphrase();
    expect(await connect.connect({ ...asked, passphrase: 'another' })).toEqual({
      ok: false,
      error: { code: 'wrong-passphrase' },
    });
  });

  it('can be changed by who knows it, and what lies behind it stays', async () => {
    const { vault, restart, token } = await behindPassphrase();
    expect(await vault.change('wrong', 'new')).toMatchObject({
      ok: false,
      error: { code: 'wrong-passphrase' },
    });
    expect(await vault.change(passphrase, '')).toMatchObject({
      ok: false,
      error: { code: 'passphrase-needed' },
    });
    expect(await vault.change(passphrase, 'new words')).toMatchObject({ ok: true });
    const next = restart().vault;
    expect(await next.unlock(passphrase)).toMatchObject({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await next.unlock('new words')).toMatchObject({ ok: true, value: { passphrase: 'unlocked' } });
    expect(await next.token(acme)).toMatchObject({ ok: true, value: { token } });
  });

  it('forgotten, ends in a vault that works again without the tokens behind it', async () => {
    const { restart, world } = await behindPassphrase();
    const { vault, connect } = restart();
    const kept = { locationId: globex, label: 'Globex', token: world.issueToken({ locationId: globex }) };
    await connect.connect({ ...kept, keep: 'device' });
    expect(await vault.forgetPassphrase()).toEqual({ passphrase: 'none', lockAfter: 15 });
    expect(await vault.list()).toMatchObject([{ locationId: globex, state: 'ready' }]);
    const again = { locationId: acme, label: 'Acme', token: world.issueToken({ locationId: acme }) };
    const answer = await connect.connect({ ...again, keep: 'passphrase', passphrase: 'a new one' });
    expect(answer).toMatchObject({ ok: true, value: { state: 'ready' } });
  });
});

describe('locking', () => {
  it('takes the key out of memory at once, and tells every page', async () => {
    const { vault, session, events } = await behindPassphrase();
    events.heard.length = 0;
    expect(await vault.lock()).toMatchObject({ passphrase: 'locked' });
    expect([...session.items.keys()].filter((name) => name.startsWith('vault'))).toEqual([]);
    expect(events.heard).toEqual([{ type: 'vault' }, { type: 'connections' }]);
    expect(await vault.token(acme)).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('happens by itself after 15 idle minutes, by an alarm', async () => {
    const { vault, alarms, clock, events } = await behindPassphrase();
    expect(alarms.set.get(LOCK_ALARM)).toBe(clock.now() + 15 * minute);
    await clock.sleep(15 * minute);
    events.heard.length = 0;
    await vault.idle();
    expect(await vault.state()).toMatchObject({ passphrase: 'locked' });
    expect(events.heard).toContainEqual({ type: 'vault' });
  });

  it('happens in time though the alarm slept with the machine', async () => {
    const { vault, clock } = await behindPassphrase();
    await clock.sleep(15 * minute);
    expect(await vault.token(acme)).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('waits while somebody uses the panel', async () => {
    const { vault, alarms, clock } = await behindPassphrase();
    await clock.sleep(14 * minute);
    await vault.touch();
    expect(alarms.set.get(LOCK_ALARM)).toBe(clock.now() + 15 * minute);
    await clock.sleep(14 * minute);
    await vault.idle();
    expect(await vault.token(acme)).toMatchObject({ ok: true });
  });

  it('is not put off by work in the background', async () => {
    const { vault, clients, clock } = await behindPassphrase();
    await clock.sleep(14 * minute);
    const client = await clients.clientFor(acme);
    await (client.ok && client.value.listCollections({ limit: 1, offset: 0 }));
    await clock.sleep(minute);
    expect(await vault.token(acme)).toEqual({ ok: false, error: { code: 'locked' } });
  });

  it('cannot be undone by a touch that comes too late', async () => {
    const { vault, clock } = await behindPassphrase();
    await clock.sleep(15 * minute);
    await vault.touch();
    expect(await vault.state()).toMatchObject({ passphrase: 'locked' });
  });

  it('sets its alarm again when that rang too early', async () => {
    const { vault, alarms, clock } = await behindPassphrase();
    const due = alarms.set.get(LOCK_ALARM);
    await clock.sleep(15 * minute - 5);
    alarms.set.clear();
    await vault.idle();
    expect(alarms.set.get(LOCK_ALARM)).toBe(due);
  });

  it('comes after as many minutes as somebody chose, for the next browser too', async () => {
    const { vault, alarms, clock, restart } = await behindPassphrase();
    expect(await vault.lockAfter(5)).toMatchObject({ lockAfter: 5 });
    expect(alarms.set.get(LOCK_ALARM)).toBe(clock.now() + 5 * minute);
    expect(await restart().vault.state()).toEqual({ passphrase: 'locked', lockAfter: 5 });
  });

  it('stops what is under way before its next request', async () => {
    const { vault, clients, world } = await behindPassphrase();
    const client = await clients.clientFor(acme);
    await vault.lock();
    const before = world.log.length;
    const answer = client.ok && (await client.value.listCollections({ limit: 1, offset: 0 }));
    expect(answer).toMatchObject({ ok: false });
    expect(world.log).toHaveLength(before);
    await vault.unlock(passphrase);
    expect(await vault.list()).toMatchObject([{ state: 'ready' }]);
  });
});

describe('wrong passphrases', () => {
  it('slow down, for the next worker and the next browser too', async () => {
    const { restart, clock } = await behindPassphrase();
    const { vault } = restart();
    expect(await vault.unlock('1')).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
    expect(await vault.unlock('2')).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
    const retryAt = clock.now() + 5_000;
    expect(await vault.unlock('3')).toEqual({ ok: false, error: { code: 'wrong-passphrase', retryAt } });
    const next = restart().vault;
    expect(await next.state()).toMatchObject({ passphrase: 'locked', retryAt });
    expect(await next.unlock(passphrase)).toEqual({ ok: false, error: { code: 'slow-down', retryAt } });
    await clock.sleep(5_000);
    expect(await next.unlock('4')).toMatchObject({ error: { retryAt: clock.now() + 10_000 } });
    await clock.sleep(10_000);
    expect(await next.unlock(passphrase)).toEqual({
      ok: true,
      value: { passphrase: 'unlocked', lockAfter: 15 },
    });
  });

  it('are forgotten by the right one', async () => {
    const { vault } = await behindPassphrase();
    for (const wrong of ['1', '2']) await vault.unlock(wrong);
    await vault.unlock(passphrase);
    for (const wrong of ['1', '2']) {
      expect(await vault.unlock(wrong)).toEqual({ ok: false, error: { code: 'wrong-passphrase' } });
    }
  });

  it('at the same moment are tried one after the other', async () => {
    const { restart, quick } = await behindPassphrase();
    const { vault } = restart();
    const before = quick.rounds.length;
    const answers = await Promise.all(Array.from({ length: 10 }, () => vault.unlock('wrong')));
    expect(answers.map((answer) => !answer.ok && answer.error.code)).toEqual([
      ...Array(3).fill('wrong-passphrase'),
      ...Array(7).fill('slow-down'),
    ]);
    expect(quick.rounds.length - before).toBe(3);
  });

  it('count even when the worker dies while one is tried', async () => {
    const { restart, database } = await behindPassphrase();
    const { vault } = restart();
    for (const wrong of ['1', '2']) await vault.unlock(wrong);
    void vault.unlock('3');
    const store = createVaultStore(database);
    await expect.poll(async () => (await store.tries())?.wrong).toBe(3);
    expect(await restart().vault.unlock(passphrase)).toMatchObject({
      ok: false,
      error: { code: 'slow-down' },
    });
  });
});
