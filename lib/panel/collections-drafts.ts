import type { JournalEntry } from '../bridge/answers.ts';
import type { Events } from '../bridge/events.ts';
import { fieldsOf } from '../drafts/fields.ts';
import type { Draft } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import { changedFields, patchOf, rebase } from './editor-draft.ts';
import type { DraftShelf } from './editor-state.ts';

export type DraftBook = {
  all(): ReadonlyMap<string, Draft>;
  notSaved(): ReadonlySet<string>;
  load(): Promise<void>;
  loaded(): boolean;
  /** A draft was written or removed, here or (then it is read again) in another window. */
  note(id: string, draft: Draft | undefined): void;
  reread(id: string): Promise<void>;
  /** HighLevel's copy moved: drafts that say what it now says have done their work. */
  meet(rows: readonly Collection[]): void;
  /** The journal moved: which drafts were tried and not saved, and which were saved after all. */
  hear(entries: readonly JournalEntry[]): void;
};

/** The drafts of one location in memory, for the marks in the list. */
export function createDraftBook(
  { locationId, drafts, events }: { locationId: string; drafts: DraftShelf; events: Events },
  onChange: () => void,
): DraftBook {
  let loaded = false;
  let book: ReadonlyMap<string, Draft> = new Map();
  let failed: ReadonlySet<string> = new Set();
  let entries: ReadonlyMap<string, JournalEntry> = new Map();

  function set(next: Map<string, Draft>) {
    book = next;
    failed = new Set([...next.keys()].filter((id) => triedInVain(entries.get(id))));
    onChange();
  }

  const self: DraftBook = {
    all: () => book,
    notSaved: () => failed,
    async load() {
      const list = await drafts.list(locationId);
      loaded = true;
      // What was written meanwhile is newer.
      set(new Map([...list.map((draft) => [draft.id, draft] as const), ...book]));
    },
    loaded: () => loaded,
    note(id, draft) {
      if (draft === undefined && !book.has(id)) return;
      const next = new Map(book);
      if (draft === undefined) next.delete(id);
      else next.set(id, draft);
      set(next);
    },
    async reread(id) {
      self.note(id, await drafts.get(locationId, id));
    },
    meet(rows) {
      if (book.size === 0) return;
      for (const row of rows) {
        const draft = book.get(row.id);
        if (draft === undefined) continue;
        const next = rebase(draft, fieldsOf(row));
        if (changedFields(next).length === 0) drop(row.id);
        else if (next.kind !== draft.kind) keep(next);
      }
    },
    hear(list) {
      const last = new Map<string, JournalEntry>();
      for (const entry of list)
        if (entry.at >= (last.get(entry.targetId)?.at ?? 0)) last.set(entry.targetId, entry);
      entries = last;
      for (const draft of book.values()) if (wasSaved(draft, last.get(draft.id))) drop(draft.id);
      set(new Map(book));
    },
  };

  const tell = (id: string) => () => events.emit({ type: 'drafts', locationId, id });
  function drop(id: string) {
    self.note(id, undefined);
    drafts.remove(locationId, id).then(tell(id), () => {});
  }
  function keep(draft: Draft) {
    self.note(draft.id, draft);
    drafts.put(draft).then(tell(draft.id), () => {});
  }
  return self;
}

const triedInVain = (entry: JournalEntry | undefined) =>
  (entry?.kind === 'update' || entry?.kind === 'create') &&
  (entry.state === 'failed' || entry.state === 'conflict' || entry.state === 'waiting');

/** Confirmed by the journal, and nothing was written after it was sent. */
function wasSaved(draft: Draft, entry: JournalEntry | undefined): boolean {
  if (entry?.state !== 'saved' || entry.patch === undefined || entry.at < draft.at) return false;
  const ours = Object.entries(patchOf(draft));
  const sent = new Map(Object.entries(entry.patch));
  return ours.every(([field, text]) => sent.get(field) === text);
}
