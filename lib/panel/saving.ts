import { createStore, type StoreApi } from 'zustand/vanilla';

export type SavingStore = StoreApi<{ running: number }> & {
  /** Counts this work while it runs, so that the header can say "saving…". */
  during<Value>(work: Promise<Value>): Promise<Value>;
};

export function createSaving(): SavingStore {
  const store = createStore(() => ({ running: 0 }));
  const add = (by: number) => store.setState((state) => ({ running: state.running + by }));
  return Object.assign(store, {
    async during<Value>(work: Promise<Value>): Promise<Value> {
      add(1);
      try {
        return await work;
      } finally {
        add(-1);
      }
    },
  });
}
