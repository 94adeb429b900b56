import { expect, it, vi } from 'vitest';
import { ACME, type Worker } from '../sync/home.ts';
import { createShelf } from './moving.ts';
import { entries } from './writing.ts';

vi.setConfig({ testTimeout: 60_000 });

type Shelf = ReturnType<typeof createShelf>;
type Job = (worker: Worker, shelf: Shelf) => Promise<unknown>;

/** A device with a synced replica, whose second worker does the job and dies at that step. */
async function dieAt(step: number, when: 'before' | 'after', job: Job, quirks = {}) {
  const shelf = createShelf({ quirks });
  const { home } = shelf;
  await (await home.start()).refresh();
  home.world.log.length = 0;
  const rest = shelf.rest();
  const doomed = await home.start(step, when);
  let done = false;
  void job(doomed, shelf).then(() => {
    done = true;
  });
  // No longer than its death: the next one may be asked at once.
  while (!done && !doomed.isDead()) await home.clock.sleep(10);
  const died = doomed.isDead();
  doomed.kill();
  return { ...shelf, before: rest, died };
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

const move: Job = (worker, { moveBy, a, c }) => moveBy(worker, [c], [a]);

it.each([
  ['merges', {}],
  ['replaces', { productUpdate: 'replaces' }],
  [
    'says nothing of its collections',
    { productUpdate: 'replaces', productSets: 'left-out', listExtras: 'none' },
  ],
  ['lags', { readLag: 3000 }],
])(
  'a worker that dies at any step, where HighLevel %s: the next one finishes it, or it never began',
  async (_, quirks) => {
    await everyDeath(
      move,
      async ({ home, a, b, c, sets, rest, before, puts }) => {
        const next = await home.start();
        const intended = (await entries(next)).length > 0;
        await next.saves.settle();
        await next.saves.idle();
        const found = await entries(next);
        expect(found.map(({ state }) => state)).toEqual(intended ? ['saved'] : []);
        if (intended) expect(found).toMatchObject([{ had: [a, b], added: [c], removed: [a] }]);
        expect(sets()).toEqual((intended ? [b, c] : [a, b]).sort());
        expect(rest()).toEqual(before);
        expect(puts().length).toBeLessThanOrEqual(2);
        expect(home.room.held()).toEqual([]);
      },
      quirks,
    );
  },
);

it('a worker that dies while somebody else moves the product too: theirs stays, and so do their words', async () => {
  await everyDeath(move, async ({ home, d, sets, theyChange, product }) => {
    const next = await home.start();
    theyChange({ collectionIds: [...product().collectionIds, d], description: 'Theirs' });
    await next.saves.settle();
    await next.saves.idle();
    expect(sets()).toContain(d);
    expect(product().description).toBe('Theirs');
  });
});

it('a worker that dies while somebody takes half of it back: theirs stays, and nothing is sent again', async () => {
  await everyDeath(move, async ({ home, a, sets, theyChange, product, puts }) => {
    const next = await home.start();
    const [open] = await entries(next);
    const sent = puts().length;
    if (sent === 0 || !open?.had) return;
    theyChange({ collectionIds: [...product().collectionIds, a] });
    await next.saves.settle();
    await next.saves.idle();
    expect(sets()).toContain(a);
    expect(puts()).toHaveLength(sent);
    const expected = open.state === 'saved' ? ['saved'] : ['saved', 'conflict'];
    expect(expected).toContain((await entries(next))[0]?.state);
  });
});

it('a worker that dies at any step of an undo: it is finished, and the entry is undone', async () => {
  const job: Job = async (worker, shelf) => {
    const healthy = await shelf.home.start();
    await shelf.moveBy(healthy, [shelf.c], [shelf.a]);
    const [entry] = await entries(healthy);
    await worker.saves.undo({ locationId: ACME, journalId: entry!.id });
  };
  await everyDeath(job, async ({ home, a, b, c, sets, rest, before }) => {
    const next = await home.start();
    const begun = (await next.journal.list(ACME, home.clock.now())).length > 1;
    const wasUndone = (await entries(next))[0]?.state === 'undone';
    await next.saves.settle();
    await next.saves.idle();
    const done = begun || wasUndone;
    expect((await entries(next)).map(({ state }) => state)).toEqual([done ? 'undone' : 'saved']);
    expect(sets()).toEqual((done ? [a, b] : [b, c]).sort());
    expect(rest()).toEqual(before);
  });
});

it('a worker that dies, and a next one that is asked for more at once: neither is lost to a copy that lags', async () => {
  await everyDeath(
    move,
    async ({ home, a, b, c, d, sets, moveBy }) => {
      const next = await home.start();
      const intended = (await entries(next)).length > 0;
      await moveBy(next, [d]);
      await next.saves.settle();
      await next.saves.idle();
      expect((await entries(next)).map(({ state }) => state)).toEqual(
        intended ? ['saved', 'saved'] : ['saved'],
      );
      expect(sets()).toEqual((intended ? [b, c, d] : [a, b, d]).sort());
    },
    { readLag: 3000 },
  );
});

it('a worker that dies while it takes back what never was confirmed: the older change is not sent again', async () => {
  const job: Job = async (worker, { home, moveBy, c, id }) => {
    const lost = { kind: 'reset', applied: true } as const;
    home.world.fault({ method: 'PUT', times: 1, does: lost });
    home.world.fault({ path: new RegExp(`${id}$`), method: 'GET', skip: 1, times: 50, does: lost });
    const healthy = await home.start();
    await moveBy(healthy, [c]);
    healthy.kill();
    home.world.clearFaults();
    await moveBy(worker, [], [c]);
  };
  await everyDeath(job, async ({ home, a, b, c, sets }) => {
    const next = await home.start();
    const [newest, older] = await entries(next);
    await next.saves.settle();
    await next.saves.idle();
    expect(sets()).toEqual((older ? [a, b] : [a, b, c]).sort());
    expect((await entries(next)).find(({ id }) => id === newest?.id)?.state).toBe('saved');
  });
});
