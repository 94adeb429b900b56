import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Screen as ScreenName } from '../../lib/panel/screen.ts';
import { usePanel } from './context.ts';
import { Connect, Connected, Unlock } from './later.tsx';
import { NoLocation } from './no-location.tsx';
import styles from './screen.module.css';
import { Tabs } from './tabs.tsx';
import { Waiting } from './waiting.tsx';

/** What stands below the header. */
export function Screen({ screen, banners }: { screen: ScreenName; banners: ReactNode }) {
  const { session } = usePanel();
  const locationId = useStore(session, (state) => state.locationId) ?? '';
  if (screen === 'tabs') return <Tabs locationId={locationId} banners={banners} />;
  return (
    <>
      {banners}
      <main className={styles.scroll} tabIndex={-1}>
        <Body screen={screen} locationId={locationId} />
      </main>
    </>
  );
}

function Body({ screen, locationId }: { screen: Exclude<ScreenName, 'tabs'>; locationId: string }) {
  switch (screen) {
    case 'waiting':
      return <Waiting />;
    case 'no-location':
      return <NoLocation />;
    case 'connect':
      return <Connect key={locationId} locationId={locationId} meanwhile={<Waiting />} />;
    case 'connected':
      return <Connected meanwhile={<Waiting />} />;
    case 'unlock':
      return <Unlock meanwhile={<Waiting />} />;
  }
}
