import { useState } from 'react';
import type { Connection } from '../../lib/bridge/answers.ts';
import { until, when } from '../../lib/text/format.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { ReplaceToken } from '../connect/replace-token.tsx';
import { Rights } from '../connect/rights.tsx';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Flag } from '../ui/flag.tsx';
import styles from './connection-card.module.css';
import { useSettings } from './context.ts';
import { Facts } from './facts.tsx';
import { ForgetConnection } from './forget-connection.tsx';
import { RenameConnection } from './rename-connection.tsx';

const STATES: Record<Connection['state'], [tone: 'ok' | 'warn' | 'bad', text: Key]> = {
  ready: ['ok', 'options.state_ready'],
  locked: ['warn', 'options.state_locked'],
  rejected: ['bad', 'options.state_rejected'],
  gone: ['warn', 'options.state_gone'],
};

const KEPT: Record<Connection['keep'], Key> = {
  memory: 'options.kept_memory',
  device: 'options.kept_device',
  passphrase: 'options.kept_passphrase',
};

/** One connection: whose, which token, how it is kept, what it may do, and what can be done with it. */
export function ConnectionCard({ connection }: { connection: Connection }) {
  const { clock, connecting, notices } = useSettings();
  const [asking, ask] = useState<'rename' | 'replace' | 'forget'>();
  const { locationId, label, lastFour, keep, state, rights, lookupOnly, expiresAt, lastUsedAt } = connection;
  const name = label || locationId;
  const now = clock.now();
  const [tone, stateText] = STATES[state];
  const close = () => ask(undefined);
  return (
    <Card>
      <div className={styles.head}>
        <h3 className={styles.name}>
          <bdi>{name}</bdi>
        </h3>
        <Flag tone={tone}>{t(stateText)}</Flag>
        {lookupOnly && <Flag tone="warn">{t('options.state_lookup')}</Flag>}
      </div>
      <Facts
        facts={[
          [t('options.location'), <code key="id">{locationId}</code>],
          [t('options.token'), <code key="token">{t('options.ends_in', { four: lastFour })}</code>],
          [t('options.kept'), t(KEPT[keep])],
          [
            t('options.last_used'),
            lastUsedAt === undefined ? t('options.never_used') : when(lastUsedAt, now),
          ],
          ...(expiresAt === undefined
            ? []
            : [[t('options.expires'), until(expiresAt, now)] satisfies [string, string]]),
        ]}
      />
      <details className={styles.rights}>
        <summary>{t('options.rights')}</summary>
        <Rights rights={rights} />
      </details>
      <div className={styles.actions}>
        <Button small onClick={() => ask('rename')}>
          {t('options.rename')}
        </Button>
        <Button small onClick={() => ask('replace')}>
          {t('options.replace')}
        </Button>
        <Button small onClick={() => ask('forget')}>
          {t('options.forget')}
        </Button>
      </div>
      <RenameConnection open={asking === 'rename'} connection={connection} onClose={close} />
      <ForgetConnection open={asking === 'forget'} connection={connection} onClose={close} />
      <ReplaceToken
        open={asking === 'replace'}
        locationId={locationId}
        name={name}
        connecting={connecting}
        clock={clock}
        onClose={close}
        onReplaced={() => notices.toast(t('connect.replaced'))}
      />
    </Card>
  );
}
