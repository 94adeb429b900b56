import * as z from 'zod/mini';
import { type Answer, contract } from '../../bridge/contract.ts';
import type { Events } from '../../bridge/events.ts';
import type { Clock } from '../../highlevel/clock.ts';
import type { Area, Locks } from '../areas.ts';

export type Pending = NonNullable<Answer<'lookup.take'>>;

/** A panel that has not asked by then (ms) did not open; opened later by hand, it must not show an old click. */
const WAITS_MS = 60_000;

const spotSchema = z.object({ at: z.number(), pending: contract['lookup.take'].answer });
const spot = (windowId: number) => `lookup.${windowId}`;

/**
 * What the context menu asked for waits here until the panel of that window takes it, once. In session storage,
 * because the panel may take longer to open than the worker lives.
 */
export function createPending(parts: { session: Area; locks: Locks; clock: Clock; events: Events }) {
  const { session, clock } = parts;
  /** A panel that is just asking would remove what is left meanwhile. */
  const alone = <Value>(windowId: number, work: () => Promise<Value>): Promise<Value> =>
    parts.locks.request(`aisle-lookup-${windowId}`, work);
  return {
    async leave(windowId: number, pending: Pending): Promise<void> {
      await alone(windowId, () => session.set({ [spot(windowId)]: { at: clock.now(), pending } }));
      parts.events.emit({ type: 'lookup', windowId });
    },
    take: (windowId: number): Promise<Pending | null> =>
      alone(windowId, async () => {
        const waiting = spotSchema.safeParse((await session.get(spot(windowId)))[spot(windowId)]);
        await session.remove(spot(windowId));
        if (!waiting.success || clock.now() - waiting.data.at > WAITS_MS) return null;
        return waiting.data.pending;
      }),
  };
}
export type PendingLookups = ReturnType<typeof createPending>;
