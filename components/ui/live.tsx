import styles from './live.module.css';

/** The one live region of a page: what changes here is read aloud. Empty at first, so that it is known before it speaks. */
export function Live({ text }: { text: string }) {
  return (
    <div role="status" aria-live="polite" className={styles.live}>
      {text}
    </div>
  );
}
