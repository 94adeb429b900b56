import { describe, expect, it } from 'vitest';
import type { Keep } from '../../../../lib/bridge/answers.ts';
import { unseal } from '../../../../lib/worker/vault/seal.ts';
import { createVaultStore } from '../../../../lib/worker/vault/store.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme, globex } = LOCATIONS;
const passphrase = 'correct horse';

async function connected(keep: Keep) {
  const browser = createBrowser();
  const worker = browser.start();
  const token = browser.world.issueToken({ locationId: acme });
  const answer = await worker.connect.connect({ locationId: acme, label: 'Acme', token, keep, passphrase });
  expect(answer).toMatchObject({ ok: true, value: { state: 'ready', keep } });
  return { ...browser, ...worker, token };
}

/** Everything on the disk as text: strings as they are, bytes as the characters they would be. */
async function diskOf(database: string): Promise<string> {
  const open = indexedDB.open(database);
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    open.onsuccess = () => resolve(open.result);
    open.onerror = () => reject(open.error);
  });
  const names = [...db.objectStoreNames];
  const all = await Promise.all(
    names.map(
      (name) =>
        new Promise<unknown[]>((resolve) => {
          const asked = db.transaction(name).objectStore(name).getAll();
          asked.onsuccess = () => resolve(asked.result);
        }),
    ),
  );
  db.close();
  const text = (value: unknown): string =>
    value instanceof Uint8Array
      ? String.fromCharCode(...value)
      : typeof value === 'object' && value !== null
        ? Object.values(value).map(text).join('\n')
        : String(value);
  return text(all);
}

describe.each<Keep>(['memory', 'device', 'passphrase'])('a token kept by %s', (keep) => {
  it('is there for the next worker', async () => {
    const { start, token } = await connected(keep);
    const { vault } = start();
    expect(await vault.token(acme)).toMatchObject({ ok: true, value: { token } });
  });

  it('lies nowhere on the disk as it is', async () => {
    const { database, token } = await connected(keep);
    const disk = await diskOf(database);
    expect(disk).toContain('Acme');
    expect(disk).not.toContain(token);
    expect(disk).not.toContain(token.slice(4, -4));
    expect(disk).not.toContain(passphrase);
  });

  it('is gone with the connection, everywhere', async () => {
    const { vault, session, database } = await connected(keep);
    await vault.forget(acme);
    expect(await vault.list()).toEqual([]);
    expect(await vault.token(acme)).toEqual({ ok: false, error: { code: 'not-connected' } });
    expect(
      [...session.items.keys()].filter((name) => name.includes(acme) && name.startsWith('vault')),
    ).toEqual([]);
    expect(await diskOf(database)).not.toContain(acme);
    expect((await vault.state()).passphrase).toBe('none');
  });

  it('leaves no earlier token behind when it is kept another way', async () => {
    const { connect, vault, session, token, database } = await connected('memory');
    const request = { locationId: acme, label: 'Acme', token, keep, passphrase };
    await connect.connect(request);
    const held = await createVaultStore(database).held(acme);
    expect(held.sealed !== undefined).toBe(keep !== 'memory');
    expect([...session.items.keys()].includes(`vault.token.${acme}`)).toBe(keep === 'memory');
    expect(await vault.list()).toHaveLength(1);
  });
});

describe('after the browser was closed', () => {
  it.each<[Keep, string, string | undefined]>([
    ['memory', 'gone', 'not-connected'],
    ['device', 'ready', undefined],
    ['passphrase', 'locked', 'locked'],
  ])('a token kept by %s is %s', async (keep, state, code) => {
    const { restart } = await connected(keep);
    const { vault } = restart();
    expect(await vault.list()).toMatchObject([{ locationId: acme, label: 'Acme', keep, state }]);
    const token = await vault.token(acme);
    expect(token.ok ? undefined : token.error.code).toBe(code);
  });
});

describe('a sealed token', () => {
  it.each<Keep>(['device', 'passphrase'])(
    'kept by %s opens nowhere but at its own location',
    async (keep) => {
      const { connect, vault, world, database } = await connected(keep);
      const token = world.issueToken({ locationId: globex });
      await connect.connect({ locationId: globex, label: 'Globex', token, keep });
      const store = createVaultStore(database);
      const [here, there] = [await store.held(acme), await store.held(globex)];
      // Somebody who can write to the database swaps the two.
      await store.put(here.record!, { sealed: there.sealed! });
      await store.put(there.record!, { sealed: here.sealed! });
      expect(await vault.token(acme)).toEqual({ ok: false, error: { code: 'not-connected' } });
      expect(await vault.token(globex)).toEqual({ ok: false, error: { code: 'not-connected' } });
      expect((await vault.list()).map(({ state }) => state)).toEqual(['gone', 'gone']);
    },
  );

  it('is noise after one bit was changed', async () => {
    const { vault, database } = await connected('device');
    const store = createVaultStore(database);
    const { record, sealed } = await store.held(acme);
    const data = sealed!.data.slice();
    data[3]! ^= 1;
    await store.put(record!, { sealed: { ...sealed!, data } });
    expect(await vault.token(acme)).toEqual({ ok: false, error: { code: 'not-connected' } });
  });

  it('is sealed with a key that no script can read', async () => {
    const { database } = await connected('device');
    const { deviceKey } = await createVaultStore(database).held(acme);
    expect(deviceKey?.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', deviceKey!)).rejects.toThrow();
  });

  it('cannot be opened by another device’s key', async () => {
    const { database } = await connected('device');
    const { sealed, record } = await createVaultStore(database).held(acme);
    const other = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
      'decrypt',
      'encrypt',
    ]);
    const bound = `aisle token device ${acme} ${record!.tokenId}`;
    expect(await unseal(crypto, other, sealed!, bound)).toBeUndefined();
  });
});

it('keeps connections of any number of locations apart', async () => {
  const browser = createBrowser();
  const { vault, connect } = browser.start();
  const kinds = { [acme]: 'device', [globex]: 'memory', [LOCATIONS.initech]: 'passphrase' } as const;
  const tokens = new Map<string, string>();
  for (const [locationId, keep] of Object.entries(kinds)) {
    const token = browser.world.issueToken({ locationId });
    tokens.set(locationId, token);
    await connect.connect({ locationId, label: locationId, token, keep, passphrase });
  }
  for (const [locationId, token] of tokens) {
    expect(await vault.token(locationId)).toMatchObject({ ok: true, value: { token } });
  }
  await vault.forget(globex);
  expect((await vault.list()).map(({ locationId }) => locationId).sort()).toEqual(
    [acme, LOCATIONS.initech].sort(),
  );
  expect(await vault.token(acme)).toMatchObject({ ok: true });
});

it('renames without touching the token', async () => {
  const { vault, token } = await connected('device');
  await vault.rename(acme, 'Acme Fitness');
  expect(await vault.list()).toMatchObject([
    { label: 'Acme Fitness', lastFour: token.slice(-4), state: 'ready' },
  ]);
  expect(await vault.token(acme)).toMatchObject({ ok: true, value: { token } });
});

it('makes way for whoever deletes the database, and begins anew', async () => {
  const { vault, connect, world, database } = await connected('device');
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.deleteDatabase(database);
    request.onsuccess = () => resolve();
    request.onblocked = () => reject(new Error('blocked'));
  });
  expect(await vault.list()).toEqual([]);
  const token = world.issueToken({ locationId: acme });
  const answer = await connect.connect({ locationId: acme, label: 'Acme', token, keep: 'device' });
  expect(answer).toMatchObject({ ok: true, value: { state: 'ready' } });
});
