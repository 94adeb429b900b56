import type { Asked, Fault } from './types.ts';

export type Faults = {
  add(fault: Fault): void;
  clear(): void;
  /** The oldest fault that matches; each takes one of its times. */
  take(asked: Asked): Fault['does'] | undefined;
};

const matches = (fault: Fault, asked: Asked) =>
  (fault.method === undefined || fault.method === asked.method) &&
  (fault.path === undefined || fault.path.test(asked.path)) &&
  (fault.query === undefined || fault.query.test(asked.query.toString()));

export function createFaults(): Faults {
  let waiting: { fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => void waiting.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 }),
    clear() {
      waiting = [];
    },
    take(asked) {
      for (const entry of waiting) {
        if (!matches(entry.fault, asked)) continue;
        if (entry.skip > 0) {
          entry.skip -= 1;
          continue;
        }
        entry.left -= 1;
        if (entry.left <= 0) waiting = waiting.filter((other) => other !== entry);
        return entry.fault.does;
      }
      return undefined;
    },
  };
}
