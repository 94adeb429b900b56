import { useEffect } from 'react';
import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Rich } from '../ui/rich.tsx';
import { usePanel } from './context.ts';

/** The tab went to another location while changes are open here: nothing is swapped unless someone says so. */
export function DraftBanner() {
  const { session, connections, notices } = usePanel();
  const { follows, elsewhere, locationId } = useStore(session);
  const labels = useStore(connections, (state) => state.labels);
  const there = follows === 'draft' ? elsewhere : undefined;
  const names = {
    there: (there && labels[there]) || t('header.other_location'),
    here: labels[locationId ?? ''] || (locationId ?? ''),
  };
  const { there: thereName, here: hereName } = names;
  useEffect(() => {
    if (there !== undefined) notices.say(t('header.elsewhere_said', { there: thereName, here: hereName }));
  }, [there, thereName, hereName, notices]);
  if (there === undefined) return null;
  return (
    <Banner
      tone="warn"
      action={
        <Button small onClick={() => session.follow()}>
          {t('header.switch')}
        </Button>
      }
    >
      <Rich text="header.elsewhere" values={names} />
    </Banner>
  );
}
