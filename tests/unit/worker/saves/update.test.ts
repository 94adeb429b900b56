import { describe, expect, it } from 'vitest';
import { ACME } from '../sync/home.ts';
import { createDesk, entries, json } from './writing.ts';

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
