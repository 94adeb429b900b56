import type { FieldChange } from '../../lib/panel/activity-view.ts';
import { t } from '../../lib/text/t.ts';
import { FIELD_NAMES } from '../collections/field-names.ts';
import { Unseen } from '../ui/unseen.tsx';
import styles from './entry-changes.module.css';

/** Field by field: what it was, and what it became. */
export function EntryChanges({ changes }: { changes: readonly FieldChange[] }) {
  return (
    <dl className={styles.changes}>
      {changes.map(({ field, before, after }) => (
        <div key={field}>
          <dt className={styles.field}>{t(FIELD_NAMES[field])}</dt>
          {before !== undefined && (
            <dd className={styles.before}>
              <Unseen>{t('activity.before')}: </Unseen>
              <Text text={before} />
            </dd>
          )}
          {after !== undefined && (
            <dd className={styles.after}>
              <Unseen>{t('activity.after')}: </Unseen>
              <Text text={after} />
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const Text = ({ text }: { text: string }) =>
  text === '' ? <i>{t('activity.empty_value')}</i> : <span dir="auto">{text}</span>;
