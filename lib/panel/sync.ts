import { createStore, type StoreApi } from 'zustand/vanilla';
import type { SyncState } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Events } from '../bridge/events.ts';

type SyncStates = {
  /** By location id. */
  states: Record<string, SyncState>;
  /** Why a refresh could not even begin, by location id. */
  errors: Record<string, BridgeError>;
};

export type SyncStore = StoreApi<SyncStates> & {
  start(): () => void;
  /** Asks the worker for a refresh; it decides whether one is needed unless `force` says so. */
  refresh(locationId: string, force?: boolean): Promise<void>;
};

/** How fresh each location's copy is, told by the worker. */
export function createSyncStore(parts: { call: Call; events: Events }): SyncStore {
  const { call, events } = parts;
  const store = createStore<SyncStates>(() => ({ states: {}, errors: {} }));
  const show = (state: SyncState) =>
    store.setState(({ states }) => ({ states: { ...states, [state.locationId]: state } }));

  return Object.assign(store, {
    start: () =>
      events.on((event) => {
        if (event.type === 'sync') show(event.state);
      }),
    async refresh(locationId: string, force = false) {
      const answer = await call('catalog.refresh', { locationId, force });
      if (answer.ok) show(answer.value);
      store.setState(({ errors }) => {
        const { [locationId]: _, ...others } = errors;
        return { errors: answer.ok ? others : { ...others, [locationId]: answer.error } };
      });
    },
  });
}
