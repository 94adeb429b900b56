import { useState } from 'react';
import { t } from '../../lib/text/t.ts';
import { Field } from '../ui/field.tsx';
import { useSettings } from './context.ts';
import styles from './lock-after.module.css';

/** Minutes of idleness before the passphrase is needed again. */
export function LockAfter({ minutes }: { minutes: number }) {
  const { vault, notices } = useSettings();
  const [wrong, setWrong] = useState(false);

  function save(field: HTMLInputElement) {
    if (!field.validity.valid || field.value === '') return setWrong(true);
    setWrong(false);
    if (field.valueAsNumber === minutes) return;
    void vault.lockAfter(field.valueAsNumber).then(() => notices.toast(t('options.saved')));
  }

  return (
    <div className={styles.field}>
      <Field
        type="number"
        min={1}
        max={1440}
        step={1}
        required
        label={t('options.lock_after')}
        aside={t('options.lock_after_unit')}
        hint={t('options.lock_after_hint')}
        tone={wrong ? 'bad' : undefined}
        defaultValue={minutes}
        onBlur={(event) => save(event.currentTarget)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') save(event.currentTarget);
        }}
      />
    </div>
  );
}
