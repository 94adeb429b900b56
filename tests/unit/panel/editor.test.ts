import { describe, expect, it, vi } from 'vitest';
import type { SaveOutcome } from '../../../lib/bridge/answers.ts';
import type { BridgeError } from '../../../lib/bridge/contract.ts';
import { fieldsOf } from '../../../lib/drafts/fields.ts';
import type { Draft } from '../../../lib/drafts/store.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { createEditorStore } from '../../../lib/panel/editor.ts';
import { changedFields, editDraft, newDraft } from '../../../lib/panel/editor-draft.ts';
import type { EditorParts } from '../../../lib/panel/editor-state.ts';
import {
  collection,
  createBus,
  entry,
  fakeDrafts,
  fakeLocks,
  fakeReplica,
  idOf,
  LOCATION,
  later,
  noticeBoard,
  type Script,
  saved,
  scriptedCall,
  withFields,
} from './shop-fakes.ts';

const ONE = collection(1, { name: 'Summer', slug: 'summer' });
const FRESH = idOf(99);

type World = {
  bus: ReturnType<typeof createBus>;
  replica: ReturnType<typeof fakeReplica>;
  drafts: ReturnType<typeof fakeDrafts>;
  locks: ReturnType<typeof fakeLocks>;
};

const createWorld = (rows: Collection[] = [ONE], drafts: Draft[] = []): World => ({
  bus: createBus(),
  replica: fakeReplica(rows),
  drafts: fakeDrafts(drafts),
  locks: fakeLocks(),
});

/** An editor in a window of its own. */
const NOTHING = { collection: undefined, draft: undefined, draftsRead: true };

function openWindow(
  script: Script = {},
  world = createWorld(),
  known: ReturnType<EditorParts['known']> = NOTHING,
) {
  const worker = scriptedCall(script);
  const board = noticeBoard();
  let clock = 0;
  let left = 0;
  const editor = createEditorStore({
    locationId: LOCATION,
    call: worker.call,
    events: world.bus.end(),
    replica: world.replica,
    drafts: world.drafts,
    locks: world.locks,
    now: () => ++clock,
    createId: () => FRESH,
    known: () => known,
    slugOwner: (slug, except) =>
      [...world.replica.rows.values()].find((row) => row.slug === slug && row.id !== except),
    onDraft: () => {},
    notify: board.notify,
    leave: () => {
      left += 1;
      editor.close();
    },
  });
  editor.start();
  const open = () => {
    const found = editor.getState().open;
    if (found === undefined) throw new Error('nothing is open');
    return found;
  };
  return { editor, open, world, worker, notices: board.notices, left: () => left };
}

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
    expect(notices).toEqual([{ kind: 'saved', name: 'Winter' }]);
  });
});

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

describe('two windows on one draft', () => {
  async function twoWindows() {
    const world = createWorld();
    const [first, second] = [openWindow({}, world), openWindow({}, world)];
    await first.editor.edit(ONE.id);
    await second.editor.edit(ONE.id);
    first.editor.write('name', 'Written in the first');
    await vi.waitFor(() => expect(second.open().elsewhere).toBe(true));
    return { first, second, world };
  }

  it('shows in the second what is written in the first, and takes no writing there', async () => {
    const { first, second, world } = await twoWindows();
    first.editor.write('name', 'Written on');
    await vi.waitFor(() => expect(second.open().draft.fields.name).toBe('Written on'));
    second.editor.write('name', 'Overwritten');
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Written on');
  });

  it('hands the draft over on "Edit here"', async () => {
    const { first, second, world } = await twoWindows();
    second.editor.editHere();
    await vi.waitFor(() => expect(second.open().elsewhere).toBe(false));
    await vi.waitFor(() => expect(first.open().elsewhere).toBe(true));
    second.editor.write('name', 'Written in the second');
    expect(world.drafts.kept.get(ONE.id)?.fields.name).toBe('Written in the second');
    await vi.waitFor(() => expect(first.open().draft.fields.name).toBe('Written in the second'));
  });

  it('takes over what the first window wrote last, even if it was not told of it', async () => {
    const { second, world } = await twoWindows();
    const draft = world.drafts.kept.get(ONE.id)!;
    world.drafts.kept.set(ONE.id, { ...draft, fields: { ...draft.fields, name: 'The last keystroke' } });
    second.editor.editHere();
    await vi.waitFor(() => expect(second.open().draft.fields.name).toBe('The last keystroke'));
  });

  it('hands the draft over when the first window closes', async () => {
    const { first, second } = await twoWindows();
    first.editor.close();
    await vi.waitFor(() => expect(second.open().elsewhere).toBe(false));
    expect(second.open().draft.fields.name).toBe('Written in the first');
  });

  it("shows HighLevel's copy again when the draft was discarded in the first", async () => {
    const { first, second } = await twoWindows();
    first.editor.discard();
    await vi.waitFor(() => expect(second.open().draft.fields.name).toBe('Summer'));
  });
});
