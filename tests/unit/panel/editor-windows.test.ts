import { describe, expect, it, vi } from 'vitest';
import { createWorld, ONE, openWindow } from './open-editor.ts';

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
