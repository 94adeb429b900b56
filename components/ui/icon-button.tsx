import type { ComponentProps, ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './icon-button.module.css';

/** The label is its name for everyone: read aloud, and shown when the pointer rests on it. */
export function IconButton({
  label,
  icon,
  small,
  className,
  ...rest
}: { label: string; icon: ReactNode; small?: boolean } & ComponentProps<'button'>) {
  return (
    <button
      type="button"
      title={label}
      aria-label={label}
      {...rest}
      className={classes(styles.button, small && styles.small, className)}
    >
      {icon}
    </button>
  );
}
