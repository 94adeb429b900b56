import '../../lib/bridge/csp.ts';
import '../../components/ui/tokens.css';
import '../../components/ui/base.css';
import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { frontsOf } from '../../components/collections/use-front.ts';
import { Editor } from '../../components/panel/later.tsx';
import { Panel } from '../../components/panel/panel.tsx';
import { rested } from '../../components/ui/painted.ts';
import { createCall } from '../../lib/bridge/call.ts';
import { CHANNEL, createEvents } from '../../lib/bridge/events.ts';
import { openReplicaView } from '../../lib/catalog/replica-view.ts';
import { openDrafts } from '../../lib/drafts/store.ts';
import { readAddress } from '../../lib/highlevel/addresses.ts';
import { systemClock } from '../../lib/highlevel/clock.ts';
import { createObjectId } from '../../lib/highlevel/ids.ts';
import { createPanel } from '../../lib/panel/create.ts';
import { firstSight } from '../../lib/panel/first-sight.ts';
import { createMemory } from '../../lib/panel/memory.ts';
import { startPanel } from '../../lib/panel/start.ts';
import { t } from '../../lib/text/t.ts';
import { asked } from './asked.ts';

const { tabs, windows, permissions, runtime, commands } = browser;

const panel = createPanel(
  {
    call: createCall((message) => runtime.sendMessage(message)),
    events: createEvents(new BroadcastChannel(CHANNEL)),
    replica: openReplicaView(),
    drafts: openDrafts(),
    clock: systemClock,
    locks: navigator.locks,
    createId: () => createObjectId(Date.now(), (bytes) => crypto.getRandomValues(bytes)),
    copy: (text) => navigator.clipboard.writeText(text),
    openOptions: () => void runtime.openOptionsPage(),
    keys: async () => {
      const all = await commands.getAll();
      const keyOf = (command: string) => all.find(({ name }) => name === command)?.shortcut;
      const [open, lookUp] = [keyOf('_execute_action'), keyOf('look-up')];
      return { ...(open && { open }), ...(lookUp && { lookUp }) };
    },
  },
  {
    tabs,
    asked,
    windows,
    permissions,
    required: runtime.getManifest().host_permissions ?? [],
    readAddress,
    memory: createMemory(localStorage),
  },
);

document.documentElement.lang = t('app.language');
document.documentElement.dir = t('app.direction');
// While the browser is asked for the tab: a click on a row comes first of all.
Editor.fetch().catch(() => {});
const drawn = draw();
startPanel(panel, window, drawn);
// "Delete everything" in the settings ends with this: nothing that is still in memory may outlive it.
addEventListener('storage', ({ key }) => {
  if (key === null) location.reload();
});

async function draw() {
  await firstSight(panel, systemClock, (locationId) => frontsOf(panel).at(locationId).collections);
  const root = document.getElementById('root');
  if (root !== null) flushSync(() => createRoot(root).render(<Panel panel={panel} />));
  await rested();
}
