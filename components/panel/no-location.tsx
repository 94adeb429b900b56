import { MapPinOff } from 'lucide-react';
import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Empty } from '../ui/empty.tsx';
import { usePanel } from './context.ts';

const HIGHLEVEL = 'https://app.gohighlevel.com/';

/** The tab shows no location: no error, only the ways to one. */
export function NoLocation() {
  const { session, connections } = usePanel();
  const lastUsed = useStore(session, (state) => state.lastUsed);
  const label = useStore(connections, ({ labels }) =>
    lastUsed === undefined ? undefined : labels[lastUsed],
  );
  const offer = label === undefined ? undefined : lastUsed;
  return (
    <Empty
      icon={<MapPinOff aria-hidden />}
      title={t('header.no_location_title')}
      action={
        <>
          {offer !== undefined && (
            <Button variant="primary" onClick={() => session.choose(offer)}>
              {t('header.no_location_open', { name: label || offer })}
            </Button>
          )}
          <ButtonLink href={HIGHLEVEL}>{t('header.no_location_highlevel')}</ButtonLink>
        </>
      }
    >
      {t('header.no_location_text')} {offer !== undefined && t('header.no_location_last')}
    </Empty>
  );
}
