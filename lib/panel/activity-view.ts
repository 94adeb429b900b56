import type { JournalEntry } from '../bridge/answers.ts';
import { FIELDS, type Field } from '../drafts/fields.ts';

/** A save is on its way this long (ms) before it counts as interrupted. */
const ON_ITS_WAY = 60_000;

export const isInterrupted = ({ state, at }: JournalEntry, now: number): boolean =>
  state === 'sending' && now - at > ON_ITS_WAY;

/** The one thing that can be done about an entry. */
export type EntryAction = 'undo' | 'check' | 'open' | 'edit' | 'create-again' | 'look-up';

export function actionOf(entry: JournalEntry, now: number): EntryAction | undefined {
  switch (entry.state) {
    case 'undone':
      return undefined;
    case 'sending':
      return isInterrupted(entry, now) ? 'check' : undefined;
    case 'accepted':
      return 'check';
    case 'saved':
      if (entry.kind === 'create') return 'open';
      if (entry.kind === 'delete') return entry.before === undefined ? undefined : 'create-again';
      return 'undo';
    case 'failed':
    case 'conflict':
    case 'waiting':
      if (entry.kind === 'membership') return 'look-up';
      return entry.kind === 'delete' ? 'open' : 'edit';
  }
}

/** The fields an entry changed, with what they were and became; one side is absent where there was none. */
export type FieldChange = { field: Field; before: string | undefined; after: string | undefined };

export function changesOf({ kind, before, patch, after }: JournalEntry): FieldChange[] {
  if (kind === 'membership') return [];
  const to = after ?? patch ?? {};
  const named = kind === 'update' ? FIELDS.filter((field) => patch?.[field] !== undefined) : FIELDS;
  return named
    .map((field) => ({
      field,
      before: before?.[field],
      after: kind === 'delete' ? undefined : (to[field] ?? patch?.[field]),
    }))
    .filter(({ before: from, after: became }) => (from ?? '') !== (became ?? ''));
}

/** The journal as a file a person can keep. */
export const asFile = (locationId: string, entries: readonly JournalEntry[], now: number): string =>
  `${JSON.stringify({ locationId, exportedAt: new Date(now).toISOString(), changes: entries }, null, 2)}\n`;
