import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Keep } from '../../lib/bridge/answers.ts';
import { connectionOf } from '../../lib/panel/connections.ts';
import { type PassphraseProblem, passphraseProblem } from '../../lib/panel/passphrase.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import styles from './connect.module.css';
import { Keeping } from './keeping.tsx';
import { Steps } from './steps.tsx';
import { TokenField, takeToken } from './token-field.tsx';

/** Connects the location in front of the person: what to do in HighLevel, a token, and how to keep it. */
export function Connect({ locationId }: { locationId: string }) {
  const { connections, connecting, vault, clock } = usePanel();
  const known = useStore(connections, ({ list }) => connectionOf(list, locationId));
  const { sending, error } = useStore(connecting);
  const guarded = useStore(vault, (state) => state.vault?.passphrase ?? 'none');
  const name = useRef<HTMLInputElement>(null);
  const token = useRef<HTMLInputElement>(null);
  const passphrase = useRef<HTMLInputElement>(null);
  const again = useRef<HTMLInputElement>(null);
  const [keep, setKeep] = useState<Keep>(known?.keep ?? 'device');
  const [wrong, setWrong] = useState<PassphraseProblem>();

  function submit() {
    const secret = passphrase.current?.value ?? '';
    const problem =
      keep === 'passphrase' ? passphraseProblem(guarded, secret, again.current?.value ?? '') : undefined;
    setWrong(problem);
    if (problem !== undefined) return passphrase.current?.focus();
    if (sending) return;
    void connecting
      .connect({
        locationId,
        label: name.current?.value.trim() ?? '',
        token: takeToken(token.current),
        keep,
        ...(keep === 'passphrase' && secret !== '' && { passphrase: secret }),
      })
      .then(() => token.current?.focus());
  }

  return (
    <div className={styles.connect}>
      <div>
        <h2 className={styles.title}>{t('connect.title')}</h2>
        <p className={styles.intro}>{t('connect.intro')}</p>
      </div>
      {known?.state === 'gone' && (
        <Note tone="info" title={t('connect.gone_title')}>
          {t('connect.gone_text')}
        </Note>
      )}
      <Steps locationId={locationId} />
      <Field
        ref={name}
        label={t('connect.name')}
        aside={t('connect.name_aside')}
        placeholder={t('connect.name_placeholder')}
        defaultValue={known?.label ?? ''}
        autoComplete="off"
        maxLength={100}
        disabled={sending}
      />
      <TokenField
        ref={token}
        locationId={locationId}
        error={error}
        sending={sending}
        clock={clock}
        onEnter={submit}
      />
      <Keeping
        keep={keep}
        onKeep={setKeep}
        guarded={guarded}
        wrong={wrong}
        error={error}
        passphrase={passphrase}
        again={again}
        onEnter={submit}
      />
      <Button
        variant="primary"
        aria-disabled={sending || undefined}
        className={styles.submit}
        onClick={submit}
      >
        {sending ? t('connect.sending') : t('connect.submit')}
      </Button>
    </div>
  );
}
