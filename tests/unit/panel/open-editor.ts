import type { Draft } from '../../../lib/drafts/store.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { createEditorStore } from '../../../lib/panel/editor.ts';
import type { EditorParts } from '../../../lib/panel/editor-state.ts';
import {
  collection,
  createBus,
  fakeDrafts,
  fakeLocks,
  fakeReplica,
  idOf,
  LOCATION,
  noticeBoard,
  type Script,
  scriptedCall,
} from './shop-fakes.ts';

export const ONE = collection(1, { name: 'Summer', slug: 'summer' });
/** The id of what is made anew. */
export const FRESH = idOf(99);

/** What the windows of one device share. */
export type World = {
  bus: ReturnType<typeof createBus>;
  replica: ReturnType<typeof fakeReplica>;
  drafts: ReturnType<typeof fakeDrafts>;
  locks: ReturnType<typeof fakeLocks>;
};

export const createWorld = (rows: Collection[] = [ONE], drafts: Draft[] = []): World => ({
  bus: createBus(),
  replica: fakeReplica(rows),
  drafts: fakeDrafts(drafts),
  locks: fakeLocks(),
});

const NOTHING = { collection: undefined, draft: undefined, draftsRead: true };

/** An editor in a window of its own. */
export function openWindow(
  script: Script = {},
  world = createWorld(),
  known: ReturnType<EditorParts['known']> = NOTHING,
) {
  const worker = scriptedCall(script);
  const board = noticeBoard();
  let clock = 0;
  let left = 0;
  const editor = createEditorStore({
    locationId: LOCATION,
    call: worker.call,
    events: world.bus.end(),
    replica: world.replica,
    drafts: world.drafts,
    locks: world.locks,
    now: () => ++clock,
    createId: () => FRESH,
    known: () => known,
    slugOwner: (slug, except) =>
      [...world.replica.rows.values()].find((row) => row.slug === slug && row.id !== except),
    onDraft: () => {},
    notify: board.notify,
    leave: () => {
      left += 1;
      editor.close();
    },
  });
  editor.start();
  const open = () => {
    const found = editor.getState().open;
    if (found === undefined) throw new Error('nothing is open');
    return found;
  };
  return { editor, open, world, worker, notices: board.notices, left: () => left };
}
