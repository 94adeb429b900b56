import type { JournalEntry, SaveOutcome } from '../bridge/answers.ts';
import type { BridgeError } from '../bridge/contract.ts';
import { type Fields, fieldsOf, type Patch } from '../drafts/fields.ts';
import type { Draft } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import type { Result } from '../highlevel/result.ts';
import type { Desk } from './editor-desk.ts';
import { settle } from './editor-draft.ts';
import type { EditorOutcome, EditorParts } from './editor-state.ts';

type SaveAnswer = Result<SaveOutcome, BridgeError>;

/** What the editor shows for an answer. */
function outcomeOf(answer: SaveAnswer, sent: Draft): EditorOutcome {
  if (!answer.ok) return { state: 'failed', error: answer.error };
  const { value } = answer;
  switch (value.state) {
    case 'saved':
      return { state: 'saved', created: sent.kind === 'new', stored: value.stored };
    case 'accepted':
      return {
        state: 'accepted',
        sure: true,
        journalId: value.journalId,
        sent: sent.fields,
        checking: false,
      };
    case 'conflict':
      return { state: 'conflict', theirs: value.theirs, fields: value.fields, picks: {} };
    case 'slug-taken':
      return { state: 'slug-taken', slug: value.slug, name: value.name, free: value.free };
  }
}

/** How an accepted change stands by its journal entry; undefined while nothing new is known. */
function outcomeOfEntry(entry: JournalEntry): EditorOutcome | 'look-again' | undefined {
  switch (entry.state) {
    case 'sending':
    case 'accepted':
      return undefined;
    case 'saved':
      return { state: 'saved', created: entry.kind === 'create', stored: [] };
    case 'failed':
      return { state: 'failed', error: entry.error ?? { code: 'unexpected' } };
    case 'conflict':
    case 'waiting':
    case 'undone':
      return 'look-again';
  }
}

export type Saver = {
  send(draft: Draft, patch: Patch): Promise<void>;
  /** Asks how an accepted change stands now. */
  check(): Promise<void>;
};

/** Sends drafts and settles them by the answers. What was written while a save was on its way stays a draft. */
export function createSaver(parts: EditorParts, desk: Desk): Saver {
  const { locationId, call } = parts;

  /** HighLevel stored `sent` as `stored`, perhaps under another id than the one we chose. */
  async function stored(sent: Draft, fields: Fields, id: string, collection: Collection | undefined) {
    const current = desk.current();
    const open = current?.draft.id === sent.id ? current : undefined;
    const written = open?.draft ?? (await parts.drafts.get(locationId, sent.id));
    if (id !== sent.id) desk.forget(sent.id);
    if (written === undefined) return;
    const draft = { ...settle(written, sent.fields, fields), id };
    if (open !== undefined) {
      // The answer to a save need not tell how many products there are.
      const productCount = collection?.productCount ?? open.collection?.productCount;
      const now = collection && { ...collection, ...(productCount !== undefined && { productCount }) };
      desk.change(sent.id, { draft, collection: now ?? open.collection, absent: false, busy: undefined });
      if (id !== sent.id) desk.holdFor(id);
    }
    desk.keep(draft);
  }

  /** The worker died on the way: what it wrote down before it sent anything, if it came that far. */
  async function findIntent(id: string, began: number): Promise<JournalEntry | undefined> {
    const answer = await call('activity.list', { locationId });
    if (!answer.ok) return undefined;
    return answer.value
      .filter(({ targetId, kind, at }) => targetId === id && kind !== 'membership' && at >= began)
      .toSorted((a, b) => b.at - a.at)[0];
  }

  async function check(): Promise<void> {
    const open = desk.current();
    if (open?.outcome?.state !== 'accepted' || open.outcome.checking) return;
    const { draft, outcome } = open;
    desk.change(draft.id, { outcome: { ...outcome, checking: true } });
    const answer = await call('activity.check', { locationId, journalId: outcome.journalId });
    const now = desk.current()?.outcome;
    if (now?.state !== 'accepted' || now.journalId !== outcome.journalId) return;
    const next = answer.ok ? outcomeOfEntry(answer.value) : undefined;
    if (next === undefined || !answer.ok) {
      const sure = outcome.sure || (answer.ok && answer.value.state === 'accepted');
      desk.change(draft.id, { outcome: { ...outcome, sure, checking: false } });
    } else if (next === 'look-again') {
      desk.change(draft.id, { outcome: undefined });
      await desk.reread(draft.id);
    } else if (next.state === 'saved') {
      const { targetId, after } = answer.value;
      await stored({ ...draft, fields: outcome.sent }, after ?? outcome.sent, targetId, undefined);
      desk.change(targetId, { outcome: next });
    } else desk.change(draft.id, { outcome: next });
  }

  return {
    check,
    async send(draft, patch) {
      const { id } = draft;
      const began = parts.now();
      desk.change(id, { busy: 'saving', outcome: undefined });
      const answer =
        draft.kind === 'new'
          ? await call('collection.create', { locationId, id, fields: draft.fields })
          : await call('collection.save', { locationId, id, base: draft.base, patch });
      const interrupted =
        !answer.ok && answer.error.code === 'no-worker' ? await findIntent(id, began) : undefined;
      const { name } = draft.fields;
      const left = desk.current()?.draft.id !== id;
      if (interrupted !== undefined) {
        desk.change(id, {
          busy: undefined,
          outcome: {
            state: 'accepted',
            sure: false,
            journalId: interrupted.id,
            sent: draft.fields,
            checking: false,
          },
        });
        if (left) parts.notify({ kind: 'interrupted', name, id });
        return check();
      }
      const outcome = outcomeOf(answer, draft);
      if (answer.ok && answer.value.state === 'saved') {
        const { collection, stored: otherwise } = answer.value;
        await stored(draft, fieldsOf(collection), collection.id, collection);
        desk.change(collection.id, { outcome });
        if (left) parts.notify({ kind: 'saved', name, otherwise: otherwise.map(({ field }) => field) });
      } else {
        desk.change(id, { busy: undefined, outcome });
        if (left) parts.notify({ kind: outcome.state === 'accepted' ? 'accepted' : 'not-saved', name, id });
      }
    },
  };
}
