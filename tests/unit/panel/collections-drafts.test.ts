import { describe, expect, it, vi } from 'vitest';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { markOf } from '../../../lib/panel/collections-state.ts';
import { editDraft, newDraft } from '../../../lib/panel/editor-draft.ts';
import { openList, sync } from './open-list.ts';
import { collection, entry, idOf, LOCATION } from './shop-fakes.ts';

describe('the mark of a row', () => {
  const one = collection(1, { slug: 'one', image: '', seoTitle: '', seoDescription: '', productCount: 0 });
  const draft = {
    ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
    fields: { ...fieldsOf(one), name: 'Ours' },
  };
  const mark = (list: ReturnType<typeof openList>['list']) => {
    const state = list.getState();
    return markOf(state, one.id, state.entries[0]?.flags ?? []);
  };

  it('is the gravest flag', async () => {
    const { list, ready } = openList({ there: [one] });
    await ready();
    expect(mark(list)).toBe('empty');
  });

  it('is the draft before any flag', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    expect(mark(list)).toBe('draft');
  });

  it('is "not saved" before the draft, when its last save failed', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.hearJournal([
      entry({ id: 'a', targetId: one.id, at: 8, state: 'failed' }),
      entry({ id: 'b', targetId: one.id, at: 3, state: 'saved' }),
    ]);
    expect(mark(list)).toBe('not-saved');
  });

  it('forgets a failure once its draft is gone', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.hearJournal([entry({ targetId: one.id, at: 8, state: 'failed' })]);
    list.noteDraft(one.id, undefined);
    expect(mark(list)).toBe('empty');
  });
});

describe('drafts and what HighLevel says', () => {
  const one = collection(1, { name: 'Before', slug: 'one' });
  const draft = {
    ...editDraft(LOCATION, one.id, fieldsOf(one), 5),
    fields: { ...fieldsOf(one), name: 'After' },
  };

  it('ends a draft that HighLevel now says itself', async () => {
    const { ready, shelf, changed } = openList({ there: [one], drafts: [draft] });
    await ready();
    changed({ ...one, name: 'After' });
    await vi.waitFor(() => expect(shelf.kept.size).toBe(0));
  });

  it('keeps a draft that says something else', async () => {
    const { list, ready, shelf, changed } = openList({ there: [one], drafts: [draft] });
    await ready();
    changed({ ...one, name: 'Elsewhere' });
    await vi.waitFor(() => expect(list.row(one.id)?.name).toBe('Elsewhere'));
    expect(shelf.kept.get(one.id)?.fields.name).toBe('After');
  });

  it('ends a draft whose save the journal confirms, though HighLevel normalised it', async () => {
    const { list, ready, shelf } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.hearJournal([entry({ targetId: one.id, at: 9, state: 'saved', patch: { name: 'After' } })]);
    await vi.waitFor(() => expect(shelf.kept.size).toBe(0));
  });

  it('keeps a draft that was written after the save', async () => {
    const { list, ready, shelf } = openList({ there: [one], drafts: [{ ...draft, at: 20 }] });
    await ready();
    list.hearJournal([entry({ targetId: one.id, at: 9, state: 'saved', patch: { name: 'After' } })]);
    expect(shelf.kept.size).toBe(1);
  });

  it('stands a collection that is not made yet above the rows, and finds it', async () => {
    const fresh = newDraft(LOCATION, idOf(77), { name: 'Brand new', slug: 'brand-new' }, 9);
    const { list, ready } = openList({ there: [one], drafts: [fresh] });
    await ready();
    expect(list.getState().fresh).toEqual([fresh]);
    list.search('brand');
    expect(list.getState()).toMatchObject({ fresh: [fresh], entries: [] });
    list.search('is:no-seo');
    expect(list.getState().fresh).toEqual([]);
  });

  it('shows a draft whose collection is gone, once the device has everything', async () => {
    const { list, ready, background } = openList({ drafts: [draft] });
    await ready();
    expect(list.getState().fresh).toEqual([]);
    background.emit({ type: 'sync', state: sync({ complete: true }) });
    expect(list.getState().fresh).toEqual([draft]);
  });

  it('finds a row by what is written in its draft', async () => {
    const { list, ready } = openList({ there: [one], drafts: [draft] });
    await ready();
    list.search('after');
    expect(list.getState()).toMatchObject({ fresh: [draft], entries: [] });
    list.search('before');
    expect(list.getState().fresh).toEqual([]);
    expect(list.getState().entries).toHaveLength(1);
  });

  it('learns of a draft written in another window', async () => {
    const { list, ready, shelf, background } = openList({ there: [one] });
    await ready();
    await shelf.put(draft);
    background.emit({ type: 'drafts', locationId: LOCATION, id: one.id });
    await vi.waitFor(() => expect(list.draft(one.id)).toEqual(draft));
  });
});
