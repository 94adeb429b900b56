import { Lock } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { count, t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { LinkButton } from '../ui/link.tsx';
import { usePanel } from './context.ts';
import styles from './unlock.module.css';
import { useNow } from './use-now.ts';

/** The passphrase is needed. A wrong one says so and slows down; a lost one has a way out. */
export function Unlock() {
  const { vault, clock, notices } = usePanel();
  const state = useStore(vault);
  const now = useNow(clock, 1000);
  const input = useRef<HTMLInputElement>(null);
  const [checking, setChecking] = useState(false);
  const [asking, setAsking] = useState(false);
  const retryAt = state.vault?.retryAt ?? state.error?.retryAt;
  const wait = retryAt === undefined ? 0 : Math.max(0, Math.ceil((retryAt - now) / 1000));
  const hint = wait > 0 ? count('unlock.wait', wait) : errorText();

  function errorText() {
    if (state.error === undefined || state.error.code === 'slow-down') return undefined;
    return state.error.code === 'wrong-passphrase' ? t('unlock.wrong') : words(state.error, now).title;
  }

  async function submit() {
    const field = input.current;
    if (field === null || field.value === '' || checking || wait > 0) return;
    const passphrase = field.value;
    field.value = '';
    setChecking(true);
    const open = await vault.unlock(passphrase);
    setChecking(false);
    if (!open) {
      notices.say(t('unlock.wrong'));
      input.current?.focus();
    }
  }

  return (
    <div className={styles.unlock}>
      <Lock className={styles.icon} aria-hidden />
      <div>
        <h2 className={styles.title}>{t('unlock.title')}</h2>
        <p className={styles.text}>{t('unlock.text')}</p>
      </div>
      <Field
        ref={input}
        type="password"
        autoComplete="off"
        autoFocus
        label={t('unlock.passphrase')}
        tone={hint === undefined ? undefined : 'bad'}
        {...(hint !== undefined && { hint })}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') void submit();
        }}
      />
      <Button variant="primary" disabled={wait > 0} aria-disabled={checking} onClick={() => void submit()}>
        {checking ? t('unlock.checking') : t('unlock.submit')}
      </Button>
      <p className={styles.forgot}>
        {t('unlock.forgot')} <LinkButton onClick={() => setAsking(true)}>{t('unlock.forget')}</LinkButton>
      </p>
      <Dialog
        open={asking}
        title={t('unlock.forget_title')}
        onClose={() => setAsking(false)}
        actions={
          <>
            <Button onClick={() => setAsking(false)}>{t('app.cancel')}</Button>
            <Button
              variant="danger"
              onClick={() => {
                setAsking(false);
                void vault.forget().then(() => notices.say(t('unlock.forgotten')));
              }}
            >
              {t('unlock.forget')}
            </Button>
          </>
        }
      >
        <p>{t('unlock.forget_text')}</p>
      </Dialog>
    </div>
  );
}
