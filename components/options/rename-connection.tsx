import { useRef } from 'react';
import type { Connection } from '../../lib/bridge/answers.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSettings } from './context.ts';

/** Another name for a connection. */
export function RenameConnection({
  open,
  connection,
  onClose,
}: {
  open: boolean;
  connection: Connection;
  onClose: () => void;
}) {
  const { call, notices, clock } = useSettings();
  const name = useRef<HTMLInputElement>(null);

  async function save() {
    const label = name.current?.value.trim() ?? '';
    const answer = await call('connection.rename', { locationId: connection.locationId, label });
    notices.toast(answer.ok ? t('options.saved') : words(answer.error, clock.now()).title);
    onClose();
  }

  return (
    <Dialog
      open={open}
      title={t('options.rename_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {t('options.save')}
          </Button>
        </>
      }
    >
      <Field
        ref={name}
        label={t('connect.name')}
        aside={t('connect.name_aside')}
        defaultValue={connection.label}
        autoComplete="off"
        autoFocus
        maxLength={100}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void save();
        }}
      />
    </Dialog>
  );
}
