import type { SaveOutcome } from '../../bridge/answers.ts';
import type { BridgeError } from '../../bridge/contract.ts';
import type { Events } from '../../bridge/events.ts';
import type { Replica } from '../../catalog/replica.ts';
import type { Client } from '../../highlevel/client.ts';
import type { Clock } from '../../highlevel/clock.ts';
import type { Collection } from '../../highlevel/collection.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import type { Result } from '../../highlevel/result.ts';
import type { Journal, JournalRecord } from './journal.ts';

/** Everything a change of one location needs while it holds that location's lock. */
export type Desk = {
  locationId: string;
  client: Client;
  journal: Journal;
  replica: Replica;
  events: Pick<Events, 'emit'>;
  clock: Clock;
};

export type Outcome = Promise<Result<SaveOutcome, BridgeError>>;

/** An id no other entry has: when, and of what. */
export async function newEntryId({ journal, clock }: Desk, targetId: string): Promise<string> {
  for (let number = 0; ; number++) {
    const id = `${clock.now()}-${targetId}${number > 0 ? `-${number}` : ''}`;
    if ((await journal.get(id)) === undefined) return id;
  }
}

export async function note(
  { journal, events, locationId }: Desk,
  record: JournalRecord,
): Promise<JournalRecord> {
  await journal.put(record);
  events.emit({ type: 'journal', locationId });
  return record;
}

/** Ends a change as saved, or the entry that it takes back as undone; answers the id of the one that stays. */
export async function end(desk: Desk, record: JournalRecord): Promise<string> {
  const undone = record.undoes === undefined ? undefined : await desk.journal.get(record.undoes);
  await note(desk, undone ? { ...undone, state: 'undone' } : { ...record, state: 'saved' });
  if (undone) await desk.journal.remove(record.id);
  return undone?.id ?? record.id;
}

/** HighLevel's copy as it was just read, into the replica. */
export async function keepRow({ replica, events, locationId }: Desk, row: Collection): Promise<void> {
  const changed = await replica.put(locationId, [row]);
  if (changed.length > 0) events.emit({ type: 'collections', locationId, changed, removed: [] });
}

export async function dropRow({ replica, events, locationId }: Desk, id: string): Promise<void> {
  const removed = await replica.remove(locationId, [id]);
  if (removed.length > 0) events.emit({ type: 'collections', locationId, changed: [], removed });
}

/** Failures after which nobody knows whether HighLevel did what was asked. */
export const isAmbiguous = ({ code }: HighLevelError): boolean =>
  code === 'unavailable' || code === 'timeout' || code === 'offline' || code === 'bad-answer';

/** To pages a collection that is not there is gone. */
export const said = (error: HighLevelError): BridgeError =>
  error.code === 'not-found' ? { ...error, code: 'gone' } : error;
