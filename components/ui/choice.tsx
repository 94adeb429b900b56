import type { ComponentProps, ReactNode } from 'react';
import styles from './choice.module.css';

/** One of several: a radio button as a card, with a line that says what choosing it means. */
export function Choice({
  title,
  children,
  ...rest
}: { title: ReactNode; children?: ReactNode } & Omit<ComponentProps<'input'>, 'title' | 'type'>) {
  return (
    <label className={styles.choice}>
      <input type="radio" {...rest} className={styles.dot} />
      <span className={styles.text}>
        <b className={styles.title}>{title}</b>
        {children && <span className={styles.note}>{children}</span>}
      </span>
    </label>
  );
}
