import type { Client } from '../../highlevel/client.ts';
import type { Collection } from '../../highlevel/collection.ts';
import type { HighLevelError } from '../../highlevel/errors.ts';
import { ok, type Result } from '../../highlevel/result.ts';

/** Rows asked for at once: what the real service was seen to honour. It may answer fewer. */
export const PAGE_ROWS = 100;
/** Requests under way ahead of the page being written. */
const AHEAD = 3;

/** `since`: the replica's version when the page was asked for. */
export type Page = { rows: Collection[]; received: number; total?: number; since: number };
type Answer = Promise<Result<Page, HighLevelError>>;

/**
 * Pages of the list by their offset. While one is being written the next ones, whose offsets are guessed from the size of
 * the last, are already on their way; a wrong guess costs those requests and nothing else.
 */
export function createPager(parts: {
  client: Pick<Client, 'listCollections'>;
  version: () => Promise<number>;
  signal: AbortSignal;
}) {
  const { client, version, signal } = parts;
  let ahead = new Map<number, Answer>();

  async function ask(offset: number): Answer {
    const since = await version();
    const options = { lane: 'background', signal } as const;
    const answer = await client.listCollections({ limit: PAGE_ROWS, offset }, options);
    return answer.ok ? ok({ ...answer.value, since }) : answer;
  }

  function begin(offset: number): Answer {
    const answer = ask(offset);
    // Whether anybody still wants it or not.
    answer.catch(() => undefined);
    return answer;
  }

  return {
    async page(offset: number): Answer {
      const answer = ahead.get(offset) ?? begin(offset);
      ahead.delete(offset);
      return answer;
    },
    /** `step`: how much further each page begins; `end`: how long the list is said to be. */
    foresee(offset: number, step: number, end: number | undefined) {
      const offsets =
        end === undefined || step < 1 ? [] : Array.from({ length: AHEAD }, (_, n) => offset + n * step);
      const wanted = offsets.filter((each) => each + 1 < (end ?? 0));
      ahead = new Map(wanted.map((each) => [each, ahead.get(each) ?? begin(each)]));
    },
  };
}
