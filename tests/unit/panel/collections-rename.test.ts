import { describe, expect, it } from 'vitest';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { editDraft } from '../../../lib/panel/editor-draft.ts';
import { openList } from './open-list.ts';
import { collection, LOCATION, saved } from './shop-fakes.ts';

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
