import { describe, expect, it } from 'vitest';
import { createDesk, entries } from './writing.ts';

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
