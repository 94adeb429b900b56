import { type KeyboardEvent, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { readHost } from '../../lib/panel/sites.ts';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Field } from '../ui/field.tsx';
import { Flag } from '../ui/flag.tsx';
import { Note } from '../ui/note.tsx';
import { useSettings } from './context.ts';
import styles from './sites.module.css';

const hostOf = (origin: string) => origin.replace(/^https:\/\/|\/\*$/g, '');

/** Where Aisle may read addresses: HighLevel's own hosts, and the agency domains that were enabled one by one. */
export function Sites() {
  const { sites } = useSettings();
  const { enabled, missing, lost } = useStore(sites);
  return (
    <Card>
      <p className={styles.text}>{t('options.sites_text')}</p>
      {missing.length > 0 && (
        <Note
          tone="bad"
          title={t('header.permission')}
          action={
            <Button small onClick={() => void sites.restore()}>
              {t('options.sites_allow')}
            </Button>
          }
        >
          {t('header.permission_text')}
        </Note>
      )}
      <ul className={styles.list}>
        {sites.required.map((origin) => (
          <li key={origin} className={styles.site}>
            <code className={styles.host}>{hostOf(origin)}</code>
            {missing.includes(origin) ? (
              <Flag tone="bad">{t('options.sites_off')}</Flag>
            ) : (
              <span className={styles.own}>{t('options.sites_always')}</span>
            )}
          </li>
        ))}
        {enabled.map((host) => (
          <Enabled key={host} host={host} />
        ))}
        {lost.map((host) => (
          <li key={host} className={styles.site}>
            <code className={styles.host}>{host}</code>
            <Flag tone="bad">{t('options.sites_off')}</Flag>
            <Button small onClick={() => void sites.enable(host)}>
              {t('options.sites_allow')}
            </Button>
          </li>
        ))}
      </ul>
      <AddSite />
    </Card>
  );
}

function Enabled({ host }: { host: string }) {
  const { sites, notices } = useSettings();
  return (
    <li className={styles.site}>
      <code className={styles.host}>{host}</code>
      <Button
        small
        aria-label={t('options.sites_remove_label', { host })}
        onClick={() => {
          void sites.disable(host).then((done) => {
            if (done) notices.toast(t('options.sites_disabled', { host }));
          });
        }}
      >
        {t('options.sites_remove')}
      </Button>
    </li>
  );
}

function AddSite() {
  const { sites, notices } = useSettings();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState<'options.sites_bad' | 'options.sites_refused'>();

  function enable() {
    const host = readHost(input.current?.value ?? '');
    if (host === undefined) return setWrong('options.sites_bad');
    // The browser asks only inside the click: nothing may be awaited before this.
    void sites.enable(host).then((granted) => {
      setWrong(granted ? undefined : 'options.sites_refused');
      if (!granted) return;
      if (input.current !== null) input.current.value = '';
      notices.toast(t('options.sites_enabled', { host }));
    });
  }

  return (
    <div className={styles.add}>
      <Field
        ref={input}
        label={t('options.sites_add')}
        placeholder={t('options.sites_placeholder')}
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        mono
        tone={wrong && 'bad'}
        hint={t(wrong ?? 'options.sites_add_hint')}
        onInput={() => setWrong(undefined)}
        onKeyDown={(event: KeyboardEvent) => {
          if (event.key === 'Enter') enable();
        }}
      />
      <Button className={styles.enable} onClick={enable}>
        {t('options.sites_enable')}
      </Button>
    </div>
  );
}
