import styles from './clamped.module.css';

/** Words of any length in a few lines; all of them are shown when the pointer rests on them, and read aloud. */
export function Clamped({ children }: { children: string }) {
  return (
    <span className={styles.clamped} title={children}>
      {children}
    </span>
  );
}
