import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import styles from './tag.module.css';

/** A small boxed word; with `onRemove` it can be taken away, with `onOpen` it leads somewhere. `pending`: not so yet. */
export function Tag({
  children,
  pending,
  onOpen,
  onRemove,
  removeLabel,
}: {
  children: ReactNode;
  pending?: boolean;
  onOpen?: () => void;
} & ({ onRemove: () => void; removeLabel: string } | { onRemove?: undefined; removeLabel?: undefined })) {
  return (
    <span className={classes(styles.tag, pending && styles.pending)}>
      {onOpen ? (
        <button type="button" className={styles.open} onClick={onOpen}>
          {children}
        </button>
      ) : (
        <span className={styles.text}>{children}</span>
      )}
      {onRemove && (
        <button
          type="button"
          className={styles.remove}
          aria-label={removeLabel}
          title={removeLabel}
          aria-disabled={pending}
          onClick={pending ? undefined : onRemove}
        >
          <X />
        </button>
      )}
    </span>
  );
}
