import type { ReactNode } from 'react';
import styles from './kbd.module.css';

/** A key as it stands on the keyboard. */
export function Kbd({ children, bare }: { children: ReactNode; bare?: boolean }) {
  return <kbd className={bare ? styles.bare : styles.kbd}>{children}</kbd>;
}
