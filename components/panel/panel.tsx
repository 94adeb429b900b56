import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Panel as Parts } from '../../lib/panel/parts.ts';
import { screenOf } from '../../lib/panel/screen.ts';
import { Live } from '../ui/live.tsx';
import { whenIdle } from '../ui/painted.ts';
import { Banners } from './banners.tsx';
import { PanelContext } from './context.ts';
import { Dialogs } from './dialogs.tsx';
import { Header } from './header.tsx';
import { Behind, fetchLater } from './later.tsx';
import styles from './panel.module.css';
import { Screen } from './screen.tsx';
import { Toaster } from './toaster.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { useKeys } from './use-keys.ts';
import { usePaste } from './use-paste.ts';

/** The whole side panel. */
export function Panel({ panel }: { panel: Parts }) {
  const said = useStore(panel.notices, ({ said }) => said);
  const { ready, locationId } = useStore(panel.session);
  const connections = useStore(panel.connections, ({ list }) => list);
  const knownBefore = useStore(
    panel.connections,
    ({ labels }) => locationId !== undefined && locationId in labels,
  );
  const justConnected = useStore(panel.connecting, ({ done }) => done?.locationId);
  const inEditor = useStore(panel.route, ({ tab, editor }) => tab === 'collections' && editor !== undefined);
  const screen = screenOf({ ready, locationId, connections, knownBefore, justConnected });
  useKeys(panel);
  useKeptFocus(panel.route);
  usePaste(panel, screen === 'tabs');
  // A part that cannot be fetched now is fetched when it is wanted.
  useEffect(() => whenIdle(() => void fetchLater().catch(() => {})), []);
  return (
    <PanelContext value={panel}>
      <div className={styles.panel}>
        {/* The editor has a head of its own, with the location's name in it. */}
        {!(screen === 'tabs' && inEditor) && <Header screen={screen} />}
        <Screen screen={screen} banners={<Banners screen={screen} />} />
        {screen === 'tabs' && <Behind />}
        <Toaster />
        <Dialogs />
        <Live text={said} />
      </div>
    </PanelContext>
  );
}
