/** The two forms of `navigator.locks.request` that the worker uses. */
export type TestLocks = {
  request<Value>(name: string, work: (lock: Lock | null) => Promise<Value>): Promise<Value>;
  request<Value>(
    name: string,
    options: LockOptions,
    work: (lock: Lock | null) => Promise<Value>,
  ): Promise<Value>;
};

type Waiting = { owner: object; start: () => void };

/** Locks of one origin, as several workers see them. A worker that dies holds none any more. */
export function createLockRoom() {
  const held = new Map<string, object>();
  const queues = new Map<string, Waiting[]>();

  function release(name: string) {
    held.delete(name);
    const next = queues.get(name)?.shift();
    if (next) {
      held.set(name, next.owner);
      next.start();
    }
  }

  return {
    held: () => [...held.keys()],
    /** The locks of one worker, and its death. */
    worker(): { locks: TestLocks; die: () => void } {
      const owner = {};
      let dead = false;
      async function request<Value>(
        name: string,
        second: LockOptions | ((lock: Lock | null) => Promise<Value>),
        third?: (lock: Lock | null) => Promise<Value>,
      ): Promise<Value> {
        const work = typeof second === 'function' ? second : third;
        const ifAvailable = typeof second === 'function' ? false : second.ifAvailable;
        if (!work) throw new TypeError('no callback');
        if (held.has(name)) {
          if (ifAvailable) return work(null);
          await new Promise<void>((start) => {
            queues.set(name, [...(queues.get(name) ?? []), { owner, start }]);
          });
        } else held.set(name, owner);
        try {
          return await work({ name, mode: 'exclusive' });
        } finally {
          if (!dead) release(name);
        }
      }
      return {
        locks: { request },
        die() {
          dead = true;
          for (const [name, queue] of queues) {
            queues.set(
              name,
              queue.filter((waiting) => waiting.owner !== owner),
            );
          }
          for (const [name, by] of [...held]) if (by === owner) release(name);
        },
      };
    },
  };
}
