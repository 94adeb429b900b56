import type * as z from 'zod/mini';
import { contract } from '../../bridge/contract.ts';
import type { Area } from '../areas.ts';

const seenSchema = contract['pointer.seen'].request.shape.seen;
export type Candidate = z.infer<typeof seenSchema>[number];
const spot = (tabId: number) => `pointer.${tabId}`;

/** What was under the pointer when a tab's context menu last opened: candidate ids, nearest first. */
export const createPointer = (session: Area) => ({
  seen: (tabId: number, seen: Candidate[]): Promise<void> => session.set({ [spot(tabId)]: seen }),
  /** Hands the candidates out once: the next menu opens over something else. */
  async take(tabId: number): Promise<Candidate[]> {
    const seen = seenSchema.safeParse((await session.get(spot(tabId)))[spot(tabId)]);
    await session.remove(spot(tabId));
    return seen.success ? seen.data : [];
  },
});
export type Pointer = ReturnType<typeof createPointer>;
