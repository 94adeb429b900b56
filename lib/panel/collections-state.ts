import type { SyncState } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Events } from '../bridge/events.ts';
import type { Flag } from '../catalog/flags.ts';
import type { ReplicaView } from '../catalog/replica-view.ts';
import type { Entry, Sort } from '../catalog/search.ts';
import type { Draft } from '../drafts/store.ts';
import type { Clock } from '../highlevel/clock.ts';
import type { DraftShelf, Notice } from './editor-state.ts';
import type { SightArea } from './sight.ts';
import type { SyncStore } from './sync.ts';

export type CollectionsState = {
  /** How much of the device's copy is in memory: nothing yet, the first rows, or all of it. */
  read: 'nothing' | 'first' | 'all';
  /** The device's copy could not be read: what is in memory may be a part of it. */
  unreadable: boolean;
  /** Matching rows in order. */
  entries: readonly Entry[];
  /** Drafts that match and that no row shows, newest first: they stand above the rows. */
  fresh: readonly Draft[];
  /** How many rows of the whole location have each flag; absent until that is known. */
  counts: Readonly<Record<Flag, number>> | undefined;
  /** Rows of the whole location, as far as they are known. */
  size: number;
  query: string;
  sort: Sort;
  /** The row that the keyboard is on. */
  selected: string | undefined;
  sync: SyncState | undefined;
  /** Why the last refresh failed; what is on the device stays. */
  error: BridgeError | undefined;
  /** HighLevel is being asked by name, because the device may not have everything yet. */
  asking: boolean;
  drafts: ReadonlyMap<string, Draft>;
  /** Drafts whose last save failed. */
  notSaved: ReadonlySet<string>;
  /** The row being renamed in place. */
  renaming: string | undefined;
  /** New names on their way to HighLevel, by id. */
  sending: ReadonlyMap<string, string>;
};

export type CollectionsParts = {
  locationId: string;
  call: Call;
  events: Events;
  replica: ReplicaView;
  drafts: DraftShelf;
  clock: Clock;
  sync: SyncStore;
  /** Whether there is a connection to this location: of one that is forgotten nothing is kept. */
  connected: () => boolean;
  /** Keeps the sort order and the last sight between openings. */
  storage: SightArea;
  /** Resolves once the browser has painted what was last set. */
  painted: () => Promise<void>;
  /** Resolves once nobody else wants the page, either. */
  rested: () => Promise<void>;
  /** Lets what a person does go before what comes next. */
  breathe: () => Promise<void>;
  notify: (notice: Notice) => void;
};

/** Every face of the list, so that each has its picture. */
export type ListScreen = 'loading' | 'empty' | 'failed' | 'asking' | 'nothing' | 'rows' | 'unreadable';

export function screenOf(state: CollectionsState): ListScreen {
  if (state.unreadable) return 'unreadable';
  if (state.entries.length + state.fresh.length > 0) return 'rows';
  if (state.read !== 'all') return 'loading';
  if (state.size > 0 || state.drafts.size > 0) return state.asking ? 'asking' : 'nothing';
  if (state.error !== undefined) return 'failed';
  return state.sync?.complete ? (state.query === '' ? 'empty' : 'nothing') : 'loading';
}

/** How many rows the location has, as far as the list shows them; before it has read them, what the worker knows. */
export const knownRows = ({
  counts,
  size,
  sync,
}: Pick<CollectionsState, 'counts' | 'size' | 'sync'>): number | undefined =>
  counts === undefined ? sync?.rows : size;

/** What a row says beside its count: at most one thing, the first that holds. */
export type RowMark = 'saving' | 'not-saved' | 'draft' | Flag;

export function markOf(
  { drafts, notSaved, sending }: Pick<CollectionsState, 'drafts' | 'notSaved' | 'sending'>,
  id: string,
  flags: readonly Flag[],
): RowMark | undefined {
  if (sending.has(id)) return 'saving';
  if (notSaved.has(id)) return 'not-saved';
  return drafts.has(id) ? 'draft' : flags[0];
}
