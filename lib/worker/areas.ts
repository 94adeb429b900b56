/** The part of a browser storage area that the worker uses. */
export type Area = {
  get(key: string): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(key: string): Promise<void>;
};

/** The part of `browser.alarms` that the worker uses; `when` in ms since the epoch. */
export type Alarms = {
  create(name: string, info: { when: number }): Promise<void> | void;
  clear(name: string): Promise<unknown>;
};

/** The shape of `navigator.locks`, as far as one exclusive lock needs it. */
export type Locks = {
  request<Value>(name: string, work: () => Promise<Value>): Promise<Value>;
};
