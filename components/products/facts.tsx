import type { ReactNode } from 'react';
import styles from './facts.module.css';

export type Fact = { key: string; name: ReactNode; value: ReactNode; mono?: boolean };

/** Names on one side, what they are on the other. */
export function Facts({ rows }: { rows: readonly Fact[] }) {
  return (
    <dl className={styles.facts}>
      {rows.map(({ key, name, value, mono }) => (
        <div key={key} className={styles.row}>
          <dt dir="auto">{name}</dt>
          <dd className={mono ? styles.mono : undefined}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
