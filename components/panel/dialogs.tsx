import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { ReplaceToken } from '../connect/replace-token.tsx';
import { usePanel } from './context.ts';
import { Shortcuts } from './shortcuts.tsx';

/** The dialogs that belong to the whole panel. */
export function Dialogs() {
  const { route, session, connections, connecting, problem, sync, notices, clock } = usePanel();
  const dialog = useStore(route, (state) => state.dialog);
  const locationId = useStore(session, (state) => state.locationId);
  const close = () => route.ask(undefined);
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
