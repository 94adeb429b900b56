import { useRef, useState } from 'react';
import { passphraseProblem } from '../../lib/panel/passphrase.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { useSettings } from './context.ts';

const PROBLEMS = { short: 'connect.passphrase_short', differs: 'connect.passphrase_differs' } as const;
const SECRET = { type: 'password', autoComplete: 'off' } as const;

/** A new passphrase in place of the one that is used now. */
export function ChangePassphrase({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { vault, notices, clock } = useSettings();
  const now = useRef<HTMLInputElement>(null);
  const next = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<{ field: 'now' | 'next'; text: string }>();

  function close() {
    setWrong(undefined);
    onClose();
  }

  async function save() {
    const [old, fresh] = [now.current?.value ?? '', next.current?.value ?? ''];
    const problem = passphraseProblem('none', fresh, again.current?.value ?? '');
    const key: Key | undefined = problem && PROBLEMS[problem];
    if (key !== undefined) return setWrong({ field: 'next', text: t(key) });
    if (await vault.change(old, fresh)) {
      close();
      return notices.toast(t('options.changed'));
    }
    const { error } = vault.getState();
    const said = words(error ?? { code: 'unexpected' }, clock.now());
    setWrong({ field: 'now', text: `${said.title}. ${said.next}` });
  }

  return (
    <Dialog
      open={open}
      title={t('options.change')}
      onClose={close}
      actions={
        <>
          <Button onClick={close}>{t('app.cancel')}</Button>
          <Button variant="primary" onClick={() => void save()}>
            {t('options.change')}
          </Button>
        </>
      }
    >
      <Field
        {...SECRET}
        ref={now}
        autoFocus
        label={t('options.change_old')}
        {...(wrong?.field === 'now' && { tone: 'bad', hint: wrong.text })}
      />
      <Field
        {...SECRET}
        ref={next}
        label={t('options.change_new')}
        {...(wrong?.field === 'next'
          ? { tone: 'bad', hint: wrong.text }
          : { hint: t('connect.passphrase_hint') })}
      />
      <Field {...SECRET} ref={again} label={t('options.change_again')} />
    </Dialog>
  );
}
