import type { SaveOutcome } from '../bridge/answers.ts';
import type { Call } from '../bridge/call.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Events } from '../bridge/events.ts';
import type { ReplicaView } from '../catalog/replica-view.ts';
import type { Field, Fields } from '../drafts/fields.ts';
import type { Draft, Drafts } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import type { Side } from './editor-draft.ts';
import type { Locks } from './editor-hold.ts';

export type Stored = Extract<SaveOutcome, { state: 'saved' }>['stored'][number];

/** How the last save or delete ended. Only `saved` may be called saved. */
export type EditorOutcome =
  | { state: 'saved'; created: boolean; stored: Stored[] }
  /** Taken but not confirmed; not `sure` while it is only known that the save was interrupted. */
  | { state: 'accepted'; sure: boolean; journalId: string; sent: Fields; checking: boolean }
  | { state: 'conflict'; theirs: Fields; fields: Field[]; picks: Partial<Record<Field, Side>> }
  | { state: 'slug-taken'; slug: string; name: string; free: string }
  | { state: 'failed'; error: BridgeError };

export type Open = {
  draft: Draft;
  /** HighLevel's copy as this device knows it; absent while new. */
  collection: Collection | undefined;
  /** Not on the device, though HighLevel had it: deleted there, if the device has everything. */
  absent: boolean;
  /** Another window writes this draft; this one shows it live. */
  elsewhere: boolean;
  /** False when the device could not keep the last change. */
  kept: boolean;
  busy: 'saving' | 'deleting' | undefined;
  outcome: EditorOutcome | undefined;
};

export type EditorState = {
  open: Open | undefined;
  /** The collection that was asked for is neither on the device nor a draft. */
  missing: boolean;
};

/** What a person should hear of although the screen it began on may be gone. */
export type Notice =
  | { kind: 'renamed'; name: string; journalId: string }
  | { kind: 'deleted'; name: string }
  | { kind: 'delete-accepted'; name: string }
  /** `otherwise`: what HighLevel stored in its own way. */
  | { kind: 'saved'; name: string; otherwise: readonly Field[] }
  | { kind: 'accepted' | 'interrupted'; name: string; id: string }
  | { kind: 'not-saved'; name: string; id: string; error?: BridgeError }
  | { kind: 'moved'; name: string; does: 'add' | 'remove'; journalId: string | undefined }
  | { kind: 'not-moved'; name: string; does: 'add' | 'remove'; error: BridgeError }
  | { kind: 'undone'; name: string }
  | { kind: 'not-undone'; name: string; error: BridgeError };

/** The drafts on the device. */
export type DraftShelf = Omit<Drafts, 'close'>;

export type EditorParts = {
  locationId: string;
  call: Call;
  events: Events;
  replica: Pick<ReplicaView, 'get'>;
  drafts: DraftShelf;
  locks: Locks;
  /** ms since the epoch. */
  now: () => number;
  /** A fresh collection id, asked for once per new draft. */
  createId: () => string;
  /** What the list already has in memory, so that an editor opens without waiting. */
  known: (id: string) => {
    collection: Collection | undefined;
    draft: Draft | undefined;
    draftsRead: boolean;
  };
  /** The other collection of this location that has this slug, as far as the device knows. */
  slugOwner: (slug: string, exceptId: string) => Collection | undefined;
  /** Called when a draft was written or removed by this window. */
  onDraft: (id: string, draft: Draft | undefined) => void;
  notify: (notice: Notice) => void;
  /** What was open is gone: back to the list. */
  leave: () => void;
};
