import { t } from '../../lib/text/t.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Unseen } from '../ui/unseen.tsx';
import styles from './activity-entry.module.css';

export function ActivitySkeleton() {
  return (
    <div>
      <Unseen>{t('activity.loading')}</Unseen>
      {['42%', '30%', '48%', '36%'].map((width) => (
        <div key={width} className={styles.entry} aria-hidden>
          <div className={styles.waiting}>
            <Skeleton width={width} />
            <Skeleton width="58%" />
          </div>
        </div>
      ))}
    </div>
  );
}
