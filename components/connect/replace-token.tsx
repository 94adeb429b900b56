import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Clock } from '../../lib/highlevel/clock.ts';
import type { ConnectingStore } from '../../lib/panel/connecting.ts';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TokenField, takeToken } from './token-field.tsx';

/** One paste mends a token that HighLevel no longer accepts; everything else stays as it is. */
export function ReplaceToken({
  open,
  locationId,
  name,
  connecting,
  clock,
  onClose,
  onReplaced,
}: {
  open: boolean;
  locationId: string;
  name: string;
  connecting: ConnectingStore;
  clock: Clock;
  onClose: () => void;
  onReplaced: () => void;
}) {
  const { sending, error } = useStore(connecting);
  const token = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (open) connecting.reset();
  }, [open, connecting]);

  async function submit() {
    if (sending) return;
    const works = await connecting.replace(locationId, takeToken(token.current));
    if (!works) return token.current?.focus();
    onClose();
    onReplaced();
  }

  return (
    <Dialog
      open={open}
      title={t('connect.replace_title')}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="primary" aria-disabled={sending || undefined} onClick={() => void submit()}>
            {sending ? t('connect.sending') : t('connect.replace_submit')}
          </Button>
        </>
      }
    >
      <p>{t('connect.replace_text', { name })}</p>
      <TokenField
        ref={token}
        locationId={locationId}
        error={error}
        sending={sending}
        clock={clock}
        autoFocus
        onEnter={() => void submit()}
      />
    </Dialog>
  );
}
