import { createStore, type StoreApi } from 'zustand/vanilla';
import { type Field, fieldsOf, type Patch } from '../drafts/fields.ts';
import { createDesk } from './editor-desk.ts';
import {
  changedFields,
  editDraft,
  newDraft,
  patchOf,
  pickSides,
  type Side,
  writeField,
} from './editor-draft.ts';
import { createSaver } from './editor-save.ts';
import type { EditorParts, EditorState } from './editor-state.ts';

export type EditorStore = StoreApi<EditorState> & {
  /** Begins to listen; answers the function that stops and lets the draft's lock go. */
  start(): () => void;
  /** Opens at once what is in memory; otherwise what the device has, or `missing`. */
  edit(id: string): Promise<void>;
  /** A new draft. Its id is chosen here, once. */
  create(fields?: Patch): void;
  write(field: Field, text: string): void;
  save(): Promise<void>;
  /** Saves the draft of this collection, whatever is open: of another one only a notice tells how it ends. */
  saveAgain(id: string): Promise<void>;
  discard(): void;
  close(): void;
  remove(): Promise<void>;
  pick(field: Field, side: Side): void;
  /** Saves the picked sides over their copy. */
  savePicked(): Promise<void>;
  keepEditing(): void;
  /** Asks how an accepted change stands now. */
  check(): Promise<void>;
  /** Takes the draft over from the other window that writes it. */
  editHere(): void;
  /** Makes what is left of a vanished collection a new one. */
  createAgain(): void;
};

/** The collection being edited. Every change is on the device before anything else happens to it. */
export function createEditorStore(parts: EditorParts): EditorStore {
  const { locationId, now } = parts;
  const store = createStore<EditorState>(() => ({ open: undefined, missing: false }));
  const desk = createDesk(parts, store);
  const saver = createSaver(parts, desk);
  const taken = (id: string) => (slug: string) => parts.slugOwner(slug, id) !== undefined;

  /** What is to be open: whoever reads for something else has come too late. */
  let asked: string | undefined;

  const editor: Omit<EditorStore, keyof StoreApi<EditorState>> = {
    start() {
      const stop = parts.events.on((event) => {
        const open = desk.current();
        if (open === undefined || !('locationId' in event) || event.locationId !== locationId) return;
        const { id } = open.draft;
        if (event.type === 'collections' && [...event.changed, ...event.removed].includes(id))
          void desk.reread(id);
        if (event.type === 'drafts' && event.id === id) {
          desk.hold()?.claim();
          void desk.reread(id);
        }
        if (event.type === 'journal') void saver.check();
      });
      return () => {
        stop();
        desk.holdFor(undefined);
      };
    },
    async edit(id) {
      asked = id;
      const { draftsRead, ...known } = parts.known(id);
      let { collection, draft } = known;
      const there = collection !== undefined || draft?.kind === 'new';
      // A draft that was not read yet would be written over.
      if (!there || !draftsRead) {
        store.setState({ open: undefined, missing: false });
        const [rows, kept] = await Promise.all([
          there ? [collection] : parts.replica.get(locationId, [id]).catch(() => []),
          parts.drafts.get(locationId, id).catch(() => undefined),
        ]);
        if (asked !== id) return;
        collection = rows[0];
        draft = kept ?? draft;
      }
      if (collection !== undefined) draft ??= editDraft(locationId, id, fieldsOf(collection), now());
      if (draft === undefined) store.setState({ missing: true });
      else desk.show(draft, collection);
    },
    create({ name, ...fields } = {}) {
      asked = undefined;
      const blank = newDraft(locationId, parts.createId(), fields, now());
      const draft = name === undefined ? blank : writeField(blank, 'name', name, now(), taken(blank.id));
      desk.show(draft, undefined);
      if (changedFields(draft).length > 0) desk.keep(draft);
    },
    write(field, text) {
      const open = desk.current();
      if (open === undefined || open.elsewhere) return;
      desk.hold()?.claim();
      const draft = writeField(open.draft, field, text, now(), taken(open.draft.id));
      desk.change(draft.id, {
        draft,
        outcome: open.outcome?.state === 'accepted' ? open.outcome : undefined,
      });
      desk.keep(draft);
    },
    async save() {
      const open = desk.current();
      if (open === undefined || open.busy !== undefined || open.elsewhere) return;
      if (changedFields(open.draft).length > 0) await saver.send(open.draft, patchOf(open.draft));
    },
    async saveAgain(id) {
      if (desk.current()?.draft.id === id) return editor.save();
      const { draft } = parts.known(id);
      if (draft !== undefined && changedFields(draft).length > 0) await saver.send(draft, patchOf(draft));
    },
    discard() {
      const open = desk.current();
      if (open === undefined || open.elsewhere) return;
      const { id } = open.draft;
      desk.forget(id);
      if (open.collection === undefined || open.absent) parts.leave();
      else {
        const draft = editDraft(locationId, id, fieldsOf(open.collection), now());
        desk.change(id, { draft, outcome: undefined });
      }
    },
    close() {
      asked = undefined;
      desk.holdFor(undefined);
      store.setState({ open: undefined, missing: false });
    },
    async remove() {
      const open = desk.current();
      if (open === undefined || open.busy !== undefined) return;
      const { id } = open.draft;
      const name = open.collection?.name ?? open.draft.fields.name;
      desk.change(id, { busy: 'deleting', outcome: undefined });
      const answer = await parts.call('collection.delete', { locationId, id });
      if (!answer.ok) {
        desk.change(id, { busy: undefined, outcome: { state: 'failed', error: answer.error } });
        return;
      }
      desk.forget(id);
      if (desk.current()?.draft.id === id) parts.leave();
      parts.notify({ kind: answer.value.state === 'saved' ? 'deleted' : 'delete-accepted', name });
    },
    pick(field, side) {
      const open = desk.current();
      if (open?.outcome?.state !== 'conflict') return;
      const picks = { ...open.outcome.picks, [field]: side };
      desk.change(open.draft.id, { outcome: { ...open.outcome, picks } });
    },
    async savePicked() {
      const open = desk.current();
      if (open?.outcome?.state !== 'conflict' || open.busy !== undefined) return;
      const draft = pickSides(open.draft, open.outcome.theirs, open.outcome.picks, now());
      desk.change(draft.id, { draft, outcome: undefined });
      desk.keep(draft);
      if (changedFields(draft).length > 0) await saver.send(draft, patchOf(draft));
    },
    keepEditing() {
      const open = desk.current();
      if (open !== undefined) desk.change(open.draft.id, { outcome: undefined });
    },
    check: saver.check,
    editHere: () => desk.hold()?.steal(),
    createAgain() {
      const open = desk.current();
      if (open === undefined) return;
      desk.forget(open.draft.id);
      editor.create(open.draft.fields);
    },
  };

  return Object.assign(store, editor);
}
