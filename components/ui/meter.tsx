import { classes } from './classes.ts';
import styles from './meter.module.css';

/** A line that fills up. Decoration: the numbers stand beside it as text. */
export function Meter({ value, max, over }: { value: number; max: number; over: boolean }) {
  const share = max > 0 ? Math.min(1, value / max) : 0;
  return (
    <span className={classes(styles.meter, over && styles.over)} aria-hidden>
      <span className={styles.fill} style={{ inlineSize: `${share * 100}%` }} />
    </span>
  );
}
