import { useCallback, useEffect, useState } from 'react';
import { size } from '../../lib/text/format.ts';
import { count, t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSettings } from './context.ts';
import styles from './data.module.css';

/** What lies on this device: how much, a copy of it, and the way to be rid of it. */
export function Data() {
  const { device, clock, download, notices } = useSettings();
  const [bytes, setBytes] = useState<number>();
  const [asking, setAsking] = useState<{ unsaved: number }>();
  const measure = useCallback(() => void device.size().then(setBytes), [device]);
  useEffect(measure, [measure]);

  async function save() {
    const made = await device.export(clock.now());
    download(`aisle-${made.made.slice(0, 10)}.json`, JSON.stringify(made, undefined, 2));
    notices.toast(t('options.data_exported'));
  }

  async function erase() {
    setAsking(undefined);
    const gone = await device.erase();
    notices.toast(t(gone ? 'options.data_deleted' : 'options.data_stuck'));
    measure();
  }

  return (
    <Card>
      <p className={styles.text}>{t('options.data_text')}</p>
      <div className={styles.row}>
        <p className={styles.what}>{t('options.data_size')}</p>
        <p className={styles.size}>{bytes === undefined ? '–' : size(bytes)}</p>
      </div>
      <div className={styles.row}>
        <p className={styles.what}>{t('options.data_export_text')}</p>
        <Button small onClick={() => void save()}>
          {t('options.data_export')}
        </Button>
      </div>
      <div className={styles.row}>
        <p className={styles.what}>{t('options.data_delete_text')}</p>
        <Button small onClick={() => void device.unsaved().then((unsaved) => setAsking({ unsaved }))}>
          {t('options.data_delete')}
        </Button>
      </div>
      <Dialog
        open={asking !== undefined}
        title={t('options.data_delete_title')}
        onClose={() => setAsking(undefined)}
        actions={
          <>
            <Button onClick={() => setAsking(undefined)}>{t('app.cancel')}</Button>
            <Button variant="danger" onClick={() => void erase()}>
              {t('options.data_delete')}
            </Button>
          </>
        }
      >
        <p>{t('options.data_delete_text')}</p>
        {asking !== undefined && asking.unsaved > 0 && (
          <p>
            <b>{count('options.data_delete_drafts', asking.unsaved)}</b>
          </p>
        )}
      </Dialog>
    </Card>
  );
}
