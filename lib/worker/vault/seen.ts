import type { ErrorCode, Scope } from '../../highlevel/errors.ts';
import type { ConnectionRecord } from './records.ts';
import { rightsAfter } from './rights.ts';

/** One answer of HighLevel, as far as it says something about the token. */
export type Seen = {
  tokenId: string;
  /** What the call needed; a call that needs none of ours teaches no right. */
  scope?: Scope;
  answer: 'ok' | ErrorCode;
  /** The answer carried something that belongs to this location. */
  proven: boolean;
};

const USED_EVERY_MS = 60_000;

/**
 * The connection after an answer, or undefined when nothing worth writing changed. Only "this token is none"
 * declares it dead, and a later success takes that back; a refusal for any other reason does not.
 */
export function afterAnswer(record: ConnectionRecord, seen: Seen, now: number): ConnectionRecord | undefined {
  if (record.tokenId !== seen.tokenId) return undefined;
  const unproven = record.unproven && !seen.proven;
  // An empty answer of a location that may not be the token's own is no proof of a right.
  const taught = unproven && seen.answer === 'ok' ? 'nothing' : seen.answer;
  const next: ConnectionRecord = {
    ...record,
    unproven,
    rejected: seen.answer === 'token-rejected' || (record.rejected && seen.answer !== 'ok'),
    rights: seen.scope ? rightsAfter(record.rights, seen.scope, taught) : record.rights,
  };
  const same =
    next.unproven === record.unproven &&
    next.rejected === record.rejected &&
    (!seen.scope || next.rights[seen.scope] === record.rights[seen.scope]);
  const usedLongAgo = now - (record.lastUsedAt ?? 0) >= USED_EVERY_MS;
  return same && !usedLongAgo ? undefined : { ...next, lastUsedAt: now };
}
