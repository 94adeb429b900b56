import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Connection, Keep } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';

export type ConnectingState = {
  sending: boolean;
  error: BridgeError | undefined;
  /** The connection made just now, until someone goes on. */
  done: Connection | undefined;
};

/** `token` and `passphrase` are handed on and not kept. */
export type NewConnection = {
  locationId: string;
  label: string;
  token: string;
  keep: Keep;
  passphrase?: string;
};

export type ConnectingStore = StoreApi<ConnectingState> & {
  connect(wish: NewConnection): Promise<void>;
  /** Answers whether the new token works. */
  replace(locationId: string, token: string): Promise<boolean>;
  /** Someone goes on, or leaves. */
  reset(): void;
};

/** One attempt at a time to connect a location or to replace its token. */
export function createConnecting(parts: { call: Call }): ConnectingStore {
  const { call } = parts;
  const blank: ConnectingState = { sending: false, error: undefined, done: undefined };
  const store = createStore<ConnectingState>(() => blank);
  return Object.assign(store, {
    reset: () => store.setState(blank),
    async connect(wish: NewConnection) {
      if (store.getState().sending) return;
      store.setState({ sending: true, error: undefined });
      const answer = await call('connection.connect', wish);
      store.setState(
        answer.ok ? { sending: false, done: answer.value } : { sending: false, error: answer.error },
      );
    },
    async replace(locationId: string, token: string) {
      if (store.getState().sending) return false;
      store.setState({ sending: true, error: undefined });
      const answer = await call('connection.replace', { locationId, token });
      store.setState({ sending: false, error: answer.ok ? undefined : answer.error });
      return answer.ok;
    },
  });
}
