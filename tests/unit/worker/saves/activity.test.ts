import { describe, expect, it } from 'vitest';
import { ACME } from '../sync/home.ts';
import { createDesk, entries, NEW, NEW_ID } from './writing.ts';

const journalIdOf = async (...[worker]: Parameters<typeof entries>) => (await entries(worker))[0]!.id;

describe('undo', () => {
  it('puts back the fields that the change wrote, and no others', async () => {
    const { worker, save, theyChange, onServer } = await createDesk();
    await save(worker, { name: 'New', image: '' });
    theyChange({ seoTitle: 'Theirs' });
    const answer = await worker.saves.undo({ locationId: ACME, journalId: await journalIdOf(worker) });
    expect(answer).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(onServer()).toMatchObject({
      name: 'Summer',
      image: 'https://storage.example/summer.png',
      seoTitle: 'Theirs',
    });
    expect(await entries(worker)).toMatchObject([{ state: 'undone', patch: { name: 'New' } }]);
  });

  it('refuses when somebody changed the field since, and writes nothing', async () => {
    const { worker, save, theyChange, onServer, writes } = await createDesk();
    await save(worker, { name: 'New', image: '' });
    theyChange({ name: 'Theirs' });
    const answer = await worker.saves.undo({ locationId: ACME, journalId: await journalIdOf(worker) });
    expect(answer).toEqual({ ok: false, error: { code: 'changed-since' } });
    expect(onServer()).toMatchObject({ name: 'Theirs', image: '' });
    expect(writes()).toHaveLength(1);
    expect(await entries(worker)).toMatchObject([{ state: 'saved' }]);
  });

  it('respects our own later change of the field', async () => {
    const { home, worker, save, onServer } = await createDesk();
    await save(worker, { name: 'First' });
    const first = await journalIdOf(worker);
    await home.clock.sleep(1_000);
    await save(worker, { name: 'Second' });
    const answer = await worker.saves.undo({ locationId: ACME, journalId: first });
    expect(answer).toEqual({ ok: false, error: { code: 'changed-since' } });
    expect(onServer()?.name).toBe('Second');
  });

  it('of a slug that somebody took meanwhile says who has it', async () => {
    const { home, worker, save } = await createDesk();
    await save(worker, { slug: 'sommer' });
    home.shop.collections[1] = { ...home.shop.collections[1]!, slug: 'summer', name: 'Summer' };
    await worker.refresh();
    const answer = await worker.saves.undo({ locationId: ACME, journalId: await journalIdOf(worker) });
    expect(answer).toMatchObject({ ok: true, value: { state: 'slug-taken', slug: 'summer' } });
    expect(await entries(worker)).toMatchObject([{ state: 'saved' }]);
  });

  it.each([
    ['twice', true],
    ['of an entry of another location', false],
  ])('%s is gone', async (_, twice) => {
    const { worker, save, writes } = await createDesk();
    await save(worker, { name: 'New' });
    const journalId = await journalIdOf(worker);
    const locationId = twice ? ACME : 'Zt4mVqL81pWcXyR0aKjU';
    if (twice) await worker.saves.undo({ locationId, journalId });
    const before = writes().length;
    expect(await worker.saves.undo({ locationId, journalId })).toEqual({
      ok: false,
      error: { code: 'gone' },
    });
    expect(writes()).toHaveLength(before);
  });
});

describe('the journal', () => {
  it('keeps 30 days, newest first', async () => {
    const { home, worker, save } = await createDesk();
    await save(worker, { name: 'First' });
    await home.clock.sleep(20 * 24 * 3_600_000);
    await save(worker, { name: 'Second' });
    expect((await entries(worker)).map(({ patch }) => patch?.name)).toEqual(['Second', 'First']);
    await home.clock.sleep(11 * 24 * 3_600_000);
    expect((await entries(worker)).map(({ patch }) => patch?.name)).toEqual(['Second']);
  });

  it('is cleared but for what is still open', async () => {
    const { home, worker, save } = await createDesk();
    await save(worker, { name: 'First' });
    Object.assign(home.world.quirks, { readLag: 1e9 });
    home.shop.collections[0] = { ...home.shop.collections[0]! };
    await save(worker, { image: 'https://storage.example/x.png' }, { ...NEW, name: 'Summer' });
    await worker.saves.create({ locationId: ACME, id: NEW_ID, fields: NEW });
    await worker.saves.clear({ locationId: ACME });
    expect(await entries(worker)).toMatchObject([{ kind: 'create', state: 'accepted' }]);
  });

  it('tells pages of every change', async () => {
    const { home, worker, save } = await createDesk();
    await save(worker, { name: 'New' });
    home.heard.length = 0;
    await worker.saves.clear({ locationId: ACME });
    expect(home.heard).toEqual([{ type: 'journal', locationId: ACME }]);
    expect(await entries(worker)).toEqual([]);
  });
});
