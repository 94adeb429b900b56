import type { Replica, SyncFacts } from '../../catalog/replica.ts';
import type { Print, Sweep } from '../../catalog/sweep.ts';
import type { Client } from '../../highlevel/client.ts';
import type { Clock } from '../../highlevel/clock.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { fail, ok, type Result } from '../../highlevel/result.ts';
import { type PassParts, walk } from './pass.ts';
import { printOf } from './print.ts';

/** Walks through the list in one sync, those that were broken off included. */
const PASSES = 8;
/** ms before each walk after the second: whoever changes the list may be done by then. */
const PAUSE = 2_000;
/** Rows in doubt that are worth one request each; with more, another walk is cheaper. */
const DOUBTS = 50;

export type RunParts = {
  locationId: string;
  client: Pick<Client, 'listCollections' | 'getCollection'>;
  replica: Replica;
  clock: Clock;
  signal: AbortSignal;
  /** Rows of the replica that were written or removed. */
  onRows: (changed: readonly string[], removed: readonly string[]) => void;
  onPage: (sweep: Sweep) => Promise<void>;
};

/**
 * One sync. Offset pages cannot show a list that changes meanwhile, so it walks until two walks in a row saw the same ids
 * in the same order, the last of them undisturbed: whatever is read twice alike was so at the moment between. The walk of
 * the last complete sync counts as the first. Answers false when the list never stood still.
 */
export async function runSync(parts: RunParts): Promise<Result<boolean, HighLevelError>> {
  const { locationId, replica, clock, signal } = parts;
  const { progress } = replica;
  let { sweep, seen } = (await progress.load(locationId)) ?? (await firstPass(parts));
  for (;;) {
    const walked = await walk(passParts(parts), sweep, seen);
    if (!walked.ok) return walked;
    sweep = walked.value.sweep;
    const print = printOf(seen);
    if (walked.value.ended && agrees(sweep, seen.size, print)) {
      const exact = await reconcile(parts, sweep, seen);
      if (!exact.ok) return exact;
      if (exact.value) return end({ complete: true, syncedAt: clock.now(), print }, sweep);
    }
    if (sweep.pass >= PASSES) return end({ complete: false }, sweep);
    if (sweep.pass > 1) await clock.sleep(PAUSE, signal);
    sweep = await nextPass(parts, sweep, walked.value.ended ? print : sweep.before);
    seen = new Set();
    await progress.save(sweep, []);
  }

  async function end(facts: SyncFacts & { complete: boolean }, { since, total }: Sweep) {
    const all = { ...facts, triedAt: clock.now(), total };
    await replica.note(locationId, all, facts.complete ? since : undefined);
    await progress.end(locationId);
    return ok(facts.complete);
  }
}

/** One page holds the whole list at one moment; more pages must have been read twice alike. */
function agrees({ steady, pages, total, before }: Sweep, size: number, print: Print): boolean {
  if (!steady) return false;
  if (pages === 1 || before?.order === print.order) return true;
  // A service may list rows in no fixed order: then the count must prove that none was passed over.
  return before?.set === print.set && total === size;
}

async function firstPass(parts: RunParts): Promise<{ sweep: Sweep; seen: Set<string> }> {
  const { print } = await parts.replica.state(parts.locationId);
  const none = { pass: 0, reachedEnd: print !== undefined };
  const sweep = await nextPass(parts, none, print);
  await parts.replica.progress.save(sweep, []);
  return { sweep, seen: new Set() };
}

async function nextPass(
  { locationId, replica, clock }: RunParts,
  last: Pick<Sweep, 'pass' | 'reachedEnd'>,
  before: Print | undefined,
): Promise<Sweep> {
  return {
    locationId,
    pass: last.pass + 1,
    pages: 0,
    position: 0,
    blurred: false,
    steady: true,
    // The last walk goes on to the end whatever happens, for the rows.
    reachedEnd: last.reachedEnd && last.pass + 1 < PASSES,
    since: (await replica.state(locationId)).version,
    at: clock.now(),
    ...(before && { before }),
  };
}

function passParts(parts: RunParts): PassParts {
  const { locationId, client, replica, clock, signal, onRows, onPage } = parts;
  return {
    client,
    signal,
    now: clock.now,
    version: async () => (await replica.state(locationId)).version,
    save: async (sweep, ids) => {
      await replica.progress.save(sweep, ids);
      await onPage(sweep);
    },
    async write({ rows, since }) {
      const { changed, disputed } = await replica.merge(locationId, rows, since);
      onRows(changed, []);
      const settled = await settleAll(parts, disputed);
      return settled.ok ? ok(undefined) : settled;
    },
  };
}

/** Takes out what the list has no more. Answers false when the list itself turned out to be behind the truth. */
async function reconcile(
  parts: RunParts,
  { since }: Sweep,
  seen: ReadonlySet<string>,
): Promise<Result<boolean, HighLevelError>> {
  const { locationId, replica, onRows } = parts;
  const held = new Set<string>();
  for await (const rows of replica.read(locationId)) for (const { id } of rows) held.add(id);
  const missing = [...seen].filter((id) => !held.has(id));
  const gone = [...held].filter((id) => !seen.has(id));
  const [first] = gone;
  if (seen.size === 0 && first !== undefined) {
    const there = await parts.client.getCollection(first, { lane: 'background', signal: parts.signal });
    // An empty list while its rows are there: believing it would empty the device.
    if (there.ok) return fail({ code: 'bad-answer', field: 'data' });
  }
  const { changed, disputed } = await replica.prune(locationId, gone, since);
  onRows([], changed);
  if (missing.length + disputed.length > DOUBTS) return ok(false);
  const settled = await settleAll(parts, [...missing, ...disputed]);
  return settled.ok ? ok(!disputed.some((id) => settled.value.has(id))) : settled;
}

/** Reads rows in doubt by their ids and writes what they really are. Answers those that exist. */
async function settleAll(
  { locationId, client, replica, signal, onRows }: RunParts,
  ids: readonly string[],
): Promise<Result<Set<string>, HighLevelError>> {
  const there = new Set<string>();
  for (const id of ids) {
    const { version } = await replica.state(locationId);
    const answer = await client.getCollection(id, { lane: 'background', signal });
    if (!answer.ok && answer.error.code !== 'not-found') return answer;
    const changed = await replica.settle(locationId, id, answer.ok ? answer.value : undefined, version);
    if (answer.ok) there.add(id);
    onRows(answer.ok ? changed : [], answer.ok ? [] : changed);
  }
  return ok(there);
}
