import styles from './skeleton.module.css';

/** Holds the place of a line of text, so that nothing jumps when it comes. `width` is any CSS width. */
export function Skeleton({ width = '100%' }: { width?: string }) {
  return <span className={styles.skeleton} style={{ inlineSize: width }} aria-hidden />;
}
