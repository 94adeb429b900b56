import type { ReactNode } from 'react';
import styles from './card.module.css';

/** A box with an optional small heading. */
export function Card({ title, children }: { title?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.card}>
      {title && <h3 className={styles.title}>{title}</h3>}
      {children}
    </section>
  );
}
