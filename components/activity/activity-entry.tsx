import { ChevronRight } from 'lucide-react';
import { useStore } from 'zustand';
import type { JournalEntry } from '../../lib/bridge/answers.ts';
import { changesOf } from '../../lib/panel/activity-view.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { when } from '../../lib/text/format.ts';
import { words } from '../../lib/text/words.ts';
import styles from './activity-entry.module.css';
import { EntryButton } from './entry-button.tsx';
import { EntryChanges } from './entry-changes.tsx';
import { EntrySets } from './entry-sets.tsx';
import { entryWords } from './entry-words.ts';

/** One change: what, when, how it ended, and the one thing that can be done about it. */
export function ActivityEntry({ shop, entry, now }: { shop: Shop; entry: JournalEntry; now: number }) {
  const refused = useStore(shop.activity, (state) => state.refused.get(entry.id));
  const changes = changesOf(entry);
  const hasMore = changes.length > 0 || (entry.added ?? []).length + (entry.removed ?? []).length > 0;
  const head = (
    <>
      <span dir="auto" className={styles.title}>
        {entry.title}
        {hasMore && <ChevronRight aria-hidden className={styles.chevron} />}
      </span>
      <span className={styles.what}>
        {entryWords(entry, now, (id) => shop.collections.row(id)?.name)} · <time>{when(entry.at, now)}</time>
      </span>
    </>
  );
  return (
    <li data-entry className={styles.entry}>
      {!hasMore ? (
        <div className={styles.head}>{head}</div>
      ) : (
        <details className={styles.details}>
          <summary className={styles.head}>{head}</summary>
          {entry.kind === 'membership' ? (
            <EntrySets shop={shop} entry={entry} />
          ) : (
            <EntryChanges changes={changes} />
          )}
        </details>
      )}
      <EntryButton shop={shop} entry={entry} now={now} />
      {refused !== undefined && (
        <p className={styles.refused}>
          {words(refused, now).title}. {words(refused, now).next}
        </p>
      )}
    </li>
  );
}
