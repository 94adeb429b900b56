import { describe, expect, it, vi } from 'vitest';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { ONE, openWindow } from './open-editor.ts';
import { entry, LOCATION, type Script } from './shop-fakes.ts';

describe('an accepted save', () => {
  async function accepted(state: 'saved' | 'accepted' | 'failed' | 'conflict') {
    const window = openWindow({
      'collection.save': () => ({ state: 'accepted', journalId: 'j7' }),
      'activity.check': () =>
        entry({ id: 'j7', state, after: { ...fieldsOf(ONE), name: 'Winter' }, error: { code: 'refused' } }),
    });
    await window.editor.edit(ONE.id);
    window.editor.write('name', 'Winter');
    await window.editor.save();
    return window;
  }

  it('is not called saved, and keeps its draft', async () => {
    const { open, world } = await accepted('accepted');
    expect(open().outcome?.state).toBe('accepted');
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Winter');
  });

  it('is saved once the journal says so', async () => {
    const { editor, open, world } = await accepted('saved');
    await editor.check();
    expect(open().outcome?.state).toBe('saved');
    expect(world.drafts.kept.size).toBe(0);
  });

  it('looks again by itself when the journal moves', async () => {
    const { open, world } = await accepted('saved');
    world.bus.end().emit({ type: 'journal', locationId: LOCATION });
    await vi.waitFor(() => expect(open().outcome?.state).toBe('saved'));
  });

  it('keeps its draft when it failed after all', async () => {
    const { editor, open, world } = await accepted('failed');
    await editor.check();
    expect(open().outcome).toEqual({ state: 'failed', error: { code: 'refused' } });
    expect(world.drafts.kept.has(ONE.id)).toBe(true);
  });
});

describe('a save whose worker died on the way', () => {
  async function interrupted(script: Script) {
    const window = openWindow({ 'collection.save': () => ({ code: 'no-worker' }), ...script });
    await window.editor.edit(ONE.id);
    window.editor.write('name', 'Winter');
    await window.editor.save();
    return window;
  }
  const intent = entry({ id: 'j9', targetId: ONE.id, at: 1e9, state: 'sending' });

  it('is looked up in the journal, and saved if HighLevel has it', async () => {
    const { open, world } = await interrupted({
      'activity.list': () => [entry({ id: 'old', targetId: ONE.id, at: 0 }), intent],
      'activity.check': ({ journalId }) =>
        entry({ id: journalId, state: 'saved', after: { ...fieldsOf(ONE), name: 'Winter' } }),
    });
    expect(open().outcome?.state).toBe('saved');
    expect(world.drafts.kept.size).toBe(0);
  });

  it('is neither saved nor refused while nobody knows', async () => {
    const { open, world } = await interrupted({
      'activity.list': () => [intent],
      'activity.check': () => intent,
    });
    expect(open().outcome).toMatchObject({ state: 'accepted', sure: false, journalId: 'j9' });
    expect(world.drafts.kept.has(ONE.id)).toBe(true);
  });

  it('was never begun when the journal does not know it', async () => {
    const { open } = await interrupted({ 'activity.list': () => [] });
    expect(open().outcome).toEqual({ state: 'failed', error: { code: 'no-worker' } });
  });
});
