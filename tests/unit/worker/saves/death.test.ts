import { describe, expect, it, vi } from 'vitest';
import type { Fields } from '../../../../lib/drafts/fields.ts';
import { ACME, createHome, type Home, replicaRows, serverRows, type Worker } from '../sync/home.ts';
import { entries, handsOf, NEW, NEW_ID } from './writing.ts';

vi.setConfig({ testTimeout: 60_000 });

type Job = (worker: Worker, home: Home, base: Fields, id: string) => Promise<unknown>;

/** A device with a synced replica, whose second worker does the job and dies at that step. */
async function dieAt(step: number, when: 'before' | 'after', job: Job, quirks = {}) {
  const home = createHome({ sizes: { acme: 4, globex: 1 }, quirks });
  const id = home.shop.collections[0]!._id;
  const hands = handsOf(home, id);
  const base = hands.onServer()!;
  await (await home.start()).refresh();
  home.world.log.length = 0;
  const doomed = await home.start(step, when);
  await Promise.race([job(doomed, home, base, id), home.clock.sleep(120_000)]);
  const died = doomed.isDead();
  doomed.kill();
  return { home, id, base, died, ...hands };
}

async function everyDeath(
  job: Job,
  check: (after: Awaited<ReturnType<typeof dieAt>>) => Promise<void>,
  quirks = {},
) {
  for (const when of ['before', 'after'] as const) {
    let step = 1;
    for (; ; step++) {
      const after = await dieAt(step, when, job, quirks);
      await check(after);
      if (!after.died) break;
    }
    // Otherwise nothing was tested.
    expect(step).toBeGreaterThan(8);
  }
}

const PATCH = { name: 'New name', image: '' };

describe('a worker that dies at any step', () => {
  it('of a save: the next one finishes it, or it never began; what the journal says is true', async () => {
    await everyDeath(
      (worker, _, base, id) => worker.saves.save({ locationId: ACME, id, base, patch: PATCH }),
      async ({ home, base, onServer, writes }) => {
        const next = await home.start();
        const intended = (await entries(next)).length > 0;
        await next.saves.settle();
        await next.saves.idle();
        expect((await entries(next)).map(({ state }) => state)).toEqual(intended ? ['saved'] : []);
        expect(onServer()).toEqual(intended ? { ...base, ...PATCH } : base);
        expect(writes().length).toBeLessThanOrEqual(2);
        expect(await replicaRows(next)).toEqual(serverRows(home.shop.collections));
        expect(home.room.held()).toEqual([]);
      },
    );
  });

  it('of a save, while somebody changes the same field: theirs stays', async () => {
    await everyDeath(
      (worker, _, base, id) => worker.saves.save({ locationId: ACME, id, base, patch: PATCH }),
      async ({ home, onServer, theyChange }) => {
        const next = await home.start();
        const open = (await entries(next))[0];
        theyChange({ name: 'Completely different' });
        await next.saves.settle();
        await next.saves.idle();
        const now = (await entries(next))[0]?.state;
        expect(onServer()?.name).toBe('Completely different');
        if (open && open.state !== 'saved') expect(now).toBe('conflict');
      },
    );
  });

  it('of a create: made once or not at all, and waiting if nobody can tell', async () => {
    await everyDeath(
      (worker) => worker.saves.create({ locationId: ACME, id: NEW_ID, fields: NEW }),
      async ({ home, onServer, writes }) => {
        const next = await home.start();
        const intended = (await entries(next)).length > 0;
        await next.saves.settle();
        await next.saves.idle();
        const made = onServer(NEW_ID) !== undefined;
        expect((await entries(next)).map(({ state }) => state)).toEqual(
          intended ? [made ? 'saved' : 'waiting'] : [],
        );
        expect(writes().length).toBeLessThanOrEqual(1);
        expect(await replicaRows(next)).toEqual(serverRows(home.shop.collections));
      },
    );
  });

  it('of a delete: gone and said so, or there and waiting', async () => {
    await everyDeath(
      (worker, _, __, id) => worker.saves.remove({ locationId: ACME, id }),
      async ({ home, base, onServer, writes }) => {
        const next = await home.start();
        const intended = (await entries(next)).length > 0;
        await next.saves.settle();
        await next.saves.idle();
        const gone = onServer() === undefined;
        const found = await entries(next);
        expect(found.map(({ state }) => state)).toEqual(intended ? [gone ? 'saved' : 'waiting'] : []);
        if (gone) expect(found[0]?.before).toEqual(base);
        expect(writes().length).toBeLessThanOrEqual(1);
        expect(await replicaRows(next)).toEqual(serverRows(home.shop.collections));
      },
    );
  });

  it('of an undo: it is finished, and the entry is undone', async () => {
    const job: Job = async (worker, home, base, id) => {
      const healthy = await home.start();
      await healthy.saves.save({ locationId: ACME, id, base, patch: PATCH });
      const [entry] = await entries(healthy);
      await worker.saves.undo({ locationId: ACME, journalId: entry!.id });
    };
    await everyDeath(job, async ({ home, base, onServer }) => {
      const next = await home.start();
      const begun = (await next.journal.list(ACME, home.clock.now())).length > 1;
      const wasUndone = (await entries(next))[0]?.state === 'undone';
      await next.saves.settle();
      await next.saves.idle();
      const done = begun || wasUndone;
      expect((await entries(next)).map(({ state }) => state)).toEqual([done ? 'undone' : 'saved']);
      expect(onServer()).toEqual(done ? base : { ...base, ...PATCH });
    });
  });

  it('again while settling: still ends the same', async () => {
    for (let step = 1; step < 40; step++) {
      const { home, base, onServer } = await dieAt(9, 'after', (worker, _, base, id) =>
        worker.saves.save({ locationId: ACME, id, base, patch: PATCH }),
      );
      const second = await home.start(step, 'after');
      await Promise.race([second.saves.settle(), home.clock.sleep(400_000)]);
      second.kill();
      const third = await home.start();
      await third.saves.settle();
      await third.saves.idle();
      expect((await entries(third)).map(({ state }) => state)).toEqual(['saved']);
      expect(onServer()).toEqual({ ...base, ...PATCH });
    }
  });

  it('with its request still on the way: the second look finds it, and nothing is sent twice', async () => {
    const home = createHome({ sizes: { acme: 4, globex: 1 } });
    const id = home.shop.collections[0]!._id;
    const { onServer, writes } = handsOf(home, id);
    const base = onServer()!;
    const first = await home.start();
    home.world.fault({ method: 'PUT', does: { kind: 'delay', ms: 20_000, before: true } });
    void first.saves.save({ locationId: ACME, id, base, patch: PATCH });
    await home.clock.sleep(1_000);
    first.kill();
    const next = await home.start();
    const settling = next.saves.settle();
    await home.clock.sleep(5_000);
    const [entry] = await entries(next);
    const request = { locationId: ACME, journalId: entry!.id };
    expect(await next.saves.check(request)).toMatchObject({ ok: true, value: { state: 'sending' } });
    await settling;
    expect(await entries(next)).toMatchObject([{ state: 'saved' }]);
    expect(onServer()).toEqual({ ...base, ...PATCH });
    expect(writes()).toHaveLength(1);
  });
});
