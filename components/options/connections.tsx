import { Store } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Card } from '../ui/card.tsx';
import { Empty } from '../ui/empty.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { ConnectionCard } from './connection-card.tsx';
import { useSettings } from './context.ts';

/** Every connected location. */
export function Connections() {
  const { connections } = useSettings();
  const list = useStore(connections, (state) => state.list);
  if (list === undefined)
    return (
      <Card>
        <Skeleton width="40%" />
      </Card>
    );
  if (list.length === 0)
    return (
      <Card>
        <Empty icon={<Store aria-hidden />} title={t('options.connections_none')}>
          {t('options.connections_none_text')}
        </Empty>
      </Card>
    );
  return list.map((connection) => <ConnectionCard key={connection.locationId} connection={connection} />);
}
