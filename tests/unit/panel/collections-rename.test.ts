import { describe, expect, it, vi } from 'vitest';
import type { SaveOutcome } from '../../../lib/bridge/answers.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { editDraft } from '../../../lib/panel/editor-draft.ts';
import { openList } from './open-list.ts';
import { collection, LOCATION, later, saved } from './shop-fakes.ts';

describe('renaming in place', () => {
  const one = collection(1, { name: 'Before', slug: 'one' });

  it('saves the name and nothing else, and offers the way back', async () => {
    const after = { ...one, name: 'After' };
    const { list, ready, worker, notices, replica } = openList({
      there: [one],
      script: {
        'collection.save': () => {
          replica.put(after);
          return saved(after);
        },
      },
    });
    await ready();
    list.beginRename(one.id);
    const renaming = list.rename(one.id, '  After ');
    expect(list.getState().sending.get(one.id)).toBe('After');
    await renaming;
    expect(worker.of('collection.save')[0]?.request).toMatchObject({ patch: { name: 'After' } });
    expect(notices).toEqual([{ kind: 'renamed', name: 'Before', journalId: 'j1' }]);
    expect(list.row(one.id)?.name).toBe('After');
    expect(list.getState()).toMatchObject({ renaming: undefined, sending: new Map() });
  });

  it.each(['', '   ', 'Before', ' Before '])('sends nothing for %j', async (name) => {
    const { list, ready, worker } = openList({ there: [one] });
    await ready();
    await list.rename(one.id, name);
    expect(worker.asked).toEqual([]);
  });

  it('keeps the name as a draft when it could not be saved', async () => {
    const { list, ready, shelf, notices } = openList({
      there: [one],
      script: { 'collection.save': () => ({ code: 'offline' }) },
    });
    await ready();
    await list.rename(one.id, 'After');
    expect(shelf.kept.get(one.id)?.fields.name).toBe('After');
    expect(notices).toEqual([{ kind: 'not-saved', name: 'After', id: one.id, error: { code: 'offline' } }]);
    expect(list.row(one.id)?.name).toBe('Before');
  });

  it('is on the device before it is sent, and goes when it is saved, however HighLevel stored it', async () => {
    const answer = later<SaveOutcome>();
    const { list, ready, shelf } = openList({
      there: [one],
      script: { 'collection.save': () => answer.promise },
    });
    await ready();
    const renaming = list.rename(one.id, 'After');
    await vi.waitFor(() => expect(shelf.kept.get(one.id)?.fields.name).toBe('After'));
    answer.done(saved({ ...one, name: 'AFTER' }));
    await renaming;
    expect(shelf.kept.size).toBe(0);
    expect(list.draft(one.id)).toBeUndefined();
  });

  it('does not say "renamed" of what HighLevel stored in its own way', async () => {
    const kept = [{ field: 'name' as const, sent: 'After', got: 'Before' }];
    const { list, ready, notices } = openList({
      there: [one],
      script: { 'collection.save': () => saved(one, kept) },
    });
    await ready();
    await list.rename(one.id, 'After');
    expect(notices).toEqual([{ kind: 'saved', name: 'Before', otherwise: ['name'] }]);
  });

  it('sends a second name after the first one, and loses neither', async () => {
    const gate = later<void>();
    const { list, ready, worker, shelf, replica } = openList({
      there: [one],
      script: {
        'collection.save': async ({ patch: { name = '' } }) => {
          await gate.promise;
          replica.put({ ...one, name });
          return saved({ ...one, name });
        },
      },
    });
    await ready();
    const first = list.rename(one.id, 'First');
    await vi.waitFor(() => expect(worker.of('collection.save')).toHaveLength(1));
    await list.rename(one.id, 'Second');
    expect(list.getState().sending.get(one.id)).toBe('Second');
    expect(shelf.kept.get(one.id)?.fields.name).toBe('Second');
    list.beginRename('another');
    gate.done();
    await first;
    expect(worker.of('collection.save').map(({ request }) => request)).toMatchObject([
      { base: { name: 'Before' }, patch: { name: 'First' } },
      { base: { name: 'First' }, patch: { name: 'Second' } },
    ]);
    expect(shelf.kept.size).toBe(0);
    expect(list.getState()).toMatchObject({ renaming: 'another', sending: new Map() });
  });

  it('keeps as a draft what was written and then left', async () => {
    const { list, ready, worker, shelf } = openList({ there: [one] });
    await ready();
    list.beginRename(one.id);
    await list.leaveRename(one.id, ' After ');
    expect(list.getState().renaming).toBeUndefined();
    expect(shelf.kept.get(one.id)?.fields.name).toBe('After');
    expect(worker.asked).toEqual([]);
  });

  it.each(['', ' ', 'Before'])('keeps no draft of %j', async (name) => {
    const { list, ready, shelf } = openList({ there: [one] });
    await ready();
    await list.leaveRename(one.id, name);
    expect(shelf.kept.size).toBe(0);
  });

  it('leaves it there too while the drafts are still being read', async () => {
    const draft = {
      ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
      fields: { ...fieldsOf(one), seoTitle: 'Ours' },
    };
    const { list, shelf } = openList({
      there: [one],
      drafts: [draft],
      script: { 'collection.save': () => ({ code: 'offline' }) },
    });
    shelf.list = () => new Promise(() => {});
    list.start();
    await vi.waitFor(() => expect(list.row(one.id)).toBeDefined());
    await list.rename(one.id, 'After');
    expect(shelf.kept.get(one.id)?.fields).toMatchObject({ name: 'After', seoTitle: 'Ours' });
  });

  it('leaves the rest of a draft where it is', async () => {
    const draft = {
      ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
      fields: { ...fieldsOf(one), seoTitle: 'Ours' },
    };
    const { list, ready, shelf } = openList({
      there: [one],
      drafts: [draft],
      script: { 'collection.save': () => saved({ ...one, name: 'After' }) },
    });
    await ready();
    await list.rename(one.id, 'After');
    expect(shelf.kept.get(one.id)).toMatchObject({
      base: { name: 'After' },
      fields: { name: 'After', seoTitle: 'Ours' },
    });
  });
});
