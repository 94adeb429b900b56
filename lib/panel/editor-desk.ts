import type { StoreApi } from 'zustand/vanilla';
import { fieldsOf } from '../drafts/fields.ts';
import type { Draft } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import { changedFields, editDraft, rebase } from './editor-draft.ts';
import { createHold, type Hold } from './editor-hold.ts';
import type { EditorParts, EditorState, Open } from './editor-state.ts';

export type Desk = {
  current(): Open | undefined;
  /** Changes what is open, if it still is this one. */
  change(id: string, patch: Partial<Open>): void;
  show(draft: Draft, collection: Collection | undefined): void;
  /** Puts the draft on the device, or takes it off when it no longer differs from HighLevel's copy. */
  keep(draft: Draft): void;
  forget(id: string): void;
  /** Reads HighLevel's copy from the device again, and the draft too where another window may have written it. */
  reread(id: string, draftToo?: boolean): Promise<void>;
  hold(): Hold | undefined;
  /** Moves the lock to this draft, or lets it go. */
  holdFor(id: string | undefined): void;
};

/** What lies open in the editor and where it is kept: memory, device and the lock between windows in step. */
export function createDesk(parts: EditorParts, store: StoreApi<EditorState>): Desk {
  const { locationId, drafts, replica } = parts;
  let hold: Hold | undefined;

  const desk: Desk = {
    current: () => store.getState().open,
    change(id, patch) {
      const open = desk.current();
      if (open?.draft.id === id) store.setState({ open: { ...open, ...patch } });
    },
    show(found, collection) {
      const draft = collection === undefined ? found : rebase(found, fieldsOf(collection));
      store.setState({
        missing: false,
        open: {
          draft,
          collection,
          absent: draft.kind === 'edit' && collection === undefined,
          elsewhere: false,
          kept: true,
          busy: undefined,
          outcome: undefined,
        },
      });
      desk.holdFor(draft.id);
      if (changedFields(draft).length > 0) hold?.claim();
      // HighLevel's copy has caught up with what was written: the draft has done its work.
      else if (changedFields(found).length > 0) desk.keep(draft);
    },
    keep(draft) {
      const empty = changedFields(draft).length === 0;
      const done = empty ? drafts.remove(locationId, draft.id) : drafts.put(draft);
      parts.onDraft(draft.id, empty ? undefined : draft);
      done.then(
        () => {
          if (desk.current()?.kept === false) desk.change(draft.id, { kept: true });
          parts.events.emit({ type: 'drafts', locationId, id: draft.id });
        },
        () => desk.change(draft.id, { kept: false }),
      );
    },
    forget(id) {
      parts.onDraft(id, undefined);
      const tell = () => parts.events.emit({ type: 'drafts', locationId, id });
      drafts.remove(locationId, id).then(tell, tell);
    },
    async reread(id, draftToo = false) {
      const [rows, kept] = await Promise.all([replica.get(locationId, [id]), drafts.get(locationId, id)]);
      const open = desk.current();
      if (open?.draft.id !== id) return;
      const [collection] = rows;
      const theirs = collection && fieldsOf(collection);
      const ours = !draftToo && !open.elsewhere && changedFields(open.draft).length > 0;
      let draft = ours ? open.draft : kept;
      if (draft === undefined && theirs !== undefined) draft = editDraft(locationId, id, theirs, parts.now());
      // A new one that another window dropped.
      if (draft === undefined && open.elsewhere && open.draft.kind === 'new') return parts.leave();
      draft ??= open.draft;
      desk.change(id, {
        draft: theirs === undefined ? draft : rebase(draft, theirs),
        collection: collection ?? open.collection,
        absent: draft.kind === 'edit' && collection === undefined,
      });
    },
    hold: () => hold,
    holdFor(id) {
      hold?.release();
      hold = undefined;
      if (id === undefined) return;
      hold = createHold(parts.locks, `draft:${locationId}:${id}`, (here) => {
        const was = desk.current()?.elsewhere === true;
        if (was === here) desk.change(id, { elsewhere: !here });
        if (was && here) void desk.reread(id, true);
      });
    },
  };
  return desk;
}
