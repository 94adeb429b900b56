import type { Connection } from '../../lib/bridge/answers.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { useSettings } from './context.ts';

/** Takes a token off this device, after asking once. */
export function ForgetConnection({
  open,
  connection,
  onClose,
}: {
  open: boolean;
  connection: Connection;
  onClose: () => void;
}) {
  const { call, notices, clock } = useSettings();
  const { locationId } = connection;
  const name = connection.label || locationId;

  async function forget() {
    onClose();
    const answer = await call('connection.forget', { locationId });
    notices.toast(answer.ok ? t('options.forgotten', { name }) : words(answer.error, clock.now()).title);
  }

  return (
    <Dialog
      open={open}
      title={<bdi>{t('options.forget_title', { name })}</bdi>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="danger" onClick={() => void forget()}>
            {t('options.forget')}
          </Button>
        </>
      }
    >
      <p>{t('options.forget_text')}</p>
    </Dialog>
  );
}
