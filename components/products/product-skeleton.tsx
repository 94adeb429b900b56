import { t } from '../../lib/text/t.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { Unseen } from '../ui/unseen.tsx';
import styles from './product-card.module.css';

/** The form of the card that is about to come. */
export function ProductSkeleton({ what }: { what: string }) {
  return (
    <div className={styles.cards}>
      <Unseen>{t('product.asking', { what })}</Unseen>
      <div className={styles.waiting} aria-hidden>
        <span className={styles.waitingImage} />
        <Skeleton width="55%" />
        <Skeleton width="90%" />
        <Skeleton width="70%" />
      </div>
      <div className={styles.waiting} aria-hidden>
        <Skeleton width="25%" />
        <Skeleton width="60%" />
      </div>
    </div>
  );
}
