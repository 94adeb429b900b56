import type { ComponentProps } from 'react';
import { number } from '../../lib/text/format.ts';
import styles from './chip.module.css';

/** A filter that is on or off, with how many it would show. */
export function Chip({
  pressed,
  count,
  children,
  ...rest
}: { pressed: boolean; count?: number | undefined } & ComponentProps<'button'>) {
  return (
    <button type="button" {...rest} aria-pressed={pressed} className={styles.chip}>
      {children}
      {count !== undefined && <b> {number(count)}</b>}
    </button>
  );
}
