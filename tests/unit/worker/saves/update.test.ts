import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../../lib/drafts/fields.ts';
import type { Quirks } from '../../../world/types.ts';
import { ACME, rawCollection } from '../sync/home.ts';
import { createDesk, entries } from './writing.ts';

const json = (status: number, body: unknown) =>
  ({ kind: 'answer', status, body: JSON.stringify(body) }) as const;

describe('a save', () => {
  it('reads, writes the whole known set, reads back, and only then says saved', async () => {
    const { home, worker, id, save, onServer, asked, writes } = await createDesk();
    const answer = await save(worker, { name: 'Summer 2026' });
    expect(asked()).toEqual(['GET', 'PUT', 'GET']);
    expect(writes()[0]?.body).toEqual({
      altId: ACME,
      altType: 'location',
      name: 'Summer 2026',
      slug: 'summer',
      image: 'https://storage.example/summer.png',
      seo: { title: 'Summer things', description: 'All for summer.' },
    });
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'saved', stored: [], collection: { id, name: 'Summer 2026' } },
    });
    expect(onServer()?.name).toBe('Summer 2026');
    expect((await worker.replica.get(ACME, [id]))[0]?.name).toBe('Summer 2026');
    expect(home.heard).toContainEqual({ type: 'collections', locationId: ACME, changed: [id], removed: [] });
    expect(home.heard.filter(({ type }) => type === 'journal').length).toBeGreaterThan(1);
  });

  it('is in the journal with before and after', async () => {
    const { worker, id, save } = await createDesk();
    await save(worker, { seoTitle: 'New' });
    expect(await entries(worker)).toMatchObject([
      {
        kind: 'update',
        state: 'saved',
        targetId: id,
        title: 'Summer',
        patch: { seoTitle: 'New' },
        before: { seoTitle: 'Summer things' },
        after: { seoTitle: 'New', name: 'Summer' },
      },
    ]);
  });

  it('keeps their change when ours touched another field', async () => {
    const { worker, save, onServer, theyChange } = await createDesk();
    const base = onServer()!;
    theyChange({ seoTitle: 'Theirs', image: 'https://storage.example/theirs.png' });
    expect(await save(worker, { name: 'Ours' }, base)).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(onServer()).toMatchObject({
      name: 'Ours',
      seoTitle: 'Theirs',
      image: 'https://storage.example/theirs.png',
    });
  });

  it('writes nothing when somebody else changed the same field', async () => {
    const { worker, id, save, onServer, theyChange, writes } = await createDesk();
    const base = onServer()!;
    theyChange({ name: 'Theirs' });
    const answer = await save(worker, { name: 'Ours', slug: 'ours' }, base);
    expect(answer).toMatchObject({
      ok: true,
      value: { state: 'conflict', fields: ['name'], theirs: { name: 'Theirs' } },
    });
    expect(writes()).toEqual([]);
    expect((await entries(worker))[0]).toMatchObject({ state: 'conflict' });
    expect((await worker.replica.get(ACME, [id]))[0]?.name).toBe('Theirs');
  });

  it('has nothing to write when HighLevel already has it so', async () => {
    const { worker, save, onServer, theyChange, asked } = await createDesk();
    const base = onServer()!;
    theyChange({ name: 'Both' });
    expect(await save(worker, { name: 'Both' }, base)).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(asked()).toEqual(['GET']);
  });

  it('never reaches another location', async () => {
    const { home, worker, save } = await createDesk();
    await save(worker, { name: 'Ours' });
    for (const { query, body } of home.world.log)
      expect({ ...query, ...Object(body) }).toMatchObject({ altId: ACME });
  });

  it('of two windows on one location comes after the other, whole', async () => {
    const { home, worker, save, asked } = await createDesk();
    home.world.latency = 100;
    const second = await home.start();
    const both = await Promise.all([save(worker, { name: 'One' }), save(second, { seoTitle: 'Two' })]);
    expect(both.map((answer) => answer.ok && answer.value.state)).toEqual(['saved', 'saved']);
    expect(asked()).toEqual(['GET', 'PUT', 'GET', 'GET', 'PUT', 'GET']);
  });

  it('that cannot read says why, and is failed', async () => {
    const { home, worker, save, writes } = await createDesk();
    home.world.fault({ does: json(401, { message: 'The token is not authorized for this scope.' }) });
    expect(await save(worker, { name: 'Ours' })).toMatchObject({
      ok: false,
      error: { code: 'scope-missing' },
    });
    expect(writes()).toEqual([]);
    expect((await entries(worker))[0]).toMatchObject({ state: 'failed', error: { code: 'scope-missing' } });
  });

  it('of a collection that is not there any more says gone and takes the row out', async () => {
    const { home, worker, id, save, onServer } = await createDesk();
    const base = onServer()!;
    home.shop.collections.splice(0, 1);
    expect(await save(worker, { name: 'Ours' }, base)).toMatchObject({ ok: false, error: { code: 'gone' } });
    expect(await worker.replica.get(ACME, [id])).toEqual([]);
  });

  it('that HighLevel refuses is failed, in its words by field', async () => {
    const { worker, save, onServer } = await createDesk();
    const answer = await save(worker, { slug: 'two words' });
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'invalid', fields: { slug: [expect.any(String)] } },
    });
    expect(onServer()?.slug).toBe('summer');
    expect((await entries(worker))[0]).toMatchObject({ state: 'failed', error: { code: 'invalid' } });
  });
});

describe('a slug', () => {
  it.each<Quirks['duplicateSlug']>(['422', '400', 'accepted'])(
    'that another collection has is not sent (%s)',
    async (duplicateSlug) => {
      const { home, worker, save, writes } = await createDesk({ quirks: { duplicateSlug } });
      const other = home.shop.collections[1]!;
      const answer = await save(worker, { slug: other.slug });
      expect(answer).toMatchObject({
        ok: true,
        value: { state: 'slug-taken', slug: other.slug, name: other.name, free: `${other.slug}-2` },
      });
      expect(writes()).toEqual([]);
      expect((await entries(worker))[0]).toMatchObject({ state: 'failed', slugTaken: other.slug });
    },
  );

  it('is taken whatever its case, and by one that only HighLevel knows', async () => {
    const { home, worker, save } = await createDesk();
    home.shop.collections.push(rawCollection({ name: 'Winter Sale', slug: 'Winter-Sale' }));
    const answer = await save(worker, { name: 'winter sale', slug: 'winter-sale' });
    expect(answer).toMatchObject({ ok: true, value: { state: 'slug-taken', name: 'Winter Sale' } });
  });

  it('is free once its owner, as HighLevel has it now, has another', async () => {
    const { home, worker, save } = await createDesk();
    const other = home.shop.collections[1]!;
    home.shop.collections[1] = { ...other, slug: 'something-else' };
    expect(await save(worker, { slug: other.slug })).toMatchObject({ ok: true, value: { state: 'saved' } });
  });

  it('whose check takes long does not make the read before it too old to write by', async () => {
    const { home, worker, save, onServer, theyChange, writes } = await createDesk();
    const base = onServer()!;
    home.world.fault({ path: /collections$/, does: { kind: 'delay', ms: 3_000 } });
    const saving = save(worker, { slug: 'new-slug', name: 'Ours' }, base);
    await home.clock.sleep(1_000);
    theyChange({ name: 'Theirs' });
    expect(await saving).toMatchObject({ ok: true, value: { state: 'conflict', fields: ['name'] } });
    expect(writes()).toEqual([]);
  });

  it('is checked beside the read, so that a save still takes three round trips', async () => {
    const { home, worker, save } = await createDesk();
    home.world.latency = 100;
    const began = home.clock.now();
    expect(await save(worker, { slug: 'new-slug' })).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(home.clock.now() - began).toBeLessThanOrEqual(400);
  });
});

describe('what HighLevel stores otherwise', () => {
  it('is said field by field', async () => {
    const { worker, save } = await createDesk({ quirks: { stores: 'tidied' } });
    const answer = await save(worker, { name: '  Spring 2031 ', slug: 'Spring-2031' });
    expect(answer).toMatchObject({
      ok: true,
      value: {
        state: 'saved',
        stored: [
          { field: 'name', sent: '  Spring 2031 ', got: 'Spring 2031' },
          { field: 'slug', sent: 'Spring-2031', got: 'spring-2031' },
        ],
      },
    });
  });

  it('is said when nothing but space was changed, and it was taken away again', async () => {
    const { worker, save } = await createDesk({ quirks: { stores: 'tidied' } });
    expect(await save(worker, { name: 'Summer ' })).toMatchObject({
      ok: true,
      value: { state: 'saved', stored: [{ field: 'name', sent: 'Summer ', got: 'Summer' }] },
    });
  });

  it.each<[Quirks['clearWith'], Patch]>([
    ['empty', { image: '' }],
    ['empty', { seoTitle: '', name: 'New' }],
    ['null', { image: '' }],
    ['null', { seoDescription: '' }],
    ['null', { seoTitle: '', image: '', name: 'New' }],
  ])('can be emptied whichever way it understands: %s, %j', async (clearWith, patch) => {
    const { worker, save, onServer } = await createDesk({ quirks: { clearWith } });
    const before = onServer()!;
    expect(await save(worker, patch)).toMatchObject({ ok: true, value: { state: 'saved', stored: [] } });
    expect(onServer()).toEqual({ ...before, ...patch });
  });

  it.each<Patch>([{ image: '' }, { image: '', name: 'New' }])(
    'says so when it cannot be emptied at all: %j',
    async (patch) => {
      const { worker, save, onServer } = await createDesk({ quirks: { clearWith: 'never' } });
      const before = onServer()!;
      expect(await save(worker, patch)).toMatchObject({
        ok: true,
        value: { state: 'saved', stored: [{ field: 'image', sent: '', got: before.image }] },
      });
      expect(onServer()).toEqual({ ...before, ...patch, image: before.image });
    },
  );
});

describe('a text that is not emptied', () => {
  it('is not called kept when the other way of emptying it never got through; that is tried again later', async () => {
    const { home, worker, save, onServer } = await createDesk({ quirks: { clearWith: 'null' } });
    home.world.fault({ method: 'PUT', skip: 1, does: { kind: 'reset', applied: false } });
    expect(await save(worker, { image: '', name: 'New' })).toMatchObject({
      ok: true,
      value: { state: 'accepted' },
    });
    await worker.saves.idle();
    expect(onServer()).toMatchObject({ image: '', name: 'New' });
    expect((await entries(worker))[0]).toMatchObject({ state: 'saved', after: { image: '', name: 'New' } });
  });

  it('is waited for when the other way was answered by nothing, but got through', async () => {
    const { home, worker, save, onServer } = await createDesk({
      quirks: { clearWith: 'null', readLag: 3000 },
    });
    home.world.fault({ method: 'PUT', skip: 1, does: { kind: 'reset', applied: true } });
    const answer = await save(worker, { image: '', name: 'New' });
    expect(answer).toMatchObject({ ok: true, value: { state: 'saved', stored: [] } });
    expect(onServer()).toMatchObject({ image: '', name: 'New' });
  });

  it('is not sent a second time while nobody knows what became of the first', async () => {
    const { home, worker, save, writes } = await createDesk();
    home.world.fault({ method: 'PUT', does: { kind: 'reset', applied: false } });
    expect(await save(worker, { image: '' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect(writes()).toHaveLength(1);
  });
});

describe('a copy that lags', () => {
  it.each<[Quirks['readLag'], Patch]>([
    [1000, { name: 'New' }],
    [3000, { name: 'New' }],
    [3000, { image: '' }],
    [3000, { image: '', name: 'New' }],
  ])('by %i ms is waited for: %j', async (readLag, patch) => {
    const { worker, save, onServer } = await createDesk({ quirks: { readLag } });
    expect(await save(worker, patch)).toMatchObject({ ok: true, value: { state: 'saved', stored: [] } });
    expect(onServer()).toMatchObject(patch);
  });

  it('by more than ten seconds leaves it accepted, and later saved', async () => {
    const { home, worker, id, save } = await createDesk();
    Object.assign(home.world.quirks, { readLag: 25_000 });
    const began = home.clock.now();
    const answer = await save(worker, { name: 'New' });
    expect(home.clock.now() - began).toBeLessThanOrEqual(10_000);
    expect(answer).toMatchObject({ ok: true, value: { state: 'accepted' } });
    expect((await entries(worker))[0]).toMatchObject({ state: 'accepted' });
    expect((await worker.replica.get(ACME, [id]))[0]?.name).toBe('Summer');
    await worker.saves.idle();
    expect((await entries(worker))[0]).toMatchObject({ state: 'saved', after: { name: 'New' } });
    expect((await worker.replica.get(ACME, [id]))[0]?.name).toBe('New');
  });

  it('for minutes does not make it sent again', async () => {
    const { home, worker, save, writes } = await createDesk();
    Object.assign(home.world.quirks, { readLag: 600_000 });
    await save(worker, { name: 'New' });
    await worker.saves.idle();
    expect(writes()).toHaveLength(1);
    expect((await entries(worker))[0]).toMatchObject({ state: 'accepted' });
    await home.clock.sleep(600_000);
    await worker.saves.settle();
    expect((await entries(worker))[0]).toMatchObject({ state: 'saved' });
  });

  it('can be looked at on request', async () => {
    const { home, worker, save } = await createDesk();
    Object.assign(home.world.quirks, { readLag: 15_000 });
    const answer = await save(worker, { name: 'New' });
    const journalId = answer.ok && answer.value.state === 'accepted' ? answer.value.journalId : '';
    expect(await worker.saves.check({ locationId: ACME, journalId })).toMatchObject({
      ok: true,
      value: { state: 'accepted' },
    });
    await home.clock.sleep(6_000);
    expect(await worker.saves.check({ locationId: ACME, journalId })).toMatchObject({
      ok: true,
      value: { state: 'saved' },
    });
    expect(await worker.saves.check({ locationId: ACME, journalId: 'none' })).toEqual({
      ok: false,
      error: { code: 'gone' },
    });
  });
});

describe('a lost answer', () => {
  it.each([
    ['reset', { kind: 'reset', applied: true }],
    ['an error page', { kind: 'answer', status: 502, body: '<html>', type: 'text/html', applied: true }],
    ['no answer', { kind: 'hang', applied: true }],
  ] as const)('to a write that was done is saved after all: %s', async (_, does) => {
    const { home, worker, save, writes } = await createDesk();
    home.world.fault({ method: 'PUT', does });
    expect(await save(worker, { name: 'New' })).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(writes()).toHaveLength(1);
  });

  it.each([
    ['reset', { kind: 'reset', applied: false }, 'unavailable'],
    ['an error page', { kind: 'answer', status: 502, body: '<html>', type: 'text/html' }, 'unavailable'],
    ['no answer', { kind: 'hang' }, 'timeout'],
  ] as const)(
    'to a write that was not done is a failure, never sent again by itself: %s',
    async (_, does, code) => {
      const { home, worker, save, writes, onServer } = await createDesk();
      home.world.fault({ method: 'PUT', does });
      expect(await save(worker, { name: 'New', image: '' })).toMatchObject({ ok: false, error: { code } });
      expect((await entries(worker))[0]).toMatchObject({ state: 'failed', error: { code } });
      await home.clock.sleep(600_000);
      expect(writes()).toHaveLength(1);
      expect(onServer()?.name).toBe('Summer');
    },
  );

  it('that cannot be looked into stays open, and ends by itself when HighLevel is there again', async () => {
    const { home, worker, save, onServer, writes } = await createDesk();
    home.world.fault({ method: 'PUT', does: { kind: 'reset', applied: true } });
    home.world.fault({ method: 'GET', skip: 1, times: 20, does: { kind: 'reset', applied: false } });
    expect(await save(worker, { name: 'New' })).toMatchObject({ ok: false, error: { code: 'unavailable' } });
    expect((await entries(worker))[0]).toMatchObject({ state: 'sending' });
    home.world.clearFaults();
    await worker.saves.idle();
    expect((await entries(worker))[0]).toMatchObject({ state: 'saved' });
    expect(onServer()?.name).toBe('New');
    expect(writes()).toHaveLength(1);
  });

  it('is no failure yet when it was only looked into at once', async () => {
    const { home, worker, save, onServer } = await createDesk({ quirks: { readLag: 3000 } });
    home.world.fault({ method: 'PUT', does: { kind: 'reset', applied: true } });
    home.world.fault({ method: 'GET', skip: 2, times: 20, does: { kind: 'reset', applied: false } });
    expect((await save(worker, { name: 'New' })).ok).toBe(false);
    expect((await entries(worker))[0]).toMatchObject({ state: 'sending' });
    home.world.clearFaults();
    await worker.saves.idle();
    expect((await entries(worker))[0]).toMatchObject({ state: 'saved' });
    expect(onServer()?.name).toBe('New');
  });

  it('is settled by the next save of the same collection', async () => {
    const { home, worker, save } = await createDesk();
    home.world.fault({ method: 'PUT', does: { kind: 'reset', applied: false } });
    home.world.fault({ method: 'GET', skip: 1, times: 20, does: { kind: 'reset', applied: false } });
    await save(worker, { name: 'First' });
    home.world.clearFaults();
    expect(await save(worker, { name: 'Second' })).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect((await entries(worker)).map(({ state }) => state)).toEqual(['saved', 'failed']);
    await worker.saves.idle();
    expect((await worker.client.getCollection(home.shop.collections[0]!._id)).ok).toBe(true);
    expect(home.shop.collections[0]?.name).toBe('Second');
  });
});

describe('somebody else, in the gap between our write and our look', () => {
  it('in the same field: a conflict, never called saved', async () => {
    const { home, worker, save, theyChange } = await createDesk();
    const run = () => theyChange({ name: 'Completely different' });
    home.world.fault({ method: 'PUT', does: { kind: 'meanwhile', run, after: true } });
    expect(await save(worker, { name: 'Ours' })).toMatchObject({
      ok: true,
      value: { state: 'conflict', fields: ['name'], theirs: { name: 'Completely different' } },
    });
  });

  it('in another field: saved, and the row shows theirs', async () => {
    const { home, worker, id, save, theyChange } = await createDesk();
    const run = () => theyChange({ seoTitle: 'Theirs' });
    home.world.fault({ method: 'PUT', does: { kind: 'meanwhile', run, after: true } });
    expect(await save(worker, { name: 'Ours' })).toMatchObject({
      ok: true,
      value: { state: 'saved', stored: [] },
    });
    expect((await worker.replica.get(ACME, [id]))[0]?.seo.title).toBe('Theirs');
  });

  it('by deleting it: gone', async () => {
    const { home, worker, id, save } = await createDesk();
    const run = () => void home.shop.collections.splice(0, 1);
    home.world.fault({ method: 'PUT', does: { kind: 'meanwhile', run, after: true } });
    expect(await save(worker, { name: 'Ours' })).toMatchObject({ ok: false, error: { code: 'gone' } });
    expect(await worker.replica.get(ACME, [id])).toEqual([]);
  });
});
