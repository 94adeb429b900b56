import type { JournalEntry } from '../../lib/bridge/answers.ts';
import type { BridgeError } from '../../lib/bridge/contract.ts';
import { FIELDS } from '../../lib/drafts/fields.ts';
import { isInterrupted } from '../../lib/panel/activity-view.ts';
import { count, t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { fieldList } from '../collections/field-names.ts';

/** Names of collections as far as they are known. */
type Names = (id: string) => string | undefined;

/** What an entry says about itself, in one line. */
export function entryWords(entry: JournalEntry, now: number, names: Names): string {
  const what = whatChanged(entry, names);
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
      return t(entry.kind === 'membership' ? 'activity.not_kept' : 'activity.conflict', { what });
    case 'waiting':
      return t('activity.waiting', { what });
    case 'failed': {
      const why =
        entry.slugTaken === undefined
          ? reason(entry.error, now)
          : t('activity.slug_taken', { slug: entry.slugTaken });
      if (entry.kind === 'create') return t('activity.not_created', { why });
      return t(entry.kind === 'delete' ? 'activity.not_deleted' : 'activity.not_saved', { why });
    }
  }
}

/** HighLevel's own words where they say more than ours. */
function reason(error: BridgeError | undefined, now: number): string {
  if (error === undefined) return t('errors.unexpected');
  const { title, said } = words(error, now);
  return error.code === 'invalid' ? (said ?? title) : title;
}

function whatChanged({ kind, patch, added = [], removed = [] }: JournalEntry, names: Names): string {
  switch (kind) {
    case 'create':
      return t('activity.created');
    case 'delete':
      return t('activity.deleted');
    case 'update': {
      const fields = FIELDS.filter((field) => patch?.[field] !== undefined);
      return fields.length === 0 ? t('activity.changed') : fieldList(fields);
    }
    case 'membership': {
      const parts = [
        ...(added.length > 0 ? [moved('added', added, names)] : []),
        ...(removed.length > 0 ? [moved('removed', removed, names)] : []),
      ];
      return parts.length === 0 ? t('activity.membership') : parts.join(' · ');
    }
  }
}

function moved(does: 'added' | 'removed', [id = '', ...others]: readonly string[], names: Names): string {
  const name = others.length === 0 ? names(id) : undefined;
  return name === undefined
    ? count(`activity.${does}`, others.length + 1)
    : t(`activity.${does === 'added' ? 'added_to' : 'removed_from'}`, { name });
}
