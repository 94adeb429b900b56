import { useEffect } from 'react';
import { useStore } from 'zustand';
import { problemOf } from '../../lib/panel/problem-of.ts';
import { until } from '../../lib/text/format.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { Rich } from '../ui/rich.tsx';
import { usePanel } from './context.ts';
import { Remedies } from './remedies.tsx';
import { useNow } from './use-now.ts';

/** What does not work for this location right now, why, and the one thing that helps. */
export function ProblemBanner() {
  const { session, connections, sync, problem, route, notices, clock } = usePanel();
  const locationId = useStore(session, (state) => state.locationId) ?? '';
  const drafting = useStore(session, (state) => state.drafting !== undefined);
  const connection = useStore(connections, ({ list }) =>
    list?.find((each) => each.locationId === locationId),
  );
  const state = useStore(sync, ({ states }) => states[locationId]);
  const syncError = useStore(sync, ({ errors }) => errors[locationId]);
  const reported = useStore(problem, (state) => state.problem);
  const now = useNow(clock);
  const found = problemOf({ locationId, connection, reported, sync: state, syncError, now });
  const text = found?.kind === 'error' ? words(found.error, now) : undefined;
  const title = text?.title;
  useEffect(() => {
    if (title !== undefined) notices.say(title);
  }, [title, notices]);

  if (found === undefined) return null;
  if (found.kind === 'ends-soon')
    return (
      <Banner
        tone="info"
        action={
          <Button small onClick={() => route.ask('replace')}>
            {t('header.replace')}
          </Button>
        }
      >
        <Rich text="header.expires_soon" values={{ time: until(found.at, now) }} />
      </Banner>
    );
  if (text === undefined) return null;
  return (
    <Banner
      tone={found.tone}
      action={
        <Remedies
          remedy={text.remedy}
          locationId={locationId}
          onRetry={found.retry ?? (() => void sync.refresh(locationId, true))}
        />
      }
    >
      <b>{text.title}.</b> {text.next} {drafting && t('errors.draft_kept')}
      {text.said !== undefined && <> {t('errors.said', { words: text.said })}</>}
    </Banner>
  );
}
