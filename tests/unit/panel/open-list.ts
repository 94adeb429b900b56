import { expect, vi } from 'vitest';
import type { SyncState } from '../../../lib/bridge/answers.ts';
import type { Draft } from '../../../lib/drafts/store.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { createCollectionsStore } from '../../../lib/panel/collections.ts';
import { createSyncStore } from '../../../lib/panel/sync.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import {
  collection,
  createBus,
  fakeDrafts,
  fakeReplica,
  LOCATION,
  memoryStorage,
  noticeBoard,
  type Script,
  scriptedCall,
} from './shop-fakes.ts';

/** Newest first: the nth down to the first. */
export const rows = (n: number) =>
  Array.from({ length: n }, (_, index) => collection(n - index, { slug: `slug-${n - index}` }));

/** What the worker tells of the copy on the device. */
export const sync = (state: Partial<SyncState> = {}): SyncState => ({
  locationId: LOCATION,
  running: false,
  complete: true,
  rows: 0,
  ...state,
});

/** The list of a panel in front of a device, before it is started. */
export function openList({
  there = [],
  drafts = [],
  shelf = fakeDrafts(drafts),
  storage = memoryStorage(),
  script = {},
  painted = async () => {},
  connected = () => true,
}: {
  there?: Collection[];
  drafts?: Draft[];
  shelf?: ReturnType<typeof fakeDrafts>;
  storage?: ReturnType<typeof memoryStorage>;
  script?: Script;
  painted?: () => Promise<void>;
  connected?: () => boolean;
} = {}) {
  const bus = createBus();
  const worker = scriptedCall(script);
  const board = noticeBoard();
  const replica = fakeReplica(there);
  const clock = createVirtualClock();
  const syncs = createSyncStore({ call: worker.call, events: bus.end() });
  syncs.start();
  const background = bus.end();
  const list = createCollectionsStore({
    locationId: LOCATION,
    call: worker.call,
    events: bus.end(),
    replica,
    drafts: shelf,
    clock,
    sync: syncs,
    connected,
    storage,
    painted,
    rested: async () => {},
    breathe: async () => {},
    notify: board.notify,
  });
  const ids = () => list.getState().entries.map(({ row }) => row.id);
  const ready = async () => {
    list.start();
    await vi.waitFor(() => expect(list.getState().read).toBe('all'));
  };
  const changed = (...changedRows: Collection[]) => {
    for (const row of changedRows) replica.put(row);
    background.emit({
      type: 'collections',
      locationId: LOCATION,
      changed: changedRows.map(({ id }) => id),
      removed: [],
    });
  };
  return {
    list,
    ids,
    ready,
    worker,
    replica,
    shelf,
    background,
    storage,
    changed,
    clock,
    notices: board.notices,
  };
}
