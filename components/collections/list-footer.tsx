import { useEffect } from 'react';
import type { CollectionsState } from '../../lib/panel/collections-state.ts';
import { number, when } from '../../lib/text/format.ts';
import { count, t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Footer } from '../ui/footer.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './list-footer.module.css';

/** How many are shown, how fresh they are when that matters, and the keys. */
export function ListFooter({ state, found }: { state: CollectionsState; found: number }) {
  const { notices, clock } = usePanel();
  const { query, counts, size, error, sync, unreadable } = state;
  const searching = query.trim() !== '';
  const loading = sync?.running === true && !sync.complete;
  useEffect(() => {
    if (searching) notices.say(count('collections.results', found));
  }, [searching, found, notices]);
  return (
    <Footer
      end={
        error === undefined &&
        !unreadable &&
        found > 0 &&
        !loading && (
          <span className={styles.keys} aria-hidden>
            {!searching && (
              <span>
                <Kbd>↑↓</Kbd> {t('collections.key_move')}
              </span>
            )}
            <span>
              <Kbd>F2</Kbd> {t('collections.key_rename')}
            </span>
            <span>
              <Kbd>↵</Kbd> {t('collections.key_edit')}
            </span>
            {searching && (
              <span>
                <Kbd>?</Kbd> {t('collections.key_keys')}
              </span>
            )}
          </span>
        )
      }
    >
      {text()}
    </Footer>
  );

  function text(): string {
    if (unreadable) return '';
    if (searching) return t('collections.some', { n: number(found), total: number(size) });
    if (error !== undefined && sync?.syncedAt !== undefined && size > 0)
      return t('collections.saved_at', { time: when(sync.syncedAt, clock.now()) });
    if (counts === undefined) return t('collections.loading');
    if (loading && sync.total !== undefined && sync.total > size)
      return t('collections.loading_some', { n: number(size), total: number(sync.total) });
    return count('collections.total', size);
  }
}
