import * as z from 'zod/mini';
import { contract } from '../../bridge/contract.ts';
import { parseWebAddress } from '../../highlevel/web-address.ts';
import type { Area } from '../areas.ts';

const seenSchema = contract['pointer.seen'].request.shape.seen;
export type Candidate = z.infer<typeof seenSchema>[number];
const keptSchema = z.object({ origin: z.string(), seen: seenSchema });
const spot = (tabId: number) => `pointer.${tabId}`;

/**
 * What was under the pointer when a tab's context menu last opened: candidate ids, nearest first. A page that is left
 * leaves them behind, and the next one may have no pointer script: they count on their own origin alone.
 */
export const createPointer = (session: Area) => ({
  seen: (tabId: number, origin: string, seen: Candidate[]): Promise<void> =>
    session.set({ [spot(tabId)]: { origin, seen } }),
  /** Hands the candidates out once, to a click in a page of their origin: the next menu opens over something else. */
  async take(tabId: number, pageUrl = ''): Promise<Candidate[]> {
    const kept = keptSchema.safeParse((await session.get(spot(tabId)))[spot(tabId)]);
    await session.remove(spot(tabId));
    return kept.success && parseWebAddress(pageUrl)?.origin === kept.data.origin ? kept.data.seen : [];
  },
});
export type Pointer = ReturnType<typeof createPointer>;
