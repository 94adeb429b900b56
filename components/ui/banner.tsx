import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './banner.module.css';
import { classes } from './classes.ts';

/** A strip across the panel: what is the case, and at most one thing to do about it. */
export function Banner({
  tone,
  action,
  children,
}: {
  tone: 'warn' | 'bad' | 'info';
  action?: ReactNode;
  children: ReactNode;
}) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div className={classes(styles.banner, styles[tone])}>
      <Icon aria-hidden />
      <p className={styles.text}>{children}</p>
      {action && <div className={styles.action}>{action}</div>}
    </div>
  );
}
