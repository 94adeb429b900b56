import { Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './note.module.css';

/** A boxed remark inside a screen: a title that says what is so, and what it means below. */
export function Note({
  tone = 'warn',
  title,
  action,
  children,
}: {
  tone?: 'warn' | 'bad' | 'info';
  title?: ReactNode;
  action?: ReactNode;
  children?: ReactNode;
}) {
  const Icon = tone === 'info' ? Info : TriangleAlert;
  return (
    <div className={classes(styles.note, styles[tone])}>
      <Icon aria-hidden />
      <div className={styles.text}>
        {title && <b className={styles.title}>{title}</b>}
        {children}
        {action && <div className={styles.action}>{action}</div>}
      </div>
    </div>
  );
}
