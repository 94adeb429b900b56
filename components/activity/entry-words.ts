import type { JournalEntry } from '../../lib/bridge/answers.ts';
import { FIELDS } from '../../lib/drafts/fields.ts';
import { isInterrupted } from '../../lib/panel/activity-view.ts';
import { list } from '../../lib/text/format.ts';
import { count, t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { FIELD_NAMES } from '../collections/conflict-picker.tsx';

/** What an entry says about itself, in one line. */
export function entryWords(entry: JournalEntry, now: number): string {
  const what = whatChanged(entry);
  switch (entry.state) {
    case 'sending':
      return t(isInterrupted(entry, now) ? 'activity.interrupted' : 'activity.sending');
    case 'accepted':
      return t('activity.accepted', { what });
    case 'saved':
      return what;
    case 'undone':
      return t('activity.undone');
    case 'conflict':
      return t('activity.conflict', { what });
    case 'waiting':
      return t('activity.waiting', { what });
    case 'failed': {
      const why = entry.error === undefined ? t('errors.unexpected') : words(entry.error, now).title;
      if (entry.kind === 'create') return t('activity.not_created', { why });
      return t(entry.kind === 'delete' ? 'activity.not_deleted' : 'activity.not_saved', { why });
    }
  }
}

function whatChanged({ kind, patch, added = [], removed = [] }: JournalEntry): string {
  switch (kind) {
    case 'create':
      return t('activity.created');
    case 'delete':
      return t('activity.deleted');
    case 'update': {
      const fields = FIELDS.filter((field) => patch?.[field] !== undefined);
      return fields.length === 0 ? t('activity.changed') : list(fields.map((field) => t(FIELD_NAMES[field])));
    }
    case 'membership': {
      const parts = [
        ...(added.length > 0 ? [count('activity.added', added.length)] : []),
        ...(removed.length > 0 ? [count('activity.removed', removed.length)] : []),
      ];
      return parts.length === 0 ? t('activity.membership') : list(parts);
    }
  }
}
