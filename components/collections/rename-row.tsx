import { useRef } from 'react';
import { t } from '../../lib/text/t.ts';
import styles from './rename-row.module.css';
import { Thumb } from './thumb.tsx';

/** A row whose name is being written. Enter saves, Escape keeps the old name; who leaves it otherwise finds a draft. */
export function RenameRow({
  name,
  slug,
  image,
  onSave,
  onCancel,
  onLeave,
}: {
  name: string;
  slug: string;
  image: string;
  onSave: (name: string) => void;
  onCancel: () => void;
  onLeave: (name: string) => void;
}) {
  const settled = useRef(false);
  return (
    <div className={styles.row}>
      <Thumb name={name} image={image} />
      <div className={styles.who}>
        <input
          dir="auto"
          defaultValue={name}
          maxLength={500}
          aria-label={t('collections.rename_label', { name })}
          aria-describedby="rename-hint"
          className={styles.input}
          ref={(input) => {
            if (input === null || input === document.activeElement) return;
            input.focus();
            input.select();
          }}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing || (event.key !== 'Enter' && event.key !== 'Escape')) return;
            event.preventDefault();
            event.stopPropagation();
            settled.current = true;
            if (event.key === 'Enter') onSave(event.currentTarget.value);
            else onCancel();
          }}
          onBlur={({ currentTarget }) => {
            if (!settled.current) onLeave(currentTarget.value);
          }}
        />
        <p id="rename-hint" className={styles.hint}>
          <bdi className={styles.slug}>/{slug}</bdi>{' '}
          <span className={styles.keys}>{t('collections.rename_hint')}</span>
        </p>
      </div>
    </div>
  );
}
