import type { Notice } from '../../lib/panel/editor-state.ts';
import type { ToastAction } from '../../lib/panel/notices.ts';
import type { Panel } from '../../lib/panel/parts.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { fieldList } from './field-names.ts';

/** Says what happened over the screen's foot, with the one thing that can be done about it. */
export function sayNotice({ notices, route, clock }: Panel, shop: Shop, notice: Notice): void {
  notices.toast(wordsFor(notice, clock.now()), actionFor(notice, route, shop));
}

function wordsFor(notice: Notice, now: number): string {
  const { name } = notice;
  switch (notice.kind) {
    case 'renamed':
      return t('collections.renamed', { name });
    case 'saved':
      return notice.otherwise.length === 0
        ? t('collections.saved', { name })
        : t('collections.saved_otherwise', { name, fields: fieldList(notice.otherwise) });
    case 'accepted':
      return t('collections.accepted', { name });
    case 'interrupted':
      return t('collections.interrupted', { name });
    case 'deleted':
      return t('collections.deleted', { name });
    case 'delete-accepted':
      return t('collections.delete_accepted', { name });
    case 'moved':
      return t(notice.does === 'add' ? 'product.added_to' : 'product.removed_from', { name });
    case 'not-moved': {
      const said = t(notice.does === 'add' ? 'product.not_added' : 'product.not_removed', { name });
      return `${said} ${words(notice.error, now).title}.`;
    }
    case 'undone':
      return t('collections.undone', { name });
    case 'not-saved': {
      const said = t('collections.not_saved', { name });
      return notice.error === undefined ? said : `${said} ${words(notice.error, now).title}.`;
    }
    case 'not-undone':
      return t('collections.not_undone', { name, why: words(notice.error, now).title });
  }
}

function actionFor(notice: Notice, route: Panel['route'], shop: Shop): ToastAction | undefined {
  const { journalId } = { journalId: undefined, ...notice };
  if (journalId !== undefined) return { label: t('app.undo'), run: () => void shop.activity.undo(journalId) };
  if (notice.kind === 'not-saved' || notice.kind === 'accepted' || notice.kind === 'interrupted')
    return { label: t('collections.open'), run: () => route.edit(notice.id) };
  return undefined;
}
