import { describe, expect, it, vi } from 'vitest';
import { createMemory } from '../../../lib/panel/memory.ts';
import { createSession, type Standing, standing, type Wishes } from '../../../lib/panel/session.ts';
import { createTabStore } from '../../../lib/panel/tab.ts';
import { at, fakeBrowser, readPlace } from './browser-fakes.ts';
import { memoryStorage } from './shop-fakes.ts';

const nothing: Wishes = { tab: undefined, pinned: undefined, drafting: undefined, chosen: undefined };

describe('which location is shown', () => {
  it.each<[string, Partial<Wishes>, Partial<Standing>]>([
    ['none, when nothing says one', {}, { locationId: undefined, follows: 'tab', elsewhere: undefined }],
    ['the tab’s', { tab: 'A' }, { locationId: 'A', follows: 'tab', elsewhere: undefined }],
    [
      'the pinned one, wherever the tab goes',
      { tab: 'B', pinned: 'A' },
      { locationId: 'A', follows: 'pin', elsewhere: 'B' },
    ],
    ['the pinned one also without any in the tab', { pinned: 'A' }, { locationId: 'A', follows: 'pin' }],
    [
      'the one with unsaved changes',
      { tab: 'B', drafting: 'A' },
      { locationId: 'A', follows: 'draft', elsewhere: 'B' },
    ],
    [
      'the tab’s, when the changes are there',
      { tab: 'A', drafting: 'A' },
      { locationId: 'A', follows: 'tab' },
    ],
    [
      'the one with unsaved changes, on a page that has none',
      { drafting: 'A' },
      { locationId: 'A', follows: 'draft', elsewhere: undefined },
    ],
    ['the one picked by hand', { chosen: 'A' }, { locationId: 'A', follows: 'chosen' }],
    [
      'the tab’s before the one picked by hand',
      { tab: 'B', chosen: 'A' },
      { locationId: 'B', follows: 'tab' },
    ],
  ])('is %s', (_, wishes, expected) => {
    expect(standing({ ...nothing, ...wishes })).toMatchObject(expected);
  });
});

function openPanel(browser = fakeBrowser({ urls: { 1: at('A') } }), storage = memoryStorage()) {
  const tab = createTabStore({ ...browser, readAddress: readPlace });
  const editor = { open: true };
  const session = createSession({
    tab,
    inEditor: () => editor.open,
    memory: createMemory(storage),
    openWindows: async () => (await browser.windows.getAll()).map(({ id }) => id),
  });
  session.start();
  tab.start();
  const shows = (expected: Partial<ReturnType<typeof session.getState>>) =>
    vi.waitFor(() => expect(session.getState()).toMatchObject({ ready: true, ...expected }));
  return { browser, storage, session, editor, shows };
}

describe('a panel', () => {
  it('never swaps what is being edited, and goes along when someone says so', async () => {
    const { browser, session, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.editing('A');
    browser.navigate(10, at('B'));
    await shows({ locationId: 'A', follows: 'draft', elsewhere: 'B', drafting: 'A' });
    session.follow();
    await shows({ locationId: 'B', follows: 'tab', elsewhere: undefined });
  });

  it('leaves the editor that says "Saved" in front of the person until they leave it', async () => {
    const { browser, session, editor, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.editing('A');
    browser.navigate(10, at('B'));
    await shows({ locationId: 'A', elsewhere: 'B' });
    session.editing(undefined);
    await shows({ locationId: 'A', elsewhere: 'B', drafting: undefined });
    editor.open = false;
    session.left();
    await shows({ locationId: 'B', follows: 'tab' });
  });

  it('leaves it there too while the tab shows no location at all', async () => {
    const { browser, session, editor, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.editing('A');
    browser.navigate(10, 'https://chat.example/');
    await shows({ locationId: 'A', follows: 'draft', elsewhere: undefined });
    session.editing(undefined);
    await shows({ locationId: 'A', drafting: undefined });
    editor.open = false;
    session.left();
    await shows({ locationId: undefined });
  });

  it('goes along when the editor is left with changes that are not saved: they are on the device', async () => {
    const { browser, session, editor, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.editing('A');
    browser.navigate(10, at('B'));
    await shows({ locationId: 'A', elsewhere: 'B' });
    editor.open = false;
    session.left();
    session.editing(undefined);
    await shows({ locationId: 'B', follows: 'tab' });
  });

  it('follows at once when there is nothing unsaved', async () => {
    const { browser, session, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.editing('A');
    session.editing(undefined);
    browser.navigate(10, at('B'));
    await shows({ locationId: 'B', follows: 'tab' });
  });

  it('stays with a location picked by hand until the tab shows one', async () => {
    const { browser, session, shows } = openPanel(fakeBrowser({ urls: { 1: 'https://mail.example/' } }));
    await shows({ locationId: undefined });
    session.choose('A');
    browser.navigate(10, 'https://mail.example/2');
    await shows({ locationId: 'A', follows: 'chosen' });
    browser.navigate(10, at('B'));
    await shows({ locationId: 'B' });
    browser.navigate(10, 'https://mail.example/3');
    await shows({ locationId: undefined });
  });

  it('remembers the last location that was worked in', async () => {
    const { session, storage, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.used('A');
    expect(openPanel(fakeBrowser(), storage).session.getState().lastUsed).toBe('A');
  });
});

describe('a pin', () => {
  it('is there when the panel of that window opens again', async () => {
    const { session, storage, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.pin();
    const again = openPanel(fakeBrowser({ urls: { 1: at('B') } }), storage);
    await again.shows({ locationId: 'A', follows: 'pin' });
  });

  it('is not there in another window', async () => {
    const { session, storage, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.pin();
    const other = openPanel(fakeBrowser({ own: 2, urls: { 1: at('A'), 2: at('B') } }), storage);
    await other.shows({ locationId: 'B', follows: 'tab' });
  });

  it('is there after a restart, when every window has a new id', async () => {
    const { session, storage, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.pin();
    const restarted = openPanel(fakeBrowser({ own: 70, urls: { 70: at('B') } }), storage);
    await restarted.shows({ locationId: 'A', follows: 'pin' });
  });

  it('stays out once it was taken out, after a restart too', async () => {
    const { session, storage, shows } = openPanel();
    await shows({ locationId: 'A' });
    session.pin();
    session.unpin();
    await openPanel(fakeBrowser({ urls: { 1: at('B') } }), storage).shows({ locationId: 'B' });
    const restarted = openPanel(fakeBrowser({ own: 70, urls: { 70: at('B') } }), storage);
    await restarted.shows({ locationId: 'B', follows: 'tab' });
  });
});

describe('what is remembered', () => {
  it.each(['', '{', '[]', '{"labels": 5}', 'null'])('is nothing where the store holds %j', (text) => {
    const memory = createMemory({ ...memoryStorage(), getItem: () => text });
    expect(memory.read()).toMatchObject({ pins: {}, labels: {} });
  });

  it('costs nothing more than itself when the store is full', () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
    expect(() => createMemory({ ...memoryStorage(), setItem: full }).write({ lastUsed: 'A' })).not.toThrow();
  });
});
