import type { Connection, SyncState } from '../bridge/answers.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Scope } from '../highlevel/errors.ts';
import type { Follows } from './session.ts';

/** What the header's one line says, after "Follows this tab" where nothing is wrong. */
export type Status =
  | { kind: 'starting' }
  | { kind: 'no-location' | 'not-connected' | 'locked' | 'gone' }
  | { kind: 'rejected' | 'expired' | 'offline' | 'trouble' | 'lookup-only' }
  | { kind: 'scope'; scope: Scope }
  | { kind: 'saving' | 'syncing' | 'never'; follows: Follows }
  | { kind: 'loading'; follows: Follows }
  | { kind: 'synced'; follows: Follows; at: number };

export type Tone = 'ok' | 'warn' | 'bad' | 'idle';

export type Standpoint = {
  ready: boolean;
  locationId: string | undefined;
  follows: Follows;
  /** Absent until the worker has answered. */
  connections: readonly Connection[] | undefined;
  sync: SyncState | undefined;
  /** Why the last refresh could not begin, or what a person asked for failed on the way. */
  syncError: BridgeError | undefined;
  saving: boolean;
  /** ms */
  now: number;
};

/** The one thing most worth saying about the location that is shown. */
export function statusOf(at: Standpoint): Status {
  const { locationId, follows, connections, sync } = at;
  if (!at.ready) return { kind: 'starting' };
  if (locationId === undefined) return { kind: 'no-location' };
  const connection = connections?.find((each) => each.locationId === locationId);
  if (connections !== undefined) {
    const standing = standingOf(connection, at.now);
    if (standing !== undefined) return standing;
  }
  if (at.saving) return { kind: 'saving', follows };
  const failed = failureOf(at.syncError ?? sync?.error);
  if (failed !== undefined) return failed;
  if (connection?.lookupOnly) return { kind: 'lookup-only' };
  if (connection?.rights['products/collection.write'] === 'no')
    return { kind: 'scope', scope: 'products/collection.write' };
  if (sync?.running) return { kind: sync.complete ? 'syncing' : 'loading', follows };
  if (sync?.syncedAt !== undefined) return { kind: 'synced', follows, at: sync.syncedAt };
  return { kind: 'never', follows };
}

function standingOf(connection: Connection | undefined, now: number): Status | undefined {
  if (connection === undefined) return { kind: 'not-connected' };
  if (connection.state !== 'ready') return { kind: connection.state };
  if (connection.expiresAt !== undefined && connection.expiresAt <= now) return { kind: 'expired' };
  return undefined;
}

function failureOf(error: BridgeError | undefined): Status | undefined {
  switch (error?.code) {
    case undefined:
    // Waiting for the next free slot is no failure.
    case 'rate-limited':
      return undefined;
    case 'token-rejected':
      return { kind: 'rejected' };
    case 'token-expired':
      return { kind: 'expired' };
    case 'scope-missing':
      return { kind: 'scope', scope: error.scope ?? 'products/collection.readonly' };
    case 'not-connected':
      return { kind: 'not-connected' };
    case 'locked':
      return { kind: 'locked' };
    case 'offline':
      return { kind: 'offline' };
    default:
      return { kind: 'trouble' };
  }
}

export function toneOf(status: Status): Tone {
  switch (status.kind) {
    case 'starting':
    case 'no-location':
    case 'not-connected':
      return 'idle';
    case 'rejected':
    case 'expired':
    case 'gone':
      return 'bad';
    case 'locked':
    case 'offline':
    case 'trouble':
    case 'scope':
    case 'lookup-only':
      return 'warn';
    case 'saving':
    case 'syncing':
    case 'loading':
    case 'never':
    case 'synced':
      return 'ok';
  }
}
