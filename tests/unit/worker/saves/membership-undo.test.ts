import { describe, expect, it } from 'vitest';
import { ACME } from '../sync/home.ts';
import { createStocked, type Stocked } from './moving.ts';
import { entries, json } from './writing.ts';

describe('undo of a change of collections', () => {
  const undoLast = async ({ worker }: Stocked, nth = 0) =>
    worker.saves.undo({ locationId: ACME, journalId: (await entries(worker))[nth]!.id });

  it('takes out what was put in and the reverse, and nothing else', async () => {
    const shelf = await createStocked();
    const { a, b, c, d, worker, move, theyChange, sets, rest } = shelf;
    await move([c], [a]);
    theyChange({ collectionIds: [b, c, d], description: 'Theirs' });
    const before = rest();
    expect(await undoLast(shelf)).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(sets()).toEqual([a, b, d].sort());
    expect(rest()).toEqual(before);
    expect(await entries(worker)).toMatchObject([{ state: 'undone', added: [c], removed: [a] }]);
  });

  it('takes back only what really changed', async () => {
    const shelf = await createStocked();
    const { a, b, c, move, sets } = shelf;
    await move([b, c]);
    await undoLast(shelf);
    expect(sets()).toEqual([a, b].sort());
  });

  it('is refused when all of it was moved since, and writes nothing', async () => {
    const shelf = await createStocked();
    const { a, b, c, move, theyChange, puts, worker } = shelf;
    await move([c]);
    theyChange({ collectionIds: [a, b] });
    expect(await undoLast(shelf)).toEqual({ ok: false, error: { code: 'changed-since' } });
    expect(puts()).toHaveLength(1);
    expect(await entries(worker)).toMatchObject([{ state: 'saved' }]);
  });

  it('leaves alone what a later change of ours moved', async () => {
    const shelf = await createStocked();
    const { home, a, b, c, d, move, sets } = shelf;
    await move([c, d]);
    await home.clock.sleep(1_000);
    await move([], [c]);
    await home.clock.sleep(1_000);
    await move([c]);
    expect(await undoLast(shelf, 2)).toMatchObject({ ok: true });
    expect(sets()).toEqual([a, b, c].sort());
  });

  it('that HighLevel showed only to a later change is known as undone all the same', async () => {
    const shelf = await createStocked();
    const { home, a, b, c, worker, move, sets } = shelf;
    await move([c]);
    // Undone, but no copy says so in time.
    const stale = json(503, {});
    home.world.fault({ path: /products\/\w+$/, method: 'GET', skip: 1, times: 50, does: stale });
    expect(await undoLast(shelf)).toMatchObject({ ok: true, value: { state: 'accepted' } });
    home.world.clearFaults();
    await move([], [c]);
    expect(sets()).toEqual([a, b].sort());
    expect(await entries(worker)).toMatchObject([{ state: 'undone', added: [c] }]);
  });

  it('into a collection that was deleted since says so', async () => {
    const shelf = await createStocked();
    const { home, a, move, worker } = shelf;
    await move([], [a]);
    home.shop.collections.splice(0, 1);
    await worker.refresh();
    expect(await undoLast(shelf)).toMatchObject({ ok: false, error: { code: 'gone' } });
  });
});
