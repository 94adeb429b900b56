import { Activity, type ComponentType, type ReactNode, useState } from 'react';
import { useStore } from 'zustand';
import { connectionOf } from '../../lib/panel/connections.ts';
import type { TabName } from '../../lib/panel/route.ts';
import { CollectionsTab } from '../collections/collections-tab.tsx';
import { usePanel } from './context.ts';
import { ActivityTab, ProductTab } from './later.tsx';
import { LookupOnly } from './lookup-only.tsx';
import { TabStrip } from './tab-strip.tsx';
import styles from './tabs.module.css';
import { Waiting } from './waiting.tsx';

const TABS: Record<TabName, ComponentType<{ meanwhile?: ReactNode }>> = {
  collections: CollectionsTab,
  product: ProductTab,
  activity: ActivityTab,
};

/** The three screens of a connected location. A tab once opened keeps its state and its scroll while another is shown. */
export function Tabs({ locationId, banners }: { locationId: string; banners: ReactNode }) {
  const { route, connections } = usePanel();
  const tab = useStore(route, (state) => state.tab);
  const inEditor = useStore(route, ({ editor }) => tab === 'collections' && editor !== undefined);
  const lookupOnly = useStore(connections, ({ list }) => connectionOf(list, locationId)?.lookupOnly === true);
  const [opened, setOpened] = useState<readonly TabName[]>([tab]);
  if (!opened.includes(tab)) setOpened([...opened, tab]);
  return (
    <main className={styles.main} tabIndex={-1}>
      {!inEditor && <TabStrip locationId={locationId} />}
      {banners}
      {opened.map((name) => {
        const Body = TABS[name];
        return (
          <Activity key={`${locationId} ${name}`} mode={name === tab ? 'visible' : 'hidden'}>
            <div
              id={`panel-${name}`}
              className={styles.body}
              {...(!inEditor && { role: 'tabpanel', 'aria-labelledby': `tab-${name}` })}
            >
              {lookupOnly && name === 'collections' ? <LookupOnly /> : <Body meanwhile={<Waiting />} />}
            </div>
          </Activity>
        );
      })}
    </main>
  );
}
