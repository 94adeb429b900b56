import type { Call } from '../bridge/call.ts';
import { type CollectionsStore, createCollectionsStore } from './collections.ts';
import type { Notice } from './editor-state.ts';
import type { Panel } from './parts.ts';
import { createWatchedCall } from './shop-call.ts';
import type { SightArea } from './sight.ts';

/** What the shop behind a front does for it. */
export type Behind = {
  /** Saves this collection's draft again, which failed on the way. */
  again(id: string): void;
  /** Says what happened. */
  say(notice: Notice): void;
  stop(): void;
};

/** The front of a shop: its list, which is all that the first paint needs. The shop behind it is built on it later. */
export type Front = {
  locationId: string;
  collections: CollectionsStore;
  /** Calls for this location, watched. */
  call: Call;
  /** The shop is there: what waited for it is done. */
  join(behind: Behind): void;
  stop(): void;
};

export type Fronts = {
  /** The front of a location, made and started when it is first asked for. */
  at(locationId: string): Front;
};

type FrontsParts = Pick<
  Panel,
  'call' | 'events' | 'replica' | 'drafts' | 'clock' | 'connections' | 'saving' | 'sync' | 'problem'
> & {
  storage: SightArea;
  painted: () => Promise<void>;
  rested: () => Promise<void>;
  breathe: () => Promise<void>;
};

/** So many locations stay in memory; the ones left longest ago are read from the device again. */
const KEPT = 4;

export function createFronts(parts: FrontsParts): Fronts {
  const open = new Map<string, Front>();
  return {
    at(locationId) {
      const found = open.get(locationId) ?? openFront(parts, locationId);
      // Last used, last in line.
      open.delete(locationId);
      open.set(locationId, found);
      for (const [id, front] of open) {
        if (open.size <= KEPT) break;
        front.stop();
        open.delete(id);
      }
      return found;
    },
  };
}

function openFront(parts: FrontsParts, locationId: string): Front {
  let join = (_: Behind) => {};
  const joined = new Promise<Behind>((resolve) => {
    join = resolve;
  });
  const call = createWatchedCall(parts, locationId, (id) => void joined.then((shop) => shop.again(id)));
  const collections = createCollectionsStore({
    ...parts,
    call,
    locationId,
    connected: () => locationId in parts.connections.getState().labels,
    notify: (notice) => void joined.then((shop) => shop.say(notice)),
  });
  const stop = collections.start();
  return {
    locationId,
    collections,
    call,
    join,
    stop() {
      stop();
      void joined.then((shop) => shop.stop());
    },
  };
}
