import { describe, expect, it } from 'vitest';
import type { SaveOutcome } from '../../../lib/bridge/answers.ts';
import type { BridgeError } from '../../../lib/bridge/contract.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import { changedFields } from '../../../lib/panel/editor-draft.ts';
import { createWorld, FRESH, ONE, openWindow } from './open-editor.ts';
import { collection, entry, LOCATION, later, saved } from './shop-fakes.ts';

describe('saving', () => {
  it('sends only the fields that changed, with the base they began from', async () => {
    const { editor, worker } = openWindow({
      'collection.save': ({ patch }) => saved(collection(1, { name: patch.name ?? '', slug: 'summer' })),
    });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    await editor.save();
    expect(worker.of('collection.save').map(({ request }) => request)).toEqual([
      { locationId: LOCATION, id: ONE.id, base: fieldsOf(ONE), patch: { name: 'Winter' } },
    ]);
  });

  it('says saved only when it is, and then has no draft left', async () => {
    const answer = later<SaveOutcome>();
    const { editor, open, world } = openWindow({ 'collection.save': () => answer.promise });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    const saving = editor.save();
    expect(open()).toMatchObject({ busy: 'saving', outcome: undefined });
    answer.done(saved(collection(1, { name: 'Winter', slug: 'summer' })));
    await saving;
    expect(open().outcome).toEqual({ state: 'saved', created: false, stored: [] });
    expect(changedFields(open().draft)).toEqual([]);
    expect(world.drafts.kept.size).toBe(0);
  });

  it('keeps what was written while the save was on its way', async () => {
    const answer = later<SaveOutcome>();
    const { editor, open, world } = openWindow({ 'collection.save': () => answer.promise });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    const saving = editor.save();
    editor.write('name', 'Winter 2026');
    answer.done(saved(collection(1, { name: 'Winter', slug: 'summer' })));
    await saving;
    expect(open().draft).toMatchObject({ base: { name: 'Winter' }, fields: { name: 'Winter 2026' } });
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Winter 2026');
  });

  it('keeps the count of products, which the answer to a save need not tell', async () => {
    const world = createWorld([{ ...ONE, productCount: 11 }]);
    const { productCount: _, ...bare } = collection(1, { name: 'Winter', slug: 'summer' });
    const { editor, open } = openWindow({ 'collection.save': () => saved(bare) }, world);
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    await editor.save();
    expect(open().collection).toMatchObject({ name: 'Winter', productCount: 11 });
  });

  it('shows what HighLevel stored differently', async () => {
    const stored = [{ field: 'slug' as const, sent: 'Win Ter', got: 'win-ter' }];
    const { editor, open } = openWindow({
      'collection.save': () => saved(collection(1, { name: 'Summer', slug: 'win-ter' }), stored),
    });
    await editor.edit(ONE.id);
    editor.write('slug', 'Win Ter');
    await editor.save();
    expect(open().outcome).toEqual({ state: 'saved', created: false, stored });
    expect(open().draft.fields.slug).toBe('win-ter');
  });

  const failures: BridgeError[] = [
    { code: 'token-rejected' },
    { code: 'scope-missing', scope: 'products/collection.write' },
    { code: 'invalid', fields: { slug: ['must be unique'] } },
    { code: 'offline' },
    { code: 'timeout' },
    { code: 'rate-limited', daily: true },
    { code: 'locked' },
    { code: 'gone' },
    { code: 'no-worker' },
    { code: 'unexpected' },
  ];
  it.each(failures)('keeps the draft when the save fails with $code', async (error) => {
    const { editor, open, world } = openWindow({ 'collection.save': () => error });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    await editor.save();
    expect(open()).toMatchObject({ busy: undefined, outcome: { state: 'failed', error } });
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Winter');
  });

  it('does not send twice while a save is on its way', async () => {
    const answer = later<SaveOutcome>();
    const { editor, worker } = openWindow({ 'collection.save': () => answer.promise });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    void editor.save();
    void editor.save();
    expect(worker.of('collection.save')).toHaveLength(1);
  });

  it('settles the draft of a save whose editor was closed, and says so', async () => {
    const answer = later<SaveOutcome>();
    const { editor, world, notices } = openWindow({ 'collection.save': () => answer.promise });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    const saving = editor.save();
    editor.close();
    answer.done(saved(collection(1, { name: 'Winter', slug: 'summer' })));
    await saving;
    expect(world.drafts.kept.size).toBe(0);
    expect(notices).toEqual([{ kind: 'saved', name: 'Winter', otherwise: [] }]);
  });
});

describe('a save whose editor was closed', () => {
  it.each<[string, SaveOutcome | BridgeError, string]>([
    ['accepted', { state: 'accepted', journalId: 'j1' }, 'accepted'],
    [
      'in conflict',
      { state: 'conflict', journalId: 'j1', theirs: fieldsOf(ONE), fields: ['name'] },
      'not-saved',
    ],
    ['refused', { code: 'refused' }, 'not-saved'],
    ['interrupted after it was begun', { code: 'no-worker' }, 'interrupted'],
  ])('says how it ended, and no more: %s', async (_, end, kind) => {
    const answer = later<SaveOutcome | BridgeError>();
    const { editor, notices } = openWindow({
      'collection.save': () => answer.promise,
      'activity.list': () => [entry({ targetId: ONE.id, at: 9, state: 'sending' })],
    });
    await editor.edit(ONE.id);
    editor.write('name', 'Winter');
    const saving = editor.save();
    editor.close();
    answer.done(end);
    await saving;
    expect(notices).toEqual([{ kind, name: 'Winter', id: ONE.id }]);
  });
});

describe('a new collection', () => {
  it('keeps the id it began with until it is there', async () => {
    const answers: (SaveOutcome | BridgeError)[] = [
      { code: 'timeout' },
      saved({ ...collection(3, { name: 'New', slug: 'new' }), id: FRESH }),
    ];
    const { editor, worker, open } = openWindow({
      'collection.create': () => answers.shift() ?? { code: 'unexpected' },
    });
    editor.create({ name: 'New' });
    await editor.save();
    await editor.save();
    expect(worker.of('collection.create').map(({ request }) => request)).toEqual(
      Array.from({ length: 2 }, () => expect.objectContaining({ id: FRESH })),
    );
    expect(open()).toMatchObject({ outcome: { state: 'saved', created: true }, draft: { kind: 'edit' } });
  });

  it('goes on under the id HighLevel gave it instead', async () => {
    const other = collection(7, { name: 'New', slug: 'new' });
    const { editor, open, world } = openWindow({ 'collection.create': () => saved(other) });
    editor.create({ name: 'New' });
    await editor.save();
    expect(open()).toMatchObject({ draft: { id: other.id, kind: 'edit' }, collection: other });
    expect(world.drafts.kept.size).toBe(0);
  });

  it('offers the free slug when its own is taken', async () => {
    const taken: SaveOutcome = { state: 'slug-taken', slug: 'summer', name: 'Summer', free: 'summer-2' };
    const { editor, open, world } = openWindow({ 'collection.create': () => taken });
    editor.create({ name: 'New', slug: 'summer' });
    await editor.save();
    expect(open().outcome).toEqual(taken);
    editor.write('slug', 'summer-2');
    expect(world.drafts.kept.get(FRESH)?.fields.slug).toBe('summer-2');
  });

  it('leaves the editor when it is discarded', async () => {
    const { editor, left, world } = openWindow();
    editor.create({ name: 'New' });
    editor.discard();
    expect(left()).toBe(1);
    expect(world.drafts.kept.size).toBe(0);
  });
});

describe('deleting', () => {
  it('takes the draft along and leaves', async () => {
    const { editor, world, notices, left } = openWindow({ 'collection.delete': () => saved(ONE) });
    await editor.edit(ONE.id);
    editor.write('name', 'Other');
    await editor.remove();
    expect(left()).toBe(1);
    expect(world.drafts.kept.size).toBe(0);
    expect(notices).toEqual([{ kind: 'deleted', name: 'Summer' }]);
  });

  it('keeps the draft and says why when it was refused', async () => {
    const { editor, open, world } = openWindow({ 'collection.delete': () => ({ code: 'refused' }) });
    await editor.edit(ONE.id);
    editor.write('name', 'Other');
    await editor.remove();
    expect(open().outcome).toEqual({ state: 'failed', error: { code: 'refused' } });
    expect(world.drafts.kept.has(ONE.id)).toBe(true);
  });
});
