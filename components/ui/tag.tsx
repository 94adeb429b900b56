import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './tag.module.css';

/** A small boxed word; with `onRemove` it can be taken away, with `onOpen` it leads somewhere. */
export function Tag({
  children,
  onOpen,
  onRemove,
  removeLabel,
}: {
  children: ReactNode;
  onOpen?: () => void;
} & ({ onRemove: () => void; removeLabel: string } | { onRemove?: undefined; removeLabel?: undefined })) {
  return (
    <span className={styles.tag}>
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
          onClick={onRemove}
        >
          <X />
        </button>
      )}
    </span>
  );
}
