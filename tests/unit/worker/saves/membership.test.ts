import { describe, expect, it } from 'vitest';
import { ACME } from '../sync/home.ts';
import { createStocked } from './moving.ts';
import { entries } from './writing.ts';

const json = (status: number, body: unknown) =>
  ({ kind: 'answer', status, body: JSON.stringify(body) }) as const;
const countOf = async (shelf: Awaited<ReturnType<typeof createStocked>>, id: string) =>
  (await shelf.worker.replica.get(ACME, [id]))[0]?.productCount;

describe('a change of the collections of a product', () => {
  it('reads, writes the whole product, reads back, and only then says saved', async () => {
    const { id, a, b, c, move, asked, puts, product, rest, sets } = await createStocked();
    const before = rest();
    const answer = await move([c], [a]);
    expect(asked()).toEqual(['GET', 'PUT', 'GET']);
    const { description, image, medias, seo, variants, taxes, prices, label } = product();
    expect(puts()[0]?.body).toMatchObject({
      ...{ name: 'Yoga mat', locationId: ACME, productType: 'PHYSICAL', collectionIds: [b, c] },
      ...{ description, image, medias, seo, variants, taxes, prices, label },
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'saved', product: { id, collectionIds: [b, c] } },
    });
    expect(sets()).toEqual([b, c].sort());
    expect(rest()).toEqual(before);
  });

  it('is in the journal with what it was in, what was added and what was removed', async () => {
    const { id, a, b, c, worker, move, home } = await createStocked();
    await move([c], [a]);
    expect(await entries(worker)).toMatchObject([
      {
        ...{ kind: 'membership', state: 'saved', targetId: id, title: 'Yoga mat' },
        ...{ had: [a, b], added: [c], removed: [a] },
      },
    ]);
    expect(home.heard.filter(({ type }) => type === 'journal').length).toBeGreaterThan(1);
  });

  it('is relative to what is there now: collections and texts that others changed stay', async () => {
    const { a, b, c, d, move, theyChange, sets, product } = await createStocked();
    theyChange({ collectionIds: [b, d], description: 'Theirs' });
    await move([c], [a]);
    expect(sets()).toEqual([b, c, d].sort());
    expect(product().description).toBe('Theirs');
  });

  it('that is so already writes nothing and leaves no trace', async () => {
    const { a, c, worker, move, asked } = await createStocked();
    expect(await move([a], [c])).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(asked()).toEqual(['GET']);
    expect(await entries(worker)).toEqual([]);
  });

  it('moves the counts of products on this device', async () => {
    const shelf = await createStocked();
    const { a, b, c, move, home } = shelf;
    const [wasA = 0, wasB, wasC = 0] = await Promise.all([a, b, c].map((one) => countOf(shelf, one)));
    await move([c], [a]);
    expect(await Promise.all([a, b, c].map((one) => countOf(shelf, one)))).toEqual([
      wasA - 1,
      wasB,
      wasC + 1,
    ]);
    expect(home.heard).toContainEqual({
      type: 'collections',
      locationId: ACME,
      changed: [c, a],
      removed: [],
    });
    await shelf.worker.refresh();
    expect(await countOf(shelf, c)).toBe(wasC + 1);
  });

  it('makes up no count where HighLevel tells none', async () => {
    const shelf = await createStocked({ quirks: { listExtras: 'none' } });
    await shelf.move([shelf.c]);
    expect(await countOf(shelf, shelf.c)).toBeUndefined();
  });

  it('never uses a bulk call', async () => {
    const { home, a, c, move } = await createStocked({ quirks: { bulkEdit: 'refused' } });
    await move([c], [a]);
    expect(home.world.log.filter(({ path }) => path.includes('bulk'))).toEqual([]);
  });

  it.each([
    ['a product that is not there', 'not-found', (s: Shelf) => s.home.shop.products.splice(0, 1)],
    ['a collection that is not there', 'gone', () => {}],
    [
      'a product without a type',
      'bad-answer',
      (s: Shelf) => s.theyChange({ productType: undefined as unknown as string }),
    ],
  ] as const)('of %s writes nothing: %s', async (_, code, spoil) => {
    const shelf = await createStocked();
    const before = shelf.sets;
    spoil(shelf);
    const answer = await shelf.move([code === 'gone' ? 'f'.repeat(24) : shelf.c]);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(shelf.puts()).toEqual([]);
    expect(before).toBe(shelf.sets);
    expect(await entries(shelf.worker)).toMatchObject([{ state: 'failed', title: 'Yoga mat' }]);
  });

  it('that the token may not do is failed, and names the scope', async () => {
    const { home, c, worker, move, sets, a, b } = await createStocked();
    home.world.fault({
      method: 'PUT',
      does: json(401, { message: 'The token is not authorized for this scope.' }),
    });
    expect(await move([c])).toMatchObject({
      ok: false,
      error: { code: 'scope-missing', scope: 'products.write' },
    });
    expect(await entries(worker)).toMatchObject([{ state: 'failed' }]);
    expect(sets()).toEqual([a, b].sort());
  });

  it('is taken over by a newer one, and not sent again', async () => {
    const { home, a, b, c, worker, move, sets } = await createStocked();
    home.world.fault({ method: 'PUT', times: 1, does: json(503, {}) });
    home.world.fault({ path: /products\/\w+$/, skip: 1, times: 20, does: json(503, {}) });
    expect((await move([c])).ok).toBe(false);
    expect(await entries(worker)).toMatchObject([{ state: 'sending' }]);
    home.world.clearFaults();
    // No copy shows the first one, which proves nothing yet: the second is sent all the same.
    await move([], [c]);
    await worker.saves.settle();
    await worker.saves.idle();
    expect(await entries(worker)).toMatchObject([{ state: 'saved' }, { state: 'failed' }]);
    expect(sets()).toEqual([a, b].sort());
  });
});

type Shelf = Awaited<ReturnType<typeof createStocked>>;

describe('a product whose answer does not say what it is in', () => {
  const quirks = { productSets: 'left-out', listExtras: 'none', productUpdate: 'replaces' } as const;

  it('is asked for in each collection first: none is lost', async () => {
    const { a, b, c, d, move, sets, theyChange } = await createStocked({ quirks });
    theyChange({ collectionIds: [a, b, d] });
    const answer = await move([c], [a]);
    expect(answer).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(answer.ok && answer.value.state === 'saved' && answer.value.product.collectionIds?.sort()).toEqual(
      sets(),
    );
    expect(sets()).toEqual([b, c, d].sort());
  });

  it('is found out without writing anything, and without a trace', async () => {
    const { a, b, move, puts, worker, home } = await createStocked({ quirks });
    const answer = await move([], [], true);
    expect(answer).toMatchObject({ ok: true, value: { state: 'saved' } });
    const said = answer.ok && answer.value.state === 'saved' ? answer.value.product.collectionIds : [];
    expect(said?.sort()).toEqual([a, b].sort());
    home.world.fault({ path: /^\/products\/$/, times: 9, does: json(403, { message: 'No' }) });
    expect(await move([], [], true)).toMatchObject({ ok: false });
    expect(puts()).toEqual([]);
    expect(await entries(worker)).toEqual([]);
  });

  it('is not written where there are too many to ask', async () => {
    const { a, b, c, move, puts, sets, worker } = await createStocked({
      quirks,
      sizes: { acme: 61, globex: 1 },
    });
    const unsafe = { ok: true, value: { state: 'unsafe', lacks: ['collectionIds'] } };
    expect(await move([c])).toEqual(unsafe);
    expect(await move([c], [], true)).toEqual(unsafe);
    expect(puts()).toEqual([]);
    expect(sets()).toEqual([a, b].sort());
    expect(await entries(worker)).toEqual([]);
  });

  it('is not written where the list of collections begins anew at every page', async () => {
    const { home, a, b, c, d, move, puts, sets, theyChange } = await createStocked({ quirks });
    theyChange({ collectionIds: [a, b, d] });
    const data = home.shop.collections.slice(0, 2);
    home.world.fault({ path: /^\/products\/collections$/, times: 100, does: json(200, { data }) });
    expect(await move([c])).toEqual({ ok: true, value: { state: 'unsafe', lacks: ['collectionIds'] } });
    expect(puts()).toEqual([]);
    expect(sets()).toEqual([a, b, d].sort());
  });

  it.each([
    ['that does not know collections', (products: unknown[]) => products.slice(0, 1)],
    ['that does not know products', (products: unknown[]) => products.slice(1, 11)],
  ])('is not written by a list %s', async (_, rows) => {
    const { home, c, move, puts } = await createStocked({ quirks });
    const products = rows(home.shop.products);
    home.world.fault({
      path: /^\/products\/$/,
      times: 100,
      does: json(200, { products, total: [{ total: home.shop.products.length }] }),
    });
    const answer = await move([c]);
    if (answer.ok) expect(answer.value).toEqual({ state: 'unsafe', lacks: ['collectionIds'] });
    else expect(answer.error.code).toBe('bad-answer');
    expect(puts()).toEqual([]);
  });
});

describe('a product whose answer lacks what an update might erase', () => {
  it('is not written before somebody is warned', async () => {
    const { a, b, c, move, sets, puts, worker } = await createStocked({
      quirks: { unknownFields: 'absent' },
    });
    const answer = await move([c]);
    expect(answer).toMatchObject({ ok: true, value: { state: 'unsafe' } });
    expect(answer.ok && answer.value.state === 'unsafe' && answer.value.lacks).toEqual(
      expect.arrayContaining(['medias', 'seo']),
    );
    expect(puts()).toEqual([]);
    expect(await entries(worker)).toEqual([]);
    expect(await move([c], [], true)).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(sets()).toEqual([a, b, c].sort());
  });
});

/** Rules that put a product back where it was as soon as it was moved. */
function smart({ home, theyChange, a, b }: Shelf) {
  home.world.fault({
    method: 'PUT',
    times: 50,
    does: { kind: 'meanwhile', after: true, run: () => theyChange({ collectionIds: [a, b] }) },
  });
}

describe('a collection whose rules decide', () => {
  it('keeps its own: accepted, then said to be kept, and never sent again', async () => {
    const shelf = await createStocked();
    smart(shelf);
    const { c, worker, move, puts, sets, a, b } = shelf;
    expect(await move([c])).toMatchObject({ ok: true, value: { state: 'accepted' } });
    await worker.saves.idle();
    expect(await entries(worker)).toMatchObject([{ state: 'conflict', added: [c] }]);
    expect(puts()).toHaveLength(1);
    expect(sets()).toEqual([a, b].sort());
  });

  it('does not take back what the others took', async () => {
    const shelf = await createStocked();
    const { a, b, c, d, worker, move, theyChange, home, sets } = shelf;
    const run = () => theyChange({ collectionIds: [a, b, d] });
    home.world.fault({ method: 'PUT', does: { kind: 'meanwhile', after: true, run } });
    expect(await move([c, d])).toMatchObject({ ok: true, value: { state: 'accepted' } });
    await worker.saves.idle();
    expect(await entries(worker)).toMatchObject([{ state: 'saved', added: [d] }]);
    expect(sets()).toEqual([a, b, d].sort());
  });
});

describe('undo of a change of collections', () => {
  const undoLast = async ({ worker }: Shelf, nth = 0) =>
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
