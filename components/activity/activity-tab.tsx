import { History } from 'lucide-react';
import { useStore } from 'zustand';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { useShop } from '../collections/use-shop.ts';
import { usePanel } from '../panel/context.ts';
import { useNow } from '../panel/use-now.ts';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { Footer } from '../ui/footer.tsx';
import { ActivityEntry } from './activity-entry.tsx';
import { ActivityMenu } from './activity-menu.tsx';
import { ActivitySkeleton } from './activity-skeleton.tsx';
import styles from './activity-tab.module.css';

/** Every change made from here, and the way back. */
export function ActivityTab() {
  const shop = useShop();
  return shop && <ActivityList key={shop.locationId} shop={shop} />;
}

function ActivityList({ shop }: { shop: Shop }) {
  const { clock } = usePanel();
  const { entries, error } = useStore(shop.activity);
  const now = useNow(clock);
  return (
    <div className={styles.screen}>
      <div className={styles.scroll}>
        {entries === undefined ? (
          error === undefined ? (
            <ActivitySkeleton />
          ) : (
            <Empty
              title={t('activity.failed')}
              action={<Button onClick={() => void shop.activity.load()}>{t('app.retry')}</Button>}
            >
              {words(error, now).title}
            </Empty>
          )
        ) : entries.length === 0 ? (
          <Empty icon={<History aria-hidden />} title={t('activity.empty')}>
            {t('activity.empty_text')}
          </Empty>
        ) : (
          <ul className={styles.list} aria-label={t('activity.list')}>
            {entries.map((entry) => (
              <ActivityEntry key={entry.id} shop={shop} entry={entry} now={now} />
            ))}
          </ul>
        )}
      </div>
      <Footer end={entries !== undefined && entries.length > 0 && <ActivityMenu shop={shop} />}>
        {t('activity.kept')}
      </Footer>
    </div>
  );
}
