import { CircleCheck } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { SCOPES } from '../../lib/highlevel/errors.ts';
import { until } from '../../lib/text/format.ts';
import { t } from '../../lib/text/t.ts';
import { scopeName } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Card } from '../ui/card.tsx';
import { Note } from '../ui/note.tsx';
import styles from './connected.module.css';
import { Rights } from './rights.tsx';

/** A connection was made just now: what its token may do, and on to work. */
export function Connected() {
  const { connecting, route, notices, clock } = usePanel();
  const connection = useStore(connecting, ({ done }) => done);
  const button = useRef<HTMLButtonElement>(null);
  const name = connection?.label || connection?.locationId || '';
  useEffect(() => {
    button.current?.focus();
    notices.say(t('connect.done', { name }));
  }, [name, notices]);
  if (connection === undefined) return null;
  const { rights, lookupOnly, expiresAt, unproven } = connection;
  const missing = SCOPES.filter((scope) => rights[scope] === 'no');
  return (
    <div className={styles.connected}>
      <CircleCheck className={styles.icon} aria-hidden />
      <div>
        <h2 className={styles.title}>
          <bdi>{t('connect.done', { name })}</bdi>
        </h2>
        <p className={styles.text}>{lookupOnly ? t('header.lookup_only_text') : t('connect.done_text')}</p>
      </div>
      <Card>
        <Rights rights={rights} />
      </Card>
      {missing.map((scope) => (
        <Note key={scope} tone="warn">
          {t('connect.no_hint', { scope: scopeName(scope) })}
        </Note>
      ))}
      {unproven && <Note tone="info">{t('header.unproven')}</Note>}
      {expiresAt !== undefined && (
        <Note tone="info">{t('connect.ends_note', { time: until(expiresAt, clock.now()) })}</Note>
      )}
      <Button
        ref={button}
        variant="primary"
        className={styles.go}
        onClick={() => {
          if (lookupOnly) route.show('product');
          connecting.reset();
        }}
      >
        {lookupOnly ? t('connect.done_lookup') : t('connect.done_open')}
      </Button>
    </div>
  );
}
