import { type Field, type Fields, fieldsOf } from '../../drafts/fields.ts';
import { bodyOf } from './body.ts';
import { cleared, compare, isSpacing, only, patched } from './compare.ts';
import { type Desk, isAmbiguous } from './desk.ts';
import { LAG, type Watched, watch } from './watch.ts';

/** ms without a trace of an emptied text, after which the other way of emptying is tried. */
const OTHER_WAY = 1_000;
/** ms a copy may show only a part of a change, or somebody else's, before it is taken at its word. */
const PATIENCE = 2_000;

export type Sent = {
  theirs: Fields;
  merged: Fields;
  changed: readonly Field[];
  /** HighLevel answered 2xx. */
  confirmed: boolean;
};
/** `isKept`: this field stays as it was because HighLevel would not take what was sent, as far as can be known. */
export type WatchedUpdate = Watched & { isKept: (field: Field, got: Fields) => boolean };

/**
 * Watches for an update in HighLevel's copy. Texts that were emptied with '' and stay are emptied once more with null:
 * nobody knows which of the two the service understands, and the other one does no harm.
 */
export async function watchUpdate({ client, clock }: Desk, id: string, sent: Sent): Promise<WatchedUpdate> {
  const { theirs, merged, changed, confirmed } = sent;
  const began = clock.now();
  let triedNull = false;
  /** ms since the watch began when the other way of emptying had been answered. */
  let nulled: number | undefined;
  let same: { sees: string; since: number } | undefined;

  async function emptyOtherwise(got: Fields, nulls: readonly Field[]): Promise<void> {
    triedNull = true;
    const body = bodyOf(patched(got, only(merged, changed)), nulls);
    const answer = await client.updateCollection(id, body);
    if (answer.ok || !(isAmbiguous(answer.error) || answer.error.code === 'rate-limited')) {
      nulled = clock.now() - began;
    }
  }

  const watched = await watch(
    clock,
    (signal) => client.getCollection(id, { signal }),
    async (copy, ms) => {
      if (!copy.ok) return copy.error.code === 'not-found' && ms > PATIENCE;
      const got = fieldsOf(copy.value);
      const { sees, missing } = compare(theirs, merged, changed, got);
      if (sees === 'there') return true;
      const nulls = cleared(missing, merged);
      const late = ms >= OTHER_WAY && confirmed && nulls.length === missing.length;
      if (!triedNull && nulls.length > 0 && (sees === 'partly' || (sees === 'nothing' && late))) {
        await emptyOtherwise(got, nulls);
        return false;
      }
      if (sees !== same?.sees) same = { sees, since: ms };
      if (sees === 'nothing') return false;
      const since = Math.max(same.since, nulled === undefined ? 0 : nulled + LAG - PATIENCE);
      return (nulls.length === 0 || nulled !== undefined) && ms - since >= PATIENCE;
    },
  );
  const wasWatched = nulled !== undefined && watched.ms - nulled >= LAG;
  return {
    ...watched,
    isKept: (field, got) =>
      confirmed &&
      watched.ms >= LAG &&
      (isSpacing(field, merged[field], got[field]) || (wasWatched && cleared([field], merged).length > 0)),
  };
}
