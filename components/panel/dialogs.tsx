import { useState } from 'react';
import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { usePanel } from './context.ts';
import { ReplaceToken, Shortcuts } from './later.tsx';

/** The dialogs that belong to the whole panel. */
export function Dialogs() {
  const { route, session, connections, connecting, problem, sync, notices, clock } = usePanel();
  const dialog = useStore(route, (state) => state.dialog);
  const locationId = useStore(session, (state) => state.locationId);
  const close = () => route.ask(undefined);
  // Nothing of a dialog is there before it is first asked for.
  const [asked, setAsked] = useState(false);
  if (dialog !== undefined && !asked) setAsked(true);
  if (!asked) return null;
  return (
    <>
      <Shortcuts open={dialog === 'shortcuts'} onClose={close} />
      {locationId !== undefined && (
        <ReplaceToken
          open={dialog === 'replace'}
          locationId={locationId}
          name={connections.nameOf(locationId)}
          connecting={connecting}
          clock={clock}
          onClose={close}
          onReplaced={() => {
            problem.clear(locationId);
            notices.toast(t('connect.replaced'));
            void sync.refresh(locationId, true);
          }}
        />
      )}
    </>
  );
}
