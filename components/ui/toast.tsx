import type { ReactNode } from 'react';
import styles from './toast.module.css';

/** A word about what was just done, over the screen's foot. Not a live region: the frame's one region says it. */
export function Toast({ children, action }: { children: ReactNode; action?: ReactNode }) {
  return (
    <div className={styles.toast}>
      <p className={styles.text}>{children}</p>
      {action}
    </div>
  );
}
