import { Skeleton } from '../ui/skeleton.tsx';
import styles from './editor-form.module.css';

export function EditorSkeleton() {
  return (
    <div className={styles.fields} aria-hidden>
      {['3em', '2.6em', '3.4em', '5em', '7em'].map((width) => (
        <div key={width} className={styles.waiting}>
          <Skeleton width={width} />
          <span className={styles.box} />
        </div>
      ))}
    </div>
  );
}
