import { describe, expect, it } from 'vitest';
import { ACME } from '../sync/home.ts';
import { createStocked, type Stocked } from './moving.ts';
import { entries, json } from './writing.ts';

const countOf = async (shelf: Stocked, id: string) =>
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
    ['a product that is not there', 'not-found', (s: Stocked) => s.home.shop.products.splice(0, 1)],
    ['a collection that is not there', 'gone', () => {}],
    [
      'a product without a type',
      'bad-answer',
      (s: Stocked) => s.theyChange({ productType: undefined as unknown as string }),
    ],
  ] as const)('of %s writes nothing: %s', async (_, code, spoil) => {
    const shelf = await createStocked();
    spoil(shelf);
    const before = structuredClone(shelf.home.shop.products);
    const answer = await shelf.move([code === 'gone' ? 'f'.repeat(24) : shelf.c]);
    expect(answer).toMatchObject({ ok: false, error: { code } });
    expect(shelf.puts()).toEqual([]);
    expect(shelf.home.shop.products).toEqual(before);
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

/** Rules that put a product back where it was as soon as it was moved. */
function smart({ home, theyChange, a, b }: Stocked) {
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
