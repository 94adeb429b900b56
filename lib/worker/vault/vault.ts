import type { Connection, Keep, VaultState } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { Events } from '../../bridge/events.ts';
import type { Clock } from '../../highlevel/clock.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import type { Alarms, Area, Locks } from '../areas.ts';
import { createLock, LOCK_AFTER_MINUTES } from './lock.ts';
import { createTokenMemory } from './memory.ts';
import type { ConnectionRecord } from './records.ts';
import { afterAnswer, type Seen } from './seen.ts';
import type { VaultStore } from './store.ts';
import { createTokens } from './tokens.ts';
import { createUnlocked } from './unlocked.ts';

/** A verified token on its way into the vault. */
export type NewToken = Omit<ConnectionRecord, 'tokenId' | 'rejected' | 'label' | 'keep'> & { token: string };

/** Tokens and connections. A token comes in by `keep` or `replace` and goes out by `token` alone. */
export function createVault(parts: {
  store: VaultStore;
  session: Area;
  alarms: Alarms;
  locks: Locks;
  crypto: Crypto;
  clock: Clock;
  events: Events;
}) {
  const { store, clock, crypto, events } = parts;
  const lockAfter = async () => ((await store.settings())?.lockAfter ?? LOCK_AFTER_MINUTES) * 60_000;
  const tell = () => {
    events.emit({ type: 'vault' });
    events.emit({ type: 'connections' });
  };
  const unlocked = createUnlocked({
    session: parts.session,
    alarms: parts.alarms,
    clock,
    lockAfter,
    onIdle: tell,
  });
  const lock = createLock({ store, unlocked, crypto, clock });
  const memory = createTokenMemory(parts.session);
  const tokens = createTokens({ store, memory, unlocked, lock, crypto, clock });

  /** One change of the vault at a time; pages hear of it when it is done. */
  async function alone<Value>(work: () => Promise<Value>): Promise<Value> {
    return parts.locks.request('aisle-vault', async () => {
      try {
        return await work();
      } finally {
        tell();
      }
    });
  }

  async function view(record: ConnectionRecord): Promise<Connection> {
    const { tokenId, rejected, unproven, ...shown } = record;
    return { ...shown, state: await tokens.stateOf(record), ...(unproven && { unproven }) };
  }

  async function put(
    { token, ...facts }: NewToken,
    label: string,
    keep: Keep,
    passphrase?: string,
  ): Promise<Result<Connection, BridgeError>> {
    const fresh = { ...facts, label, keep, tokenId: crypto.randomUUID(), rejected: false };
    const kept = await tokens.keep(fresh, token, passphrase);
    return kept.ok ? ok(await view(kept.value)) : kept;
  }

  const lockNow = async (): Promise<VaultState> => {
    await unlocked.close();
    return lock.state();
  };

  async function withPassphrase(work: (id: string) => Promise<void>): Promise<void> {
    const record = await store.passphrase();
    if (record) await work(record.id);
  }

  return {
    token: tokens.read,
    state: lock.state,

    async list(): Promise<Connection[]> {
      const records = await store.records();
      return Promise.all(records.sort((a, b) => a.label.localeCompare(b.label)).map(view));
    },
    async find(locationId: string): Promise<ConnectionRecord | undefined> {
      return (await store.held(locationId)).record;
    },

    /** Says before anything is sent whether a token could be kept this way: `passphrase-needed`, `locked`, … */
    async canKeep(keep: Keep, passphrase?: string): Promise<Result<null, BridgeError>> {
      if (keep !== 'passphrase') return ok(null);
      if ((await lock.state()).passphrase === 'none')
        return passphrase ? ok(null) : fail({ code: 'passphrase-needed' });
      const opened = await alone(() => lock.opened(passphrase));
      return opened.ok ? ok(null) : opened;
    },
    /** A new connection, or a new way to keep one. */
    keep: (token: NewToken, label: string, keep: Keep, passphrase?: string) =>
      alone(() => put(token, label, keep, passphrase)),
    /** A new token for a connection that is still there: name and way of keeping stay. */
    replace: (token: NewToken): Promise<Result<Connection, BridgeError>> =>
      alone(async () => {
        const { record } = await store.held(token.locationId);
        return record ? put(token, record.label, record.keep) : fail({ code: 'not-connected' });
      }),

    rename: (locationId: string, label: string) =>
      alone(async () => store.change(locationId, (record) => ({ ...record, label }))),
    forget: (locationId: string) =>
      alone(async () => {
        await store.remove((record) => record.locationId === locationId);
        await memory.keepOnly(locationId);
      }),

    /** What an answer taught about the token it was asked with. Says nothing about a token that came later. */
    async seen(locationId: string, seen: Seen): Promise<void> {
      const before = (await store.held(locationId)).record;
      if (!before || !afterAnswer(before, seen, clock.now())) return;
      await store.change(locationId, (record) => afterAnswer(record, seen, clock.now()));
      events.emit({ type: 'connections' });
    },

    unlock: (passphrase: string) => alone(() => lock.unlock(passphrase)),
    change: (passphrase: string, next: string) => alone(() => lock.change(passphrase, next)),
    lock: () => alone(lockNow),
    /** The idle alarm rang: locks if it is time, and sets the alarm again if it is not. */
    idle: () => withPassphrase(unlocked.watch),
    touch: () => withPassphrase(unlocked.touch),
    lockAfter: (minutes: number) =>
      alone(async () => {
        await store.putSettings({ lockAfter: minutes });
        await withPassphrase(unlocked.touch);
        return lock.state();
      }),
    /** The way out of a forgotten passphrase: every token behind it is gone, and the passphrase too. */
    forgetPassphrase: () =>
      alone(async () => {
        await store.remove((record) => record.keep === 'passphrase');
        return lockNow();
      }),
  };
}
export type Vault = ReturnType<typeof createVault>;
