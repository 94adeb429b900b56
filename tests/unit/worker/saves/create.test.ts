import { describe, expect, it } from 'vitest';
import type { Quirks } from '../../../world/types.ts';
import { ACME, rawCollection } from '../sync/home.ts';
import { createDesk, entries, NEW, NEW_ID } from './writing.ts';

const request = { locationId: ACME, id: NEW_ID, fields: NEW };

describe('a new collection', () => {
  it('has the id that was chosen for it, and is saved once it was read back', async () => {
    const { home, worker, asked, onServer } = await createDesk();
    const answer = await worker.saves.create(request);
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'saved', stored: [], collection: { id: NEW_ID } },
    });
    expect(asked()).toEqual(['GET', 'POST', 'GET']);
    expect(onServer(NEW_ID)).toEqual(NEW);
    expect(await worker.replica.get(ACME, [NEW_ID])).toMatchObject([{ name: NEW.name }]);
    expect(await entries(worker)).toMatchObject([
      { kind: 'create', state: 'saved', targetId: NEW_ID, title: NEW.name, after: NEW },
    ]);
    expect(home.heard).toContainEqual({
      type: 'collections',
      locationId: ACME,
      changed: [NEW_ID],
      removed: [],
    });
  });

  it.each<[Quirks['createId'], Quirks['createBody'], Quirks['readLag'], Quirks['getCollection']]>([
    ['honoured', 'empty', 0, 'works'],
    ['honoured', 'data', 3000, 'iam'],
    ['ignored', 'data', 0, 'works'],
    ['ignored', 'data', 3000, 'works'],
    ['ignored', 'empty', 0, 'works'],
    ['ignored', 'empty', 3000, 'iam'],
    ['refused', 'data', 0, 'works'],
    ['refused', 'empty', 0, 'works'],
    ['refused', 'empty', 3000, 'works'],
  ])(
    'is found when its id is %s, the answer has %s, reads lag %i ms and Get %s',
    async (createId, createBody, readLag, getCollection) => {
      const { home, worker, onServer } = await createDesk({
        quirks: { createId, createBody, readLag, getCollection },
      });
      const answer = await worker.saves.create(request);
      const row = home.shop.collections.at(-1)!;
      expect(home.shop.collections.filter(({ slug }) => slug === NEW.slug)).toHaveLength(1);
      expect(answer).toMatchObject({ ok: true, value: { state: 'saved', collection: { id: row._id } } });
      expect(onServer(row._id)).toEqual(NEW);
      expect((await entries(worker))[0]).toMatchObject({ state: 'saved', targetId: row._id });
    },
  );

  it('with a slug that is taken is not sent', async () => {
    const { home, worker, writes } = await createDesk({ quirks: { duplicateSlug: 'accepted' } });
    const { slug, name } = home.shop.collections[2]!;
    const answer = await worker.saves.create({ ...request, fields: { ...NEW, slug } });
    expect(answer).toMatchObject({ ok: true, value: { state: 'slug-taken', slug, name, free: `${slug}-2` } });
    expect(writes()).toEqual([]);
  });

  it('that HighLevel refuses is failed, and nothing is there', async () => {
    const { home, worker } = await createDesk();
    const answer = await worker.saves.create({ ...request, fields: { ...NEW, slug: 'two words' } });
    expect(answer).toMatchObject({ ok: false, error: { code: 'invalid' } });
    expect(home.shop.collections).toHaveLength(6);
    expect((await entries(worker))[0]).toMatchObject({ kind: 'create', state: 'failed' });
  });
});

describe('a lost answer to a new collection', () => {
  it('is settled by reading its id', async () => {
    const { home, worker, writes } = await createDesk();
    home.world.fault({ method: 'POST', does: { kind: 'reset', applied: true } });
    expect(await worker.saves.create(request)).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(writes()).toHaveLength(1);
  });

  it('that was not made waits for a person, and is never sent again by itself', async () => {
    const { home, worker, writes } = await createDesk();
    home.world.fault({ method: 'POST', does: { kind: 'reset', applied: false } });
    expect(await worker.saves.create(request)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect((await entries(worker))[0]).toMatchObject({ state: 'waiting' });
    await worker.saves.settle();
    expect(writes()).toHaveLength(1);
  });

  it('when only the slug is there asks, as it may be somebody else’s', async () => {
    const { home, worker } = await createDesk({ quirks: { createId: 'ignored' } });
    home.world.fault({ method: 'POST', does: { kind: 'reset', applied: true } });
    expect(await worker.saves.create(request)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect((await entries(worker))[0]).toMatchObject({ state: 'waiting' });
    expect(home.shop.collections.filter(({ slug }) => slug === NEW.slug)).toHaveLength(1);
  });

  it('tried again finds what the first try made, and brings it up to what was written since', async () => {
    const { home, worker, onServer, writes } = await createDesk();
    home.world.fault({ method: 'POST', does: { kind: 'reset', applied: true } });
    home.world.fault({ method: 'GET', skip: 1, times: 20, does: { kind: 'reset', applied: false } });
    expect((await worker.saves.create(request)).ok).toBe(false);
    expect((await entries(worker))[0]).toMatchObject({ state: 'sending' });
    home.world.clearFaults();
    const again = await worker.saves.create({ ...request, fields: { ...NEW, name: 'Autumn sale' } });
    expect(again).toMatchObject({ ok: true, value: { state: 'saved', collection: { id: NEW_ID } } });
    expect(onServer(NEW_ID)).toEqual({ ...NEW, name: 'Autumn sale' });
    expect(writes().map(({ method }) => method)).toEqual(['POST', 'PUT']);
    expect((await entries(worker)).map(({ kind, state }) => [kind, state])).toEqual(
      expect.arrayContaining([
        ['create', 'saved'],
        ['update', 'saved'],
      ]),
    );
  });
});

describe('a delete', () => {
  it('reads, deletes, looks that it is gone, and keeps every field', async () => {
    const { home, worker, id, asked, onServer } = await createDesk();
    const before = onServer();
    const answer = await worker.saves.remove({ locationId: ACME, id });
    expect(answer).toMatchObject({ ok: true, value: { state: 'saved', collection: { id, name: 'Summer' } } });
    expect(asked()).toEqual(['GET', 'DELETE', 'GET']);
    expect(onServer()).toBeUndefined();
    expect(await worker.replica.get(ACME, [id])).toEqual([]);
    expect(home.heard).toContainEqual({ type: 'collections', locationId: ACME, changed: [], removed: [id] });
    expect(await entries(worker)).toMatchObject([
      { kind: 'delete', state: 'saved', title: 'Summer', before },
    ]);
  });

  it.each<[Quirks['readLag'], Quirks['notFound'], Quirks['getCollection']]>([
    [3000, 400, 'works'],
    [0, 404, 'iam'],
    [1000, 404, 'works'],
  ])('is seen when reads lag %i ms, not found is %i and Get %s', async (readLag, notFound, getCollection) => {
    const { worker, id } = await createDesk({ quirks: { readLag, notFound, getCollection } });
    expect(await worker.saves.remove({ locationId: ACME, id })).toMatchObject({
      ok: true,
      value: { state: 'saved' },
    });
  });

  it('that HighLevel accepted is not asked about, however long it is still shown', async () => {
    const { home, worker, id } = await createDesk();
    Object.assign(home.world.quirks, { readLag: 90_000 });
    expect(await worker.saves.remove({ locationId: ACME, id })).toMatchObject({
      ok: true,
      value: { state: 'accepted' },
    });
    await home.clock.sleep(75_000);
    expect((await entries(worker))[0]).toMatchObject({ state: 'accepted' });
    await worker.saves.idle();
    expect((await entries(worker))[0]).toMatchObject({ state: 'saved' });
    expect(await worker.replica.get(ACME, [id])).toEqual([]);
  });

  it('of what is not there any more says gone', async () => {
    const { home, worker, id, writes } = await createDesk();
    home.shop.collections.splice(0, 1);
    expect(await worker.saves.remove({ locationId: ACME, id })).toMatchObject({
      ok: false,
      error: { code: 'gone' },
    });
    expect(writes()).toEqual([]);
    expect(await worker.replica.get(ACME, [id])).toEqual([]);
  });

  it('whose answer is lost is settled by looking', async () => {
    const { home, worker, id, writes } = await createDesk();
    home.world.fault({ method: 'DELETE', does: { kind: 'reset', applied: true } });
    expect(await worker.saves.remove({ locationId: ACME, id })).toMatchObject({
      ok: true,
      value: { state: 'saved' },
    });
    expect(writes()).toHaveLength(1);
  });

  it('that was not done waits for a person', async () => {
    const { home, worker, id, writes } = await createDesk();
    home.world.fault({ method: 'DELETE', does: { kind: 'reset', applied: false } });
    expect((await worker.saves.remove({ locationId: ACME, id })).ok).toBe(false);
    expect((await entries(worker))[0]).toMatchObject({ state: 'waiting' });
    await worker.saves.settle();
    expect(writes()).toHaveLength(1);
  });

  it('and made again from the journal is the same collection under a new id', async () => {
    const { worker, id, onServer } = await createDesk();
    const before = onServer()!;
    await worker.saves.remove({ locationId: ACME, id });
    await worker.saves.create({ locationId: ACME, id: NEW_ID, fields: before });
    expect(onServer(NEW_ID)).toEqual(before);
  });
});

it('does not take somebody else’s collection for ours', async () => {
  const { home, worker, onServer } = await createDesk({
    quirks: { createId: 'ignored', createBody: 'empty' },
  });
  home.shop.collections.push(rawCollection({ name: `${NEW.name} for all`, slug: 'another' }));
  const answer = await worker.saves.create(request);
  expect(answer.ok && answer.value.state === 'saved' && onServer(answer.value.collection.id)).toEqual(NEW);
});
