import { Download, Ellipsis, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { asFile } from '../../lib/panel/activity-view.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import styles from './activity-menu.module.css';

export function ActivityMenu({ shop }: { shop: Shop }) {
  const { clock, notices } = usePanel();
  const [clearing, setClearing] = useState(false);
  const close = () => setClearing(false);
  return (
    <>
      <Menu label={t('activity.manage')} icon={<Ellipsis />} className={styles.menu}>
        <MenuItem
          icon={<Download />}
          onSelect={() =>
            download(asFile(shop.locationId, shop.activity.getState().entries ?? [], clock.now()))
          }
        >
          {t('activity.export')}
        </MenuItem>
        <MenuItem icon={<Trash2 />} danger onSelect={() => setClearing(true)}>
          {t('activity.clear')}
        </MenuItem>
      </Menu>
      <Dialog
        open={clearing}
        title={t('activity.clear_title')}
        onClose={close}
        actions={
          <>
            <Button onClick={close}>{t('app.cancel')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                close();
                void shop.activity.clear().then(() => notices.say(t('activity.cleared')));
              }}
            >
              {t('activity.clear')}
            </Button>
          </>
        }
      >
        <p>{t('activity.clear_text')}</p>
      </Dialog>
    </>
  );
}

function download(text: string) {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'aisle-activity.json';
  link.click();
  // The browser has taken the address by the next task.
  setTimeout(() => URL.revokeObjectURL(url));
}
