import { describe, expect, it, vi } from 'vitest';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { editDraft, newDraft } from '../../../lib/panel/editor-draft.ts';
import { createWorld, FRESH, ONE, openWindow, type World } from './open-editor.ts';
import { idOf, LOCATION, later, withFields } from './shop-fakes.ts';

describe('writing', () => {
  it('keeps every change on the device before anything is sent', async () => {
    const { editor, world, worker } = openWindow();
    await editor.edit(ONE.id);
    editor.write('name', 'Sum');
    editor.write('name', 'Summer 2026');
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Summer 2026');
    expect(worker.asked).toEqual([]);
  });

  it('takes the draft off the device when it says again what HighLevel says', async () => {
    const { editor, world } = openWindow();
    await editor.edit(ONE.id);
    editor.write('name', 'Summer!');
    editor.write('name', 'Summer');
    expect(world.drafts.kept.size).toBe(0);
  });

  it('opens a draft again as it was left', async () => {
    const first = openWindow();
    await first.editor.edit(ONE.id);
    first.editor.write('seoTitle', 'Unsaved');
    first.editor.close();
    const again = openWindow({}, first.world);
    await again.editor.edit(ONE.id);
    expect(again.open().draft.fields.seoTitle).toBe('Unsaved');
  });

  it('opens a draft that the list has not read yet, and loses none of it', async () => {
    const theirs = fieldsOf(ONE);
    const draft = {
      ...editDraft(LOCATION, ONE.id, theirs, 1),
      fields: { ...theirs, seoTitle: 'Unsaved' },
    };
    const world = createWorld([ONE], [draft]);
    const { editor, open } = openWindow({}, world, { collection: ONE, draft: undefined, draftsRead: false });
    await editor.edit(ONE.id);
    expect(open().draft.fields.seoTitle).toBe('Unsaved');
    editor.write('name', 'Summer 2026');
    expect(world.drafts.kept.get(ONE.id)?.fields).toMatchObject({ name: 'Summer 2026', seoTitle: 'Unsaved' });
  });

  it('opens where the device cannot read its drafts', async () => {
    const world = createWorld();
    world.drafts.get = () => Promise.reject(new DOMException('', 'UnknownError'));
    const { editor, open } = openWindow({}, world, { collection: ONE, draft: undefined, draftsRead: false });
    await editor.edit(ONE.id);
    expect(open().draft.fields.name).toBe('Summer');
  });

  it('opens a draft that is in memory alone, because the device cannot keep it', async () => {
    const world = createWorld([]);
    world.drafts.get = () => Promise.reject(new DOMException('', 'UnknownError'));
    const draft = newDraft(LOCATION, FRESH, { name: 'Not kept' }, 1);
    const { editor, open } = openWindow({}, world, { collection: undefined, draft, draftsRead: false });
    await editor.edit(FRESH);
    expect(open().draft.fields.name).toBe('Not kept');
  });

  it('leaves open what was opened after something that is still being read', async () => {
    const { editor, open, world } = openWindow();
    const slow = later<Collection[]>();
    world.replica.get = () => slow.promise;
    const first = editor.edit(ONE.id);
    editor.create();
    slow.done([ONE]);
    await first;
    expect(open().draft.id).toBe(FRESH);
    editor.close();
    const second = editor.edit(ONE.id);
    editor.close();
    await second;
    expect(editor.getState().open).toBeUndefined();
  });

  it('says so when the device cannot keep a change', async () => {
    const { editor, open, world } = openWindow();
    await editor.edit(ONE.id);
    world.drafts.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'));
    editor.write('name', 'Summer 2026');
    await vi.waitFor(() => expect(open().kept).toBe(false));
  });

  it('discards to what HighLevel has', async () => {
    const { editor, open, world } = openWindow();
    await editor.edit(ONE.id);
    editor.write('name', 'Other');
    editor.discard();
    expect(open().draft.fields).toEqual(fieldsOf(ONE));
    expect(world.drafts.kept.size).toBe(0);
  });

  it('says that a collection is missing when neither device nor draft has it', async () => {
    const { editor } = openWindow({}, createWorld([]));
    await editor.edit(idOf(5));
    expect(editor.getState()).toEqual({ open: undefined, missing: true });
  });
});

describe('when HighLevel moves while someone writes', () => {
  const moved = (row: Collection | undefined, world: World) => {
    if (row === undefined) world.replica.rows.delete(ONE.id);
    else world.replica.put(row);
    world.bus.end().emit({
      type: 'collections',
      locationId: LOCATION,
      changed: row ? [ONE.id] : [],
      removed: row ? [] : [ONE.id],
    });
  };

  it('shows their change in fields nobody wrote here', async () => {
    const { editor, open, world } = openWindow();
    await editor.edit(ONE.id);
    editor.write('name', 'Ours');
    moved(withFields(ONE, { ...fieldsOf(ONE), seoTitle: 'Theirs' }), world);
    await vi.waitFor(() => expect(open().draft.fields.seoTitle).toBe('Theirs'));
    expect(open().draft.fields.name).toBe('Ours');
  });

  it('keeps the draft of a collection that vanished, and can make it anew', async () => {
    const { editor, open, world } = openWindow();
    await editor.edit(ONE.id);
    editor.write('name', 'Ours');
    moved(undefined, world);
    await vi.waitFor(() => expect(open().absent).toBe(true));
    editor.createAgain();
    expect(open().draft).toMatchObject({ id: FRESH, kind: 'new', fields: { name: 'Ours', slug: 'summer' } });
    expect([...world.drafts.kept.keys()]).toEqual([FRESH]);
  });
});
