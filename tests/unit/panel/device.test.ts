import { describe, expect, it, vi } from 'vitest';
import { createDevice } from '../../../lib/panel/device.ts';
import { newDraft } from '../../../lib/panel/editor-draft.ts';
import { createMemory } from '../../../lib/panel/memory.ts';
import { entry, fakeDrafts, idOf, LOCATION, memoryStorage, type Script, scriptedCall } from './shop-fakes.ts';

const FORGOTTEN = 'Zt4mVqL81pWcXyR0aKjU';
const connection = {
  locationId: LOCATION,
  label: 'Acme Fitness',
  lastFour: 'a3f9',
  keep: 'device' as const,
  state: 'ready' as const,
  rights: {
    'products/collection.readonly': 'yes' as const,
    'products/collection.write': 'yes' as const,
    'products.readonly': 'yes' as const,
    'products.write': 'yes' as const,
  },
  lookupOnly: false,
};

function openDevice(script: Script = {}) {
  const worker = scriptedCall({
    'connection.list': () => [connection],
    'connection.forget': () => null,
    'activity.list': ({ locationId }) => [entry({ id: locationId, locationId })],
    'activity.clear': () => null,
    'vault.forget': () => ({ passphrase: 'none', lockAfter: 15 }),
    ...script,
  });
  const memory = createMemory(memoryStorage());
  memory.write({ seen: [FORGOTTEN] });
  const clear = vi.fn();
  const shelf = fakeDrafts([newDraft(LOCATION, idOf(1), { name: 'New' }, 5)]);
  const destroyed: string[] = [];
  const device = createDevice({
    call: worker.call,
    drafts: shelf,
    replica: { destroy: async (locationId) => void destroyed.push(locationId) },
    memory,
    estimate: async () => ({ usage: 42 }),
    localStorage: { clear },
  });
  return { device, worker, shelf, destroyed, clear };
}

describe('an export', () => {
  it('holds connections without their tokens, drafts and activity, of forgotten locations too', async () => {
    const { device } = openDevice();
    const made = await device.export(0);
    expect(made.connections).toEqual([
      { locationId: LOCATION, label: 'Acme Fitness', lastFour: 'a3f9', keep: 'device' },
    ]);
    expect(made.activity.map(({ locationId }) => locationId).sort()).toEqual([LOCATION, FORGOTTEN].sort());
    expect(made.drafts.length).toBeGreaterThan(0);
    expect(made.made).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('deleting everything', () => {
  it('forgets tokens, activity, drafts and collections of every location there ever was', async () => {
    const { device, worker, shelf, destroyed, clear } = openDevice();
    expect(await device.erase()).toBe(true);
    expect(worker.of('connection.forget')).toHaveLength(1);
    expect(worker.of('vault.forget')).toHaveLength(1);
    expect(worker.of('activity.clear')).toHaveLength(2);
    expect([...shelf.kept.keys()]).toEqual([]);
    expect(destroyed.sort()).toEqual([LOCATION, FORGOTTEN].sort());
    expect(clear).toHaveBeenCalled();
  });

  it('deletes what it can, and says so, when the worker does not answer for all of it', async () => {
    const { device, shelf } = openDevice({ 'activity.clear': () => ({ code: 'unexpected' }) });
    expect(await device.erase()).toBe(false);
    expect(shelf.kept.size).toBe(0);
  });
});
