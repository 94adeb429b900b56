import type { Call } from '../bridge/call.ts';
import { fieldsOf } from '../drafts/fields.ts';
import type { Draft } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import { changedFields, editDraft, rebase } from './editor-draft.ts';
import type { DraftShelf, Notice } from './editor-state.ts';

type NameParts = {
  locationId: string;
  drafts: DraftShelf;
  now: () => number;
  draftOf: (id: string) => Draft | undefined;
  onDraft: (id: string, draft: Draft | undefined) => void;
};
type RenameParts = NameParts & {
  call: Call;
  notify: (notice: Notice) => void;
};

/** Keeps a new name as a draft, with whatever is written already. */
export async function keepName(parts: NameParts, row: Collection, name: string): Promise<void> {
  const { locationId, drafts } = parts;
  // Not all drafts may have been read yet: one that lies there is gone on with.
  const there = parts.draftOf(row.id) ?? (await drafts.get(locationId, row.id).catch(() => undefined));
  const from = there ?? editDraft(locationId, row.id, fieldsOf(row), parts.now());
  const kept = { ...from, fields: { ...from.fields, name }, at: parts.now() };
  parts.onDraft(row.id, kept);
  // Where the device keeps nothing, memory does.
  await drafts.put(kept).catch(() => {});
}

/**
 * Saves a new name at once, and nothing else of a draft that may be there. Until it is saved it is a draft: whoever
 * closes the panel meanwhile finds it again.
 */
export async function saveName(parts: RenameParts, row: Collection, name: string): Promise<void> {
  const { locationId, call, drafts, notify } = parts;
  const { id } = row;
  const base = fieldsOf(row);
  await keepName(parts, row, name);
  const answer = await call('collection.save', { locationId, id, base, patch: { name } });
  if (answer.ok && answer.value.state === 'saved') {
    const { collection, journalId, stored } = answer.value;
    if (stored.length === 0) notify({ kind: 'renamed', name: row.name, journalId });
    else notify({ kind: 'saved', name: collection.name, otherwise: stored.map(({ field }) => field) });
    const draft = parts.draftOf(id);
    if (draft === undefined) return;
    const theirs = fieldsOf(collection);
    const done = draft.fields.name === name;
    const left = rebase(done ? { ...draft, fields: { ...draft.fields, name: theirs.name } } : draft, theirs);
    if (changedFields(left).length > 0) await drafts.put(left);
    else await drafts.remove(locationId, id);
    parts.onDraft(id, changedFields(left).length > 0 ? left : undefined);
    return;
  }
  if (answer.ok && answer.value.state === 'accepted') notify({ kind: 'accepted', name, id });
  // The worker died on the way: what became of it the journal will say, and the draft goes if it was saved.
  else if (!answer.ok && answer.error.code === 'no-worker') notify({ kind: 'interrupted', name, id });
  else notify({ kind: 'not-saved', name, id, ...(answer.ok ? {} : { error: answer.error }) });
}
