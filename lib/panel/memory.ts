import * as z from 'zod/mini';
import { createSights, type SightArea } from './sight.ts';

const memorySchema = z.object({
  /** The location last worked in. */
  lastUsed: z.optional(z.string()),
  /** The pin of each window, by its id; null once it was taken out there. */
  pins: z._default(z.catchall(z.object({}), z.nullable(z.string())), {}),
  /** The pin set last: where the browser begins again after a restart, when window ids are new. */
  lastPin: z.optional(z.string()),
  /** Names of connected locations, so that the panel can paint before the worker has answered. */
  labels: z._default(z.catchall(z.object({}), z.string()), {}),
  /** Every location that was ever connected here: what lies on the device may outlive a connection. */
  seen: z._default(z.array(z.string()), []),
  /** Hosts for which "Not now" was said. */
  declined: z._default(z.array(z.string()), []),
  /** Hosts that were enabled when last looked: what the browser took back since is missed. */
  sites: z._default(z.array(z.string()), []),
});
export type Remembered = z.infer<typeof memorySchema>;

export type Memory = {
  read(): Remembered;
  write(change: Partial<Remembered>): void;
};

const KEY = 'aisle.panel';

/**
 * What the panel remembers between openings. It stands in the pages' own localStorage: read at once, closed to
 * content scripts, and without anything secret. What cannot be read counts as nothing remembered.
 */
export function createMemory(area: SightArea): Memory {
  const read = (): Remembered => {
    const nothing = { pins: {}, labels: {}, seen: [], declined: [], sites: [] };
    try {
      const found = memorySchema.safeParse(JSON.parse(area.getItem(KEY) ?? '{}'));
      return found.success ? found.data : nothing;
    } catch {
      return nothing;
    }
  };
  const sights = createSights(area);
  return {
    read,
    write(change) {
      // A location that was forgotten leaves no rows behind.
      if (change.labels !== undefined) sights.keepOnly(Object.keys(change.labels));
      try {
        area.setItem(KEY, JSON.stringify({ ...read(), ...change }));
      } catch {
        // A full or closed store costs a preference, nothing more.
      }
    },
  };
}
