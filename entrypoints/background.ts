import '../lib/bridge/csp.ts';
import { browser, defineBackground } from '#imports';
import { CHANNEL, createEvents } from '../lib/bridge/events.ts';
import { createServer } from '../lib/bridge/serve.ts';
import { systemClock } from '../lib/highlevel/clock.ts';
import { t } from '../lib/text/t.ts';
import { createSites, POINTER_SCRIPT } from '../lib/worker/context/sites.ts';
import { createHouse } from '../lib/worker/house.ts';
import { createClicks } from '../lib/worker/lookup/clicks.ts';
import { createSelection } from '../lib/worker/lookup/selection.ts';
import { createMenus } from '../lib/worker/menus.ts';
import { createPanelDoor } from '../lib/worker/panel-door.ts';

export default defineBackground(() => {
  const { runtime, storage, alarms, action, commands, contextMenus, permissions, scripting, tabs } = browser;
  const events = createEvents(new BroadcastChannel(CHANNEL));
  const house = createHouse({
    fetch: (input, init) => fetch(input, init),
    clock: systemClock,
    crypto,
    locks: navigator.locks,
    events,
    session: storage.session,
    alarms,
    ping: () => runtime.getPlatformInfo(),
    online: () => navigator.onLine,
    mayRead: (origin) => permissions.contains({ origins: [`${origin}/*`] }),
  });
  const clicks = createClicks({
    openPanel: createPanelDoor(browser),
    lookups: house.lookups,
    pointer: house.pointer,
    events,
    selectionIn: createSelection(scripting),
  });
  const sites = createSites({
    api: { permissions, scripting, tabs },
    script: POINTER_SCRIPT,
    onSites: (all) => createMenus(contextMenus, t('app.look_up'), all),
  });
  const self = { id: runtime.id, base: runtime.getURL('/') };
  runtime.onMessage.addListener(createServer({ ...house, self }));
  action.onClicked.addListener(clicks.action);
  contextMenus.onClicked.addListener(clicks.menu);
  commands?.onCommand.addListener((_, tab) => clicks.shortcut(tab));
  alarms.onAlarm.addListener(house.alarm);
  runtime.onInstalled.addListener(sites.refresh);
  runtime.onStartup.addListener(sites.refresh);
  permissions.onAdded.addListener(sites.refresh);
  permissions.onRemoved.addListener(sites.refresh);

  void house.resume();
  // Nothing secret is kept there, and what is kept is nobody's business. Firefox has no such switch.
  storage.local.setAccessLevel?.({ accessLevel: 'TRUSTED_CONTEXTS' });
});
