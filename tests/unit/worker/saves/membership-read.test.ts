import { describe, expect, it } from 'vitest';
import { createStocked } from './moving.ts';
import { entries, json } from './writing.ts';

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
