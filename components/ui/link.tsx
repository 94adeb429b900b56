import type { ComponentProps } from 'react';
import styles from './link.module.css';

/** A link inside a sentence; opens in a tab. */
export function Link({ children, ...rest }: ComponentProps<'a'>) {
  return (
    <a target="_blank" rel="noreferrer" {...rest} className={styles.link}>
      {children}
    </a>
  );
}

/** A button that reads as a link inside a sentence. */
export function LinkButton({ children, ...rest }: ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} className={styles.link}>
      {children}
    </button>
  );
}
