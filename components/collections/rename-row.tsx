import { useRef, useState } from 'react';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
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
  const { notices } = usePanel();
  const settled = useRef(false);
  const [empty, setEmpty] = useState(false);
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
          aria-invalid={empty}
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
            const { value } = event.currentTarget;
            if (event.key === 'Enter' && value.trim() === '') {
              setEmpty(true);
              notices.say(t('editor.name_empty'));
              return;
            }
            settled.current = true;
            if (event.key === 'Enter') onSave(value);
            else onCancel();
          }}
          onInput={() => setEmpty(false)}
          onBlur={({ currentTarget }) => {
            if (!settled.current) onLeave(currentTarget.value);
          }}
        />
        <p id="rename-hint" className={styles.hint}>
          {empty ? (
            <span className={styles.bad}>{t('editor.name_empty')}</span>
          ) : (
            <bdi className={styles.slug}>/{slug}</bdi>
          )}{' '}
          <span className={styles.keys}>{t('collections.rename_hint')}</span>
        </p>
      </div>
    </div>
  );
}
