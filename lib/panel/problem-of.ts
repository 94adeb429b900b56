import type { Connection, SyncState } from '../bridge/answers.ts';
import type { BridgeError } from '../bridge/contract.ts';
import type { Problem } from './problem.ts';

export type Found =
  | { kind: 'error'; error: BridgeError; tone: 'warn' | 'bad' | 'info'; retry: (() => void) | undefined }
  /** An access token that ends within the hour; ms. */
  | { kind: 'ends-soon'; at: number };

const HOUR = 3_600_000;

/** The one problem worth a banner: the token first, then what someone just tried, then the refresh behind the list. */
export function problemOf(at: {
  locationId: string;
  connection: Connection | undefined;
  reported: Problem | undefined;
  sync: SyncState | undefined;
  syncError: BridgeError | undefined;
  /** ms */
  now: number;
}): Found | undefined {
  const { connection, reported, now } = at;
  const error = (error: BridgeError, retry?: () => void): Found => ({
    kind: 'error',
    error,
    tone: toneOf(error),
    retry,
  });
  const { expiresAt } = connection ?? {};
  if (expiresAt !== undefined && expiresAt <= now) return error({ code: 'token-expired' });
  if (connection?.state === 'rejected') return error({ code: 'token-rejected' });
  if (reported?.locationId === at.locationId) return error(reported.error, reported.retry);
  const behind = at.sync?.error ?? at.syncError;
  if (behind !== undefined && !connection?.lookupOnly) return error(behind);
  if (expiresAt !== undefined && expiresAt - now < HOUR) return { kind: 'ends-soon', at: expiresAt };
  return undefined;
}

function toneOf(error: BridgeError): 'warn' | 'bad' | 'info' {
  switch (error.code) {
    case 'rate-limited':
      return error.daily ? 'warn' : 'info';
    case 'offline':
    case 'unavailable':
    case 'timeout':
    case 'locked':
    case 'no-worker':
      return 'warn';
    default:
      return 'bad';
  }
}
