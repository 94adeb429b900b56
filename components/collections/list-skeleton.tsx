import { t } from '../../lib/text/t.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Unseen } from '../ui/unseen.tsx';
import styles from './list-skeleton.module.css';

const WIDTHS = ['46%', '38%', '62%', '52%', '34%', '42%', '30%', '44%', '50%', '36%'];

/** Rows that are about to come, at the places and heights they will have. */
export function ListSkeleton() {
  return (
    <div className={styles.list}>
      <Unseen>{t('collections.loading')}</Unseen>
      {WIDTHS.map((width) => (
        <div key={width} className={styles.row} aria-hidden>
          <span className={styles.thumb} />
          <span className={styles.who}>
            <Skeleton width={width} />
            <Skeleton width={`calc(${width} * 0.7)`} />
          </span>
        </div>
      ))}
    </div>
  );
}
