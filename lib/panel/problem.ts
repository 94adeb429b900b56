import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BridgeError } from '../bridge/contract.ts';

export type Problem = {
  locationId: string;
  error: BridgeError;
  /** Does again what failed. */
  retry: (() => void) | undefined;
};

export type ProblemStore = StoreApi<{ problem: Problem | undefined }> & {
  /** Something a person asked for failed for a reason that is about the token, the network or HighLevel itself. */
  report(problem: Problem): void;
  /** It works again: forget the problem of this location. */
  clear(locationId: string): void;
};

/** The one problem the panel's banner speaks of; the newest wins. */
export function createProblem(): ProblemStore {
  const store = createStore<{ problem: Problem | undefined }>(() => ({ problem: undefined }));
  return Object.assign(store, {
    report: (problem: Problem) => store.setState({ problem }),
    clear(locationId: string) {
      if (store.getState().problem?.locationId === locationId) store.setState({ problem: undefined });
    },
  });
}
