import { describe, expect, it } from 'vitest';
import type { SaveOutcome } from '../../../lib/bridge/answers.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { ONE, openWindow } from './open-editor.ts';
import { LOCATION, saved, withFields } from './shop-fakes.ts';

describe('a conflict', () => {
  const theirs = { ...fieldsOf(ONE), name: 'Theirs', seoTitle: 'Their title' };
  async function conflict() {
    const answers: SaveOutcome[] = [
      { state: 'conflict', journalId: 'j1', theirs, fields: ['name'] },
      saved(withFields(ONE, { ...theirs, name: 'Ours', image: 'https://ours.example/' })),
    ];
    const window = openWindow({ 'collection.save': () => answers.shift() ?? { code: 'unexpected' } });
    await window.editor.edit(ONE.id);
    window.editor.write('name', 'Ours');
    window.editor.write('image', 'https://ours.example/');
    await window.editor.save();
    return window;
  }

  it('overwrites nothing and picks nothing by itself', async () => {
    const { open, world } = await conflict();
    expect(open().outcome).toEqual({ state: 'conflict', theirs, fields: ['name'], picks: {} });
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Ours');
  });

  it('saves the picked side over their copy', async () => {
    const { editor, worker, open } = await conflict();
    editor.pick('name', 'yours');
    await editor.savePicked();
    expect(worker.of('collection.save')[1]?.request).toEqual({
      locationId: LOCATION,
      id: ONE.id,
      base: theirs,
      patch: { name: 'Ours', image: 'https://ours.example/' },
    });
    expect(open().outcome?.state).toBe('saved');
  });

  it('sends only the rest when theirs was picked', async () => {
    const { editor, worker } = await conflict();
    editor.pick('name', 'theirs');
    await editor.savePicked();
    expect(worker.of('collection.save')[1]?.request).toMatchObject({
      patch: { image: 'https://ours.example/' },
    });
  });

  it('goes back to the fields with everything that was written', async () => {
    const { editor, open } = await conflict();
    editor.keepEditing();
    expect(open()).toMatchObject({
      outcome: undefined,
      draft: { base: { name: 'Summer' }, fields: { name: 'Ours' } },
    });
  });
});
