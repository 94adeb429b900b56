import type { ReactNode } from 'react';
import styles from './live.module.css';

/** Read aloud, not shown. */
export function Unseen({ children }: { children: ReactNode }) {
  return <span className={styles.live}>{children}</span>;
}
