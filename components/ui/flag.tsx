import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './flag.module.css';

/** One or two words about the state of a thing. */
export function Flag({ tone, children }: { tone: 'ok' | 'warn' | 'bad'; children: ReactNode }) {
  return <span className={classes(styles.flag, styles[tone])}>{children}</span>;
}
