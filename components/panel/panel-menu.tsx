import { Ellipsis, Keyboard, KeyRound, Lock, RotateCw, Settings } from 'lucide-react';
import { useStore } from 'zustand';
import { connectionOf } from '../../lib/panel/connections.ts';
import { t } from '../../lib/text/t.ts';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { usePanel } from './context.ts';

/** What belongs to the whole panel. Also stands in the editor's head. */
export function PanelMenu() {
  const { session, connections, vault, route, sync, notices, openOptions } = usePanel();
  const locationId = useStore(session, (state) => state.locationId);
  const connection = useStore(connections, ({ list }) => connectionOf(list, locationId));
  const unlocked = useStore(vault, (state) => state.vault?.passphrase === 'unlocked');
  return (
    <Menu label={t('header.menu')} icon={<Ellipsis />}>
      {connection?.state === 'ready' && !connection.lookupOnly && (
        <MenuItem
          icon={<RotateCw />}
          onSelect={() => {
            void sync.refresh(connection.locationId, true);
            notices.say(t('menu.reload_done'));
          }}
        >
          {t('menu.reload')}
        </MenuItem>
      )}
      {connection && (
        <MenuItem icon={<KeyRound />} onSelect={() => route.ask('replace')}>
          {t('menu.replace')}
        </MenuItem>
      )}
      {unlocked && (
        <MenuItem icon={<Lock />} onSelect={() => void vault.lock()}>
          {t('menu.lock')}
        </MenuItem>
      )}
      <MenuItem icon={<Keyboard />} onSelect={() => route.ask('shortcuts')}>
        {t('menu.shortcuts')}
      </MenuItem>
      <MenuItem icon={<Settings />} onSelect={openOptions}>
        {t('menu.settings')}
      </MenuItem>
    </Menu>
  );
}
