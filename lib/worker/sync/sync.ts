import type { SyncState } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { Events } from '../../bridge/events.ts';
import type { ReplicaState } from '../../catalog/database.ts';
import type { Replica } from '../../catalog/replica.ts';
import type { Client } from '../../highlevel/client.ts';
import type { Clock } from '../../highlevel/clock.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { ok, type Result } from '../../highlevel/result.ts';
import { PAGE_ROWS } from './pager.ts';
import { runSync } from './run.ts';

/** Up to so many rows a replica is refreshed after a minute, above after a quarter of an hour. */
const FEW_ROWS = 1_000;
const FRESH_FEW = 60_000;
const FRESH_MANY = 15 * 60_000;

/** What we need of `navigator.locks`. */
export type Locks = Pick<LockManager, 'request'>;

export type Sync = {
  /** What is known now. A sync that is needed runs behind it and tells by events. */
  refresh(locationId: string, force: boolean): Promise<SyncState>;
  /** Asks HighLevel by name and puts the first hundred finds in the replica; answers their ids. */
  find(locationId: string, name: string): Promise<Result<string[], BridgeError>>;
  /** Goes on with what a worker's death broke off. */
  resume(): Promise<void>;
  /** Ends the sync of this location and empties its replica. */
  forget(locationId: string): Promise<void>;
  /** When no sync of this worker runs any more. */
  idle(): Promise<void>;
};

type Run = { stop: AbortController; done: Promise<void> };

/** Keeps replicas equal to HighLevel. At most one sync per location, whatever asks for it. */
export function createSync(parts: {
  clientFor: (locationId: string) => Promise<Result<Client, BridgeError>>;
  replica: Replica;
  events: Pick<Events, 'emit'>;
  locks: Locks;
  clock: Clock;
}): Sync {
  const { clientFor, replica, events, locks, clock } = parts;
  const runs = new Map<string, Run>();
  const errors = new Map<string, HighLevelError>();

  function present(state: ReplicaState, running: boolean, total = state.total): SyncState {
    const { locationId, complete, rows, syncedAt } = state;
    const error = running ? undefined : errors.get(locationId);
    return {
      locationId,
      running,
      complete,
      rows,
      ...(total !== undefined && { total }),
      ...(syncedAt !== undefined && { syncedAt }),
      ...(error && { error }),
    };
  }

  async function tell(locationId: string, running: boolean, total?: number): Promise<void> {
    events.emit({ type: 'sync', state: present(await replica.state(locationId), running, total) });
  }

  function tellRows(locationId: string, changed: readonly string[], removed: readonly string[]): void {
    if (changed.length + removed.length === 0) return;
    events.emit({ type: 'collections', locationId, changed: [...changed], removed: [...removed] });
  }

  async function run(locationId: string, signal: AbortSignal): Promise<void> {
    const client = await clientFor(locationId);
    // Not connected, or locked: the connection says so itself.
    if (!client.ok) return;
    await tell(locationId, true);
    const outcome = await runSync({
      locationId,
      client: client.value,
      replica,
      clock,
      signal,
      onRows: (changed, removed) => tellRows(locationId, changed, removed),
      onPage: ({ total }) => tell(locationId, true, total),
    });
    if (outcome.ok) errors.delete(locationId);
    else errors.set(locationId, outcome.error);
  }

  function begin(locationId: string): void {
    const stop = new AbortController();
    const under = { ifAvailable: true } as const;
    const done = locks
      .request(`aisle.sync.${locationId}`, under, async (lock) => {
        if (lock) await run(locationId, stop.signal);
      })
      .catch(() => {
        if (!stop.signal.aborted) errors.set(locationId, { code: 'unavailable' });
      })
      .finally(async () => {
        runs.delete(locationId);
        if (!stop.signal.aborted) await tell(locationId, false);
      });
    runs.set(locationId, { stop, done });
  }

  const isDue = ({ rows, triedAt }: ReplicaState): boolean =>
    triedAt === undefined || clock.now() - triedAt >= (rows > FEW_ROWS ? FRESH_MANY : FRESH_FEW);

  return {
    async refresh(locationId, force) {
      const state = await replica.state(locationId);
      if (!runs.has(locationId) && (force || errors.has(locationId) || isDue(state))) begin(locationId);
      return present(state, runs.has(locationId));
    },
    async find(locationId, name) {
      const client = await clientFor(locationId);
      if (!client.ok) return client;
      const { version } = await replica.state(locationId);
      const page = await client.value.listCollections({ limit: PAGE_ROWS, offset: 0, name });
      if (!page.ok) return page;
      const { changed } = await replica.merge(locationId, page.value.rows, version);
      tellRows(locationId, changed, []);
      return ok(page.value.rows.map(({ id }) => id));
    },
    async resume() {
      for (const locationId of await replica.progress.unfinished()) {
        if (!runs.has(locationId)) begin(locationId);
      }
    },
    async forget(locationId) {
      const run = runs.get(locationId);
      run?.stop.abort();
      await run?.done;
      errors.delete(locationId);
      await replica.destroy(locationId);
    },
    async idle() {
      while (runs.size > 0) await Promise.all([...runs.values()].map(({ done }) => done));
    },
  };
}
