import '../../lib/bridge/csp.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { Options } from '../../components/options/options.tsx';
import { createCall } from '../../lib/bridge/call.ts';
import { CHANNEL, createEvents } from '../../lib/bridge/events.ts';
import { openReplica } from '../../lib/catalog/replica.ts';
import { openDrafts } from '../../lib/drafts/store.ts';
import { systemClock } from '../../lib/highlevel/clock.ts';
import { createDevice } from '../../lib/panel/device.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import { createSettings } from '../../lib/panel/settings.ts';
import { t } from '../../lib/text/t.ts';

const { permissions, runtime, commands, tabs } = browser;
const { version, permissions: granted = [], host_permissions: hosts = [] } = runtime.getManifest();
const call = createCall((message) => runtime.sendMessage(message));
const memory = createMemory(localStorage);

/**
 * | the browser's page for keys | Chrome                         | Firefox                       |
 * | commands.openShortcutSettings | no                           | yes                           |
 * | a tab on its address          | chrome://extensions/shortcuts | refused                      |
 */
function openKeys() {
  if ('openShortcutSettings' in commands && typeof commands.openShortcutSettings === 'function')
    void commands.openShortcutSettings();
  else void tabs.create({ url: 'chrome://extensions/shortcuts' });
}

function download(name: string, text: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  // Not revoked: the browser may still be reading it, and it ends with the page.
  link.click();
}

const settings = createSettings({
  call,
  events: createEvents(new BroadcastChannel(CHANNEL)),
  clock: systemClock,
  memory,
  device: createDevice({
    call,
    drafts: openDrafts(),
    replica: await openReplica(),
    memory,
    estimate: () => navigator.storage.estimate(),
    localStorage,
  }),
  permissions,
  manifest: { version, permissions: granted, hosts },
  keys: async () =>
    (await commands.getAll()).map(({ name = '', description, shortcut = '' }) => ({
      name,
      // The command that opens the panel is the browser's own, and comes without words.
      description: description || t('app.open'),
      shortcut,
    })),
  openKeys,
  download,
});

document.documentElement.lang = t('app.language');
document.documentElement.dir = t('app.direction');
document.title = t('options.title');
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<Options settings={settings} />);
