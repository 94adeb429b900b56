import { describe, expect, it } from 'vitest';
import type { Patch } from '../../../../lib/drafts/fields.ts';
import type { Quirks } from '../../../world/types.ts';
import { ACME } from '../sync/home.ts';
import { createDesk, entries } from './writing.ts';

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
