import { createStore, type StoreApi } from 'zustand/vanilla';
import type { VaultState } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Events } from '../bridge/events.ts';
import type { Clock } from '../highlevel/clock.ts';

export type VaultStore = StoreApi<{ vault: VaultState | undefined; error: BridgeError | undefined }> & {
  start(): () => void;
  unlock(passphrase: string): Promise<boolean>;
  lock(): Promise<void>;
  /** A new passphrase in place of the old one; answers whether the old one was right. */
  change(passphrase: string, next: string): Promise<boolean>;
  /** Minutes of idleness before it locks itself. */
  lockAfter(minutes: number): Promise<void>;
  /** Forgets every token behind the passphrase. */
  forget(): Promise<void>;
  /** Someone is here: restarts the idle clock, at most once a minute. */
  touch(): void;
};

const TOUCH_EVERY = 60_000;

/** The passphrase's state as the worker tells it. The passphrase itself passes through and is not kept. */
export function createVault(parts: { call: Call; events: Events; clock: Clock }): VaultStore {
  const { call, events, clock } = parts;
  const store = createStore<{ vault: VaultState | undefined; error: BridgeError | undefined }>(() => ({
    vault: undefined,
    error: undefined,
  }));
  type Asking = ReturnType<typeof call<'vault.state'>>;
  async function take(asking: Asking): Promise<boolean> {
    const answer = await asking;
    if (answer.ok) store.setState({ vault: answer.value, error: undefined });
    else store.setState({ error: answer.error });
    return answer.ok;
  }
  // Also told after a wrong try: what was wrong stays to be read until the next one.
  async function load() {
    const answer = await call('vault.state', {});
    if (answer.ok) store.setState({ vault: answer.value });
  }
  let touchedAt = Number.NEGATIVE_INFINITY;

  return Object.assign(store, {
    start() {
      const stop = events.on((event) => {
        if (event.type === 'vault') void load();
      });
      void load();
      return stop;
    },
    unlock: (passphrase: string) => take(call('vault.unlock', { passphrase })),
    change: (passphrase: string, next: string) => take(call('vault.change', { passphrase, next })),
    lock: async () => void (await take(call('vault.lock', {}))),
    lockAfter: async (minutes: number) => void (await take(call('vault.lockAfter', { minutes }))),
    forget: async () => void (await take(call('vault.forget', {}))),
    touch() {
      const { vault } = store.getState();
      if (vault?.passphrase !== 'unlocked' || clock.now() - touchedAt < TOUCH_EVERY) return;
      touchedAt = clock.now();
      void call('vault.touch', {});
    },
  });
}
