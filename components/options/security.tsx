import { useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Rich } from '../ui/rich.tsx';
import { ChangePassphrase } from './change-passphrase.tsx';
import { useSettings } from './context.ts';
import { LockAfter } from './lock-after.tsx';
import styles from './security.module.css';

const STATES = {
  none: 'options.passphrase_none',
  locked: 'options.passphrase_locked',
  unlocked: 'options.passphrase_unlocked',
} as const;

/** The passphrase, when it locks, and what each way of keeping a token is worth. */
export function Security() {
  const { vault } = useSettings();
  const state = useStore(vault, (each) => each.vault);
  const [changing, setChanging] = useState(false);
  return (
    <Card>
      <div className={styles.security}>
        {state && (
          <div className={styles.state}>
            <p>{t(STATES[state.passphrase])}</p>
            {state.passphrase === 'unlocked' && (
              <div className={styles.actions}>
                <Button small onClick={() => void vault.lock()}>
                  {t('options.lock_now')}
                </Button>
                <Button small onClick={() => setChanging(true)}>
                  {t('options.change')}
                </Button>
              </div>
            )}
          </div>
        )}
        {state && state.passphrase !== 'none' && (
          <LockAfter key={state.lockAfter} minutes={state.lockAfter} />
        )}
        <div>
          <h3 className={styles.heading}>{t('options.security_words')}</h3>
          <ul className={styles.words}>
            {(['memory', 'device', 'passphrase'] as const).map((way) => (
              <li key={way}>
                <Rich text={`options.security_${way}`} />
              </li>
            ))}
          </ul>
        </div>
      </div>
      <ChangePassphrase open={changing} onClose={() => setChanging(false)} />
    </Card>
  );
}
