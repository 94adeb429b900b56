import type { Call } from '../bridge/call.ts';
import type { Events } from '../bridge/events.ts';
import type { ReplicaView } from '../catalog/replica-view.ts';
import type { Drafts } from '../drafts/store.ts';
import type { Clock } from '../highlevel/clock.ts';
import type { ConnectingStore } from './connecting.ts';
import type { ConnectionsStore } from './connections.ts';
import type { NoticesStore } from './notices.ts';
import type { ProblemStore } from './problem.ts';
import type { RouteStore } from './route.ts';
import type { SavingStore } from './saving.ts';
import type { SessionStore } from './session.ts';
import type { SitesStore } from './sites.ts';
import type { SyncStore } from './sync.ts';
import type { TabStore } from './tab.ts';
import type { VaultStore } from './vault.ts';

/** What comes from outside: the worker, the device, the browser, time. */
export type Means = {
  call: Call;
  events: Events;
  replica: ReplicaView;
  drafts: Drafts;
  clock: Clock;
  locks: Pick<LockManager, 'request'>;
  /** A fresh collection id. */
  createId: () => string;
  /** Puts text on the clipboard. */
  copy: (text: string) => Promise<void>;
  openOptions: () => void;
  /** The browser's own keys, as it writes them; a command without one is not there. */
  keys: () => Promise<{ open?: string; lookUp?: string }>;
};

/** Everything a screen of the panel may use. */
export type Panel = Means & {
  tab: TabStore;
  session: SessionStore;
  route: RouteStore;
  connections: ConnectionsStore;
  connecting: ConnectingStore;
  vault: VaultStore;
  sync: SyncStore;
  sites: SitesStore;
  notices: NoticesStore;
  problem: ProblemStore;
  saving: SavingStore;
};
