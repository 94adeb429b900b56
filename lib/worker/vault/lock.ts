import type { VaultState } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { Clock } from '../../highlevel/clock.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { createPassphrase, openPassphrase, rewrap } from './passphrase.ts';
import type { Passphrase } from './records.ts';
import { retryAt } from './slow-down.ts';
import type { VaultStore } from './store.ts';
import type { Unlocked } from './unlocked.ts';

/** Until somebody chooses. */
export const LOCK_AFTER_MINUTES = 15;

/** The passphrase that tokens are to be sealed with. `fresh` is not kept yet: it is, together with the first token. */
export type Opened = { id: string; key: string; fresh?: Passphrase };

/** The passphrase's lock. Callers hold the vault's lock: two tries at once must not both be free. */
export function createLock(parts: { store: VaultStore; unlocked: Unlocked; crypto: Crypto; clock: Clock }) {
  const { unlocked, crypto, clock } = parts;

  async function state(): Promise<VaultState> {
    const { store } = parts;
    const [record, tries, settings] = [await store.passphrase(), await store.tries(), await store.settings()];
    const key = record && (await unlocked.key(record.id));
    const wait = retryAt(tries, clock.now());
    return {
      passphrase: !record ? 'none' : key === undefined ? 'locked' : 'unlocked',
      lockAfter: settings?.lockAfter ?? LOCK_AFTER_MINUTES,
      ...(wait !== undefined && { retryAt: wait }),
    };
  }

  /** The key behind this passphrase. Counted before it is tried: a worker killed in between gives no free try. */
  async function attempt(record: Passphrase, passphrase: string): Promise<Result<string, BridgeError>> {
    const { store } = parts;
    const before = await store.tries();
    const wait = retryAt(before, clock.now());
    if (wait !== undefined) return fail({ code: 'slow-down', retryAt: wait });
    const tries = { wrong: (before?.wrong ?? 0) + 1, at: clock.now() };
    await store.putTries(tries);
    const key = await openPassphrase(crypto, record, passphrase);
    if (key === undefined) {
      const next = retryAt({ ...tries, at: clock.now() }, clock.now());
      return fail({ code: 'wrong-passphrase', ...(next !== undefined && { retryAt: next }) });
    }
    await store.putTries(undefined);
    return ok(key);
  }

  /** `none` when there is no passphrase to unlock. */
  async function unlock(passphrase: string): Promise<Result<VaultState, BridgeError>> {
    const record = await parts.store.passphrase();
    if (record) {
      const key = await attempt(record, passphrase);
      if (!key.ok) return key;
      await unlocked.open(record.id, key.value);
    }
    return ok(await state());
  }

  /** Replaces the passphrase; the tokens behind it stay as they are. */
  async function change(passphrase: string, next: string): Promise<Result<VaultState, BridgeError>> {
    const { store } = parts;
    const record = await store.passphrase();
    if (next === '' || !record) return fail({ code: 'passphrase-needed' });
    const key = await attempt(record, passphrase);
    if (!key.ok) return key;
    await store.putPassphrase(await rewrap(crypto, record, next, key.value));
    await unlocked.open(record.id, key.value);
    return ok(await state());
  }

  /** Makes sure that a token can be sealed; a passphrase that is given is checked, even while unlocked. */
  async function opened(passphrase: string | undefined): Promise<Result<Opened, BridgeError>> {
    const record = await parts.store.passphrase();
    if (!record) {
      if (!passphrase) return fail({ code: 'passphrase-needed' });
      const { record: fresh, key } = await createPassphrase(crypto, passphrase);
      return ok({ id: fresh.id, key, fresh });
    }
    const key = await unlocked.key(record.id);
    if (!passphrase) return key === undefined ? fail({ code: 'locked' }) : ok({ id: record.id, key });
    const tried = await attempt(record, passphrase);
    return tried.ok ? ok({ id: record.id, key: tried.value }) : tried;
  }

  return { state, unlock, change, opened };
}
export type Lock = ReturnType<typeof createLock>;
