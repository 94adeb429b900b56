import { Skeleton } from '../ui/skeleton.tsx';
import styles from './waiting.module.css';

/** The form of a list that is about to come. */
export function Waiting() {
  return (
    <div className={styles.waiting} aria-hidden>
      {['58%', '42%', '64%', '36%', '50%'].map((width) => (
        <div key={width} className={styles.row}>
          <Skeleton width={width} />
          <Skeleton width={`calc(${width} * 0.6)`} />
        </div>
      ))}
    </div>
  );
}
