import type { JournalEntry, MembershipOutcome, SaveOutcome } from '../../bridge/answers.ts';
import type { BridgeError, Request } from '../../bridge/contract.ts';
import type { Events } from '../../bridge/events.ts';
import type { Replica } from '../../catalog/replica.ts';
import type { Client } from '../../highlevel/client.ts';
import type { Clock } from '../../highlevel/clock.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { create } from './create.ts';
import type { Desk, Outcome } from './desk.ts';
import { isOpen, type Journal } from './journal.ts';
import { type MemberOutcome, setCollections } from './membership.ts';
import { remove } from './remove.ts';
import { SECOND_LOOK } from './second-look.ts';
import { settleRecord } from './settle.ts';
import { type Undone, undo } from './undo.ts';
import { update } from './update.ts';

/** Looks at what is open, one every 30 s, before it is left to the next worker or to a person. */
const LOOKS = 5;
const A_DAY = 24 * 60 * 60_000;

export type Saves = {
  save(request: Request<'collection.save'>): Outcome;
  create(request: Request<'collection.create'>): Outcome;
  remove(request: Request<'collection.delete'>): Outcome;
  setCollections(request: Request<'product.setCollections'>): MemberOutcome;
  undo(request: Request<'activity.undo'>): Undone;
  /** Looks now how an open change stands. `gone` when the journal has it no more. */
  check(request: Request<'activity.check'>): Promise<Result<JournalEntry, BridgeError>>;
  /** Newest first; the changes of 30 days. */
  list(request: Request<'activity.list'>): Promise<Result<JournalEntry[], BridgeError>>;
  clear(request: Request<'activity.clear'>): Promise<Result<null, BridgeError>>;
  /** Ends what a death left open, or what was accepted and not yet confirmed. May take minutes: a second look comes 30 s after the first. */
  settle(): Promise<void>;
  /** When nothing is looked after any more. */
  idle(): Promise<void>;
};

/** Everything that writes to HighLevel's collections, and to which of them a product is in: one change at a time per location, each in the journal first. */
export function createSaves(parts: {
  clientFor: (locationId: string) => Promise<Result<Client, BridgeError>>;
  journal: Journal;
  replica: Replica;
  events: Pick<Events, 'emit'>;
  locks: Pick<LockManager, 'request'>;
  clock: Clock;
}): Saves {
  const { clientFor, journal, replica, events, locks, clock } = parts;
  let settling: Promise<void> | undefined;

  /** The way to a location's desk: alone, and with a token of that location. */
  function at<Value>(
    locationId: string,
    work: (desk: Desk) => Promise<Result<Value, BridgeError>>,
  ): Promise<Result<Value, BridgeError>> {
    return locks.request(`aisle.save.${locationId}`, async (): Promise<Result<Value, BridgeError>> => {
      const client = await clientFor(locationId);
      return client.ok ? work({ locationId, client: client.value, journal, replica, events, clock }) : client;
    });
  }

  /** After each change: one that is still open is looked after behind the answer. */
  async function change<Value>(
    locationId: string,
    work: (desk: Desk) => Promise<Result<Value, BridgeError>>,
  ): Promise<Result<Value, BridgeError>> {
    const outcome = await at(locationId, work);
    if ((await open()).length > 0) settle(SECOND_LOOK).catch(() => undefined);
    return outcome;
  }

  /** What is worth looking after. A change that was accepted yesterday and never seen is left to a person. */
  async function open() {
    const now = clock.now();
    return (await journal.unsettled()).filter(({ state, at }) => state === 'sending' || now - at < A_DAY);
  }

  async function settleAll(): Promise<void> {
    for (const { id, locationId } of await open()) {
      await at(locationId, async (desk) => {
        const record = await journal.get(id);
        if (record) await settleRecord(desk, record);
        return ok(null);
      });
    }
  }

  async function look(wait: number): Promise<void> {
    if (wait > 0) await clock.sleep(wait);
    for (let looks = 1; ; looks++) {
      await settleAll();
      if (looks >= LOOKS || (await open()).length === 0) return;
      await clock.sleep(SECOND_LOOK);
    }
  }

  function settle(wait: number): Promise<void> {
    settling ??= look(wait).finally(() => {
      settling = undefined;
    });
    return settling;
  }

  return {
    save: ({ locationId, id, base, patch }) =>
      change(locationId, (desk) => update(desk, { id, base, patch })),
    create: ({ locationId, id, fields }) => change(locationId, (desk) => create(desk, { id, fields })),
    remove: ({ locationId, id }) => change(locationId, (desk) => remove(desk, { id })),
    setCollections: ({ locationId, ...wish }) => change(locationId, (desk) => setCollections(desk, wish)),
    undo: ({ locationId, journalId }) =>
      change<SaveOutcome | MembershipOutcome>(locationId, (desk) => undo(desk, journalId)),
    async check({ locationId, journalId }) {
      const known = await journal.get(journalId);
      if (known?.locationId !== locationId) return fail({ code: 'gone' });
      if (!isOpen(known)) return ok(known);
      return at(locationId, async (desk) => {
        const record = await journal.get(journalId);
        if (record) await settleRecord(desk, record);
        const settled = await journal.get(journalId);
        return settled ? ok(settled) : fail({ code: 'gone' });
      });
    },
    async list({ locationId }) {
      const records = await journal.list(locationId, clock.now());
      // A change that takes another back is told by that other.
      return ok(records.filter(({ undoes }) => undoes === undefined));
    },
    async clear({ locationId }) {
      await journal.clear(locationId);
      events.emit({ type: 'journal', locationId });
      return ok(null);
    },
    settle: () => settle(0),
    async idle() {
      while (settling) await settling.catch(() => undefined);
    },
  };
}
