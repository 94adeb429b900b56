import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../../lib/drafts/fields.ts';
import type { Quirks } from '../../../world/types.ts';
import { createDesk, entries } from './writing.ts';

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
