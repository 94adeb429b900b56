import type { Call } from '../bridge/call.ts';
import { fieldsOf } from '../drafts/fields.ts';
import type { Draft } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import { changedFields, editDraft, rebase } from './editor-draft.ts';
import type { DraftShelf, Notice } from './editor-state.ts';

type RenameParts = {
  locationId: string;
  call: Call;
  drafts: DraftShelf;
  now: () => number;
  draftOf: (id: string) => Draft | undefined;
  onDraft: (id: string, draft: Draft | undefined) => void;
  notify: (notice: Notice) => void;
};

/**
 * Saves a new name at once, and nothing else of a draft that may be there. A name that could not be saved becomes
 * a draft: it is on the device before anyone is told.
 */
export async function saveName(parts: RenameParts, row: Collection, name: string): Promise<void> {
  const { locationId, call, drafts, notify } = parts;
  const { id } = row;
  const base = fieldsOf(row);
  const answer = await call('collection.save', { locationId, id, base, patch: { name } });
  const draft = parts.draftOf(id);
  if (answer.ok && answer.value.state === 'saved') {
    notify({ kind: 'renamed', name: row.name, journalId: answer.value.journalId });
    if (draft === undefined) return;
    const left = rebase(draft, fieldsOf(answer.value.collection));
    if (changedFields(left).length > 0) await drafts.put(left);
    else await drafts.remove(locationId, id);
    parts.onDraft(id, changedFields(left).length > 0 ? left : undefined);
    return;
  }
  const from = draft ?? editDraft(locationId, id, base, parts.now());
  const kept = { ...from, fields: { ...from.fields, name }, at: parts.now() };
  await drafts.put(kept);
  parts.onDraft(id, kept);
  if (answer.ok && answer.value.state === 'accepted') notify({ kind: 'accepted', name, id });
  // The worker died on the way: what became of it the journal will say, and the draft goes if it was saved.
  else if (!answer.ok && answer.error.code === 'no-worker') notify({ kind: 'interrupted', name, id });
  else notify({ kind: 'not-saved', name, id, ...(answer.ok ? {} : { error: answer.error }) });
}
