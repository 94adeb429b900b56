import { Pin } from 'lucide-react';
import { useStore } from 'zustand';
import type { Screen } from '../../lib/panel/screen.ts';
import { t } from '../../lib/text/t.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { usePanel } from './context.ts';
import styles from './header.module.css';
import { PanelMenu } from './panel-menu.tsx';
import { StatusLine } from './status-line.tsx';

/** Whose shop this is, how things stand, whether the panel follows the tab, and the menu. */
export function Header({ screen }: { screen: Screen }) {
  const { session, connections } = usePanel();
  const { locationId, follows } = useStore(session);
  const label = useStore(connections, ({ labels }) => labels[locationId ?? '']);
  const pinned = follows === 'pin';
  return (
    <header className={styles.header}>
      <div className={styles.location}>
        <h1 className={styles.name} dir="auto" title={label || locationId}>
          {label || (locationId ?? t('app.short'))}
        </h1>
        {screen === 'connect' && label ? <p className={styles.id}>{locationId}</p> : <StatusLine />}
      </div>
      {locationId !== undefined && screen === 'tabs' && (
        <IconButton
          label={pinned ? t('header.unpin') : t('header.pin')}
          icon={<Pin />}
          aria-pressed={pinned}
          onClick={() => (pinned ? session.unpin() : session.pin())}
        />
      )}
      <PanelMenu />
    </header>
  );
}
