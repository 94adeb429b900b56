import type { ReactNode } from 'react';
import styles from './footer.module.css';

/** The line at the foot of a screen: what is shown on one side, keys or buttons on the other. */
export function Footer({ children, end }: { children?: ReactNode; end?: ReactNode }) {
  return (
    <footer className={styles.footer}>
      <div className={styles.text}>{children}</div>
      {end && <div className={styles.end}>{end}</div>}
    </footer>
  );
}
