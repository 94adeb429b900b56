import * as z from 'zod/mini';
import type { Area } from '../areas.ts';

const spotSchema = z.array(z.object({ tokenId: z.string(), token: z.string() }));
const spot = (locationId: string) => `vault.token.${locationId}`;

/**
 * Tokens that are kept until the browser closes. While one is being replaced both lie here, so that whoever
 * reads the connection a moment before or after finds the one that belongs to it.
 */
export function createTokenMemory(session: Area) {
  async function read(locationId: string) {
    const name = spot(locationId);
    const all = spotSchema.safeParse((await session.get(name))[name]);
    return all.success ? all.data : [];
  }
  return {
    get: async (locationId: string, tokenId: string): Promise<string | undefined> =>
      (await read(locationId)).find((one) => one.tokenId === tokenId)?.token,
    add: async (locationId: string, tokenId: string, token: string): Promise<void> =>
      session.set({ [spot(locationId)]: [...(await read(locationId)), { tokenId, token }] }),
    /** Leaves this one alone; without it, none. */
    async keepOnly(locationId: string, tokenId?: string): Promise<void> {
      const left = (await read(locationId)).filter((one) => one.tokenId === tokenId);
      if (left.length > 0) await session.set({ [spot(locationId)]: left });
      else await session.remove(spot(locationId));
    },
  };
}
export type TokenMemory = ReturnType<typeof createTokenMemory>;
