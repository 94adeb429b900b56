import { useId } from 'react';
import type { Field } from '../../lib/drafts/fields.ts';
import type { Side } from '../../lib/panel/editor-draft.ts';
import { t } from '../../lib/text/t.ts';
import styles from './side-picker.module.css';

/** One field in two versions, side by side. */
export function SidePicker({
  field,
  label,
  yours,
  theirs,
  picked,
  onPick,
}: {
  field: Field;
  label: string;
  yours: string;
  theirs: string;
  picked: Side | undefined;
  onPick: (side: Side) => void;
}) {
  const id = useId();
  const side = (name: Side, heading: string, text: string) => (
    <label className={styles.side}>
      <input
        type="radio"
        name={field}
        value={name}
        checked={picked === name}
        onChange={() => onPick(name)}
        className={styles.radio}
      />
      <span className={styles.heading}>{heading}</span>
      {text === '' ? (
        <span className={styles.empty}>{t('editor.empty_value')}</span>
      ) : (
        <span dir="auto" className={styles.text}>
          {text}
        </span>
      )}
    </label>
  );
  return (
    <div role="radiogroup" aria-labelledby={id} className={styles.field}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <div className={styles.sides}>
        {side('yours', t('editor.yours'), yours)}
        {side('theirs', t('editor.theirs'), theirs)}
      </div>
    </div>
  );
}
