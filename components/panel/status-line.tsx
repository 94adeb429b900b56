import { useStore } from 'zustand';
import type { Follows } from '../../lib/panel/session.ts';
import { type Status, statusOf, toneOf } from '../../lib/panel/status.ts';
import { ago } from '../../lib/text/format.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { scopeShort } from '../../lib/text/words.ts';
import { classes } from '../ui/classes.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { usePanel } from './context.ts';
import styles from './status-line.module.css';
import { useNow } from './use-now.ts';

const FOLLOWS: Record<Follows, Key> = {
  tab: 'header.follows',
  pin: 'header.pinned',
  draft: 'header.draft',
  chosen: 'header.chosen',
};

/** The panel's state in one short line. */
export function StatusLine() {
  const { session, connections, sync, saving, problem, clock } = usePanel();
  const { ready, locationId, follows } = useStore(session);
  const list = useStore(connections, (state) => state.list);
  const state = useStore(sync, ({ states }) => states[locationId ?? '']);
  const syncError = useStore(sync, ({ errors }) => errors[locationId ?? '']);
  // What just failed on the way says more than a refresh that came through before it.
  const failed = useStore(problem, ({ problem }) =>
    problem?.locationId === locationId ? problem?.error : undefined,
  );
  const running = useStore(saving, (state) => state.running > 0);
  const now = useNow(clock);
  const status = statusOf({
    ready,
    locationId,
    follows,
    connections: list,
    sync: state,
    syncError: failed ?? syncError,
    saving: running,
    now,
  });
  const tone = toneOf(status);
  return (
    <p className={styles.status}>
      {tone !== 'idle' && <span className={classes(styles.dot, styles[tone])} aria-hidden />}
      {status.kind === 'starting' ? (
        <span className={styles.wait}>
          <Skeleton width="9em" />
        </span>
      ) : (
        <span className={styles.text}>{text(status, now)}</span>
      )}
    </p>
  );
}

function text(status: Exclude<Status, { kind: 'starting' }>, now: number): string {
  switch (status.kind) {
    case 'no-location':
      return t('header.no_location');
    case 'not-connected':
      return t('header.not_connected');
    case 'locked':
      return t('header.locked');
    case 'gone':
      return t('header.gone');
    case 'rejected':
      return t('header.rejected');
    case 'expired':
      return t('header.expired');
    case 'offline':
      return t('header.offline');
    case 'trouble':
      return t('header.trouble');
    case 'lookup-only':
      return t('header.lookup_only');
    case 'scope':
      return scopeShort(status.scope);
    case 'saving':
      return after(status.follows, t('header.saving'));
    case 'syncing':
      return after(status.follows, t('header.syncing'));
    case 'loading':
      return after(status.follows, t('header.loading'));
    case 'never':
      return t(FOLLOWS[status.follows]);
    case 'synced':
      return after(status.follows, t('header.synced', { ago: ago(status.at, now) }));
  }
}

const after = (follows: Follows, rest: string) => `${t(FOLLOWS[follows])} · ${rest}`;
