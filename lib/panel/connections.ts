import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Connection } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Events } from '../bridge/events.ts';
import type { Memory } from './memory.ts';

export type ConnectionsState = {
  /** Absent until the worker has answered. */
  list: Connection[] | undefined;
  /** Names known from last time, by location id. */
  labels: Record<string, string>;
  error: BridgeError | undefined;
};

export type ConnectionsStore = StoreApi<ConnectionsState> & {
  start(): () => void;
  load(): Promise<void>;
  /** The name of a location as far as it is known; else its id. */
  nameOf(locationId: string): string;
};

/** The connections as the worker tells them; asked again whenever it says that they changed. */
export function createConnections(parts: { call: Call; events: Events; memory: Memory }): ConnectionsStore {
  const { call, events, memory } = parts;
  const store = createStore<ConnectionsState>(() => ({
    list: undefined,
    labels: memory.read().labels,
    error: undefined,
  }));
  let asked = 0;

  async function load() {
    asked += 1;
    const mine = asked;
    const answer = await call('connection.list', {});
    if (mine !== asked) return;
    if (!answer.ok) return store.setState({ error: answer.error });
    const labels = Object.fromEntries(answer.value.map(({ locationId, label }) => [locationId, label]));
    const seen = [...new Set([...memory.read().seen, ...Object.keys(labels)])];
    memory.write({ labels, seen });
    store.setState({ list: answer.value, labels, error: undefined });
  }

  return Object.assign(store, {
    load,
    nameOf: (locationId: string) => store.getState().labels[locationId] || locationId,
    start() {
      const stop = events.on((event) => {
        if (event.type === 'connections' || event.type === 'vault') void load();
      });
      void load();
      return stop;
    },
  });
}

/** The connection of this location, if there is one. */
export const connectionOf = (
  list: Connection[] | undefined,
  locationId: string | undefined,
): Connection | undefined => list?.find((connection) => connection.locationId === locationId);
