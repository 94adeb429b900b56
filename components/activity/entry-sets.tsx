import type { JournalEntry } from '../../lib/bridge/answers.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { list } from '../../lib/text/format.ts';
import { t } from '../../lib/text/t.ts';
import { useNames } from '../collections/use-names.ts';
import { Unseen } from '../ui/unseen.tsx';
import styles from './entry-changes.module.css';

/** The collections a product was in, and those it is in by this change; where that is not known, only what moved. */
export function EntrySets({ shop, entry }: { shop: Shop; entry: JournalEntry }) {
  const { had, added = [], removed = [] } = entry;
  const before = had ?? removed;
  const after = [...before.filter((id) => !removed.includes(id)), ...added];
  const names = useNames(shop, entry.locationId, [...before, ...added]);
  const say = (ids: readonly string[]) =>
    ids.length === 0 ? (
      <i>{t('activity.no_sets')}</i>
    ) : (
      <span dir="auto">{list(ids.map((id) => names.get(id) ?? id))}</span>
    );
  return (
    <dl className={styles.changes}>
      <div>
        <dt className={styles.field}>{t('activity.sets')}</dt>
        <dd className={styles.before}>
          <Unseen>{t('activity.before')}: </Unseen>
          {say(before)}
        </dd>
        <dd className={styles.after}>
          <Unseen>{t('activity.after')}: </Unseen>
          {say(after)}
        </dd>
      </div>
    </dl>
  );
}
