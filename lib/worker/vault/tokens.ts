import type { Connection } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { Clock } from '../../highlevel/clock.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import type { Lock } from './lock.ts';
import type { TokenMemory } from './memory.ts';
import { sealingKeyOf } from './passphrase.ts';
import type { ConnectionRecord, Sealed } from './records.ts';
import { createSealingKey, seal, unseal } from './seal.ts';
import type { Held, VaultStore } from './store.ts';
import type { Unlocked } from './unlocked.ts';

export type Token = { tokenId: string; token: string };

type Parts = {
  store: VaultStore;
  memory: TokenMemory;
  unlocked: Unlocked;
  lock: Lock;
  crypto: Crypto;
  clock: Clock;
};

/** A sealed token opens only as this token of this location: moved to another, it is noise. */
const boundTo = ({ keep, locationId, tokenId }: ConnectionRecord) =>
  `aisle token ${keep} ${locationId} ${tokenId}`;

/** Keeps tokens in the three ways, and reads them back. Callers of `keep` hold the vault's lock. */
export function createTokens(parts: Parts) {
  const { memory, unlocked, crypto, clock } = parts;

  async function openSealed(held: Held & { record: ConnectionRecord }): Promise<Result<string, BridgeError>> {
    const key = await keyFor(held);
    if (!key.ok) return key;
    const token = held.sealed && (await unseal(crypto, key.value, held.sealed, boundTo(held.record)));
    return token === undefined ? fail({ code: 'not-connected' }) : ok(token);
  }

  async function keyFor({ record, deviceKey, passphrase }: Held): Promise<Result<CryptoKey, BridgeError>> {
    if (record?.keep === 'device') return deviceKey ? ok(deviceKey) : fail({ code: 'not-connected' });
    if (!passphrase) return fail({ code: 'not-connected' });
    const key = await unlocked.key(passphrase.id);
    return key === undefined ? fail({ code: 'locked' }) : ok(await sealingKeyOf(crypto, key));
  }

  /** The token to use now: `not-connected`, `locked` or `token-expired` when there is none. */
  async function read(locationId: string): Promise<Result<Token, BridgeError>> {
    const held = await parts.store.held(locationId);
    const { record } = held;
    if (!record) return fail({ code: 'not-connected' });
    if (isOver(record)) return fail({ code: 'token-expired' });
    if (record.keep !== 'memory') {
      const token = await openSealed({ ...held, record });
      return token.ok ? ok({ tokenId: record.tokenId, token: token.value }) : token;
    }
    const token = await memory.get(locationId, record.tokenId);
    if (token !== undefined) return ok({ tokenId: record.tokenId, token });
    // Replaced between the two reads: look again, at the connection as it is now.
    const now = await parts.store.held(locationId);
    return now.record && now.record.tokenId !== record.tokenId
      ? read(locationId)
      : fail({ code: 'not-connected' });
  }

  const isOver = ({ expiresAt }: ConnectionRecord) => expiresAt !== undefined && expiresAt <= clock.now();

  /** Keeps a verified token with its connection: both or neither. What was kept for the location before is gone. */
  async function keep(
    record: ConnectionRecord,
    token: string,
    passphrase: string | undefined,
  ): Promise<Result<ConnectionRecord, BridgeError>> {
    const { locationId, tokenId } = record;
    const { store } = parts;
    if (record.keep === 'memory') {
      await memory.add(locationId, tokenId, token);
      await store.put(record, {});
      await memory.keepOnly(locationId, tokenId);
      return ok(record);
    }
    const kept = await sealFor(record, token, passphrase);
    if (!kept.ok) return kept;
    await store.put(record, kept.value);
    await memory.keepOnly(locationId);
    return ok(record);
  }

  type Kept = Parameters<VaultStore['put']>[1];
  async function sealFor(
    record: ConnectionRecord,
    token: string,
    passphrase: string | undefined,
  ): Promise<Result<Kept & { sealed: Sealed }, BridgeError>> {
    if (record.keep === 'device') {
      const { deviceKey: known } = await parts.store.held(record.locationId);
      const deviceKey = known ?? (await createSealingKey(crypto));
      return ok({ sealed: await seal(crypto, deviceKey, token, boundTo(record)), deviceKey });
    }
    const opened = await parts.lock.opened(passphrase);
    if (!opened.ok) return opened;
    const { id, key, fresh } = opened.value;
    const sealed = await seal(crypto, await sealingKeyOf(crypto, key), token, boundTo(record));
    await unlocked.open(id, key);
    return ok({ sealed, ...(fresh && { passphrase: fresh }) });
  }

  /** What may be said of a connection: whether its token can be used now, and why not. */
  async function stateOf(record: ConnectionRecord): Promise<Connection['state']> {
    const token = await read(record.locationId);
    if (!token.ok && token.error.code === 'locked') return 'locked';
    if (!token.ok && token.error.code === 'not-connected') return 'gone';
    return record.rejected || !token.ok ? 'rejected' : 'ready';
  }

  return { read, keep, stateOf };
}
export type Tokens = ReturnType<typeof createTokens>;
