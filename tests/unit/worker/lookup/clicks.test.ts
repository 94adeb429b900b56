import { describe, expect, it } from 'vitest';
import { createClicks } from '../../../../lib/worker/lookup/clicks.ts';
import { createPending } from '../../../../lib/worker/lookup/pending.ts';
import { createPointer } from '../../../../lib/worker/lookup/pointer.ts';
import { createVirtualClock } from '../../../world/virtual-clock.ts';
import { createArea, createEars, createLocks } from '../parts.ts';

const id = '655b33a82209e60b6adb87a5';
const url = 'https://app.gohighlevel.com/v2/location/3SwdhCsvxI8Au3KsPJt6/payments/products';
const tab = { id: 7, windowId: 3, url };

function prepare() {
  const session = createArea();
  const clock = createVirtualClock();
  const events = createEars();
  const opened: number[] = [];
  const lookups = createPending({ session, locks: createLocks(), clock, events });
  const pointer = createPointer(session);
  const selectionIn = async () => id;
  const openPanel = (windowId: number) => void opened.push(windowId);
  const clicks = createClicks({ openPanel, lookups, pointer, events, selectionIn });
  return { session, clock, events, opened, lookups, pointer, clicks };
}

describe('a click', () => {
  it.each(['action', 'menu', 'shortcut'] as const)(
    'on the %s opens the panel of its window before anything else',
    (kind) => {
      const { clicks, opened } = prepare();
      if (kind === 'menu') void clicks.menu({ selectionText: id }, tab);
      else void clicks[kind](tab);
      // Still in the same turn: after an await the browser would refuse.
      expect(opened).toEqual([3]);
    },
  );

  it('tells an open panel that it may see the tab’s address now', () => {
    const { clicks, events } = prepare();
    clicks.action(tab);
    expect(events.heard).toEqual([{ type: 'tab', tabId: 7, windowId: 3 }]);
  });

  it('in the menu waits for the panel of its own window, and is taken once', async () => {
    const { clicks, lookups, events } = prepare();
    await clicks.menu({ selectionText: id, pageUrl: url }, tab);
    expect(events.heard).toContainEqual({ type: 'lookup', windowId: 3 });
    expect(await lookups.take(4)).toBeNull();
    const [first, second] = await Promise.all([lookups.take(3), lookups.take(3)]);
    expect(first).toMatchObject({ found: 'product', ref: { value: id } });
    expect(second).toBeNull();
  });

  it('is not lost to a panel that is just asking', async () => {
    const pending = { locationId: null, found: 'nothing', ref: null, text: 'Mat' } as const;
    for (let turns = 0; turns < 8; turns++) {
      const { lookups } = prepare();
      const early = lookups.take(3);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      await lookups.leave(3, pending);
      expect((await early) ?? (await lookups.take(3))).toEqual(pending);
    }
  });

  it('that nobody took is gone after a minute', async () => {
    const { clicks, lookups, clock } = prepare();
    await clicks.menu({ selectionText: id }, tab);
    await clock.sleep(60_001);
    expect(await lookups.take(3)).toBeNull();
  });

  it('on the page uses what was under the pointer of that tab, once', async () => {
    const { clicks, lookups, pointer } = prepare();
    await pointer.seen(7, new URL(url).origin, [{ id, of: 'unknown' }]);
    await pointer.seen(8, new URL(url).origin, [{ id: 'f'.repeat(24), of: 'unknown' }]);
    await clicks.menu({ pageUrl: url }, tab);
    expect(await lookups.take(3)).toMatchObject({ ref: { value: id } });
    await clicks.menu({ pageUrl: url }, tab);
    expect(await lookups.take(3)).toMatchObject({ found: 'nothing' });
  });

  it.each([
    ['another page', { pageUrl: 'https://chat.example/' }],
    ['a frame of another page', { pageUrl: url, frameUrl: 'https://chat.example/' }],
    ['a frame without an address', { pageUrl: url, frameUrl: 'about:srcdoc' }],
    ['no page', {}],
  ])('in %s knows nothing of what was under the pointer before', async (_, info) => {
    const { clicks, lookups, pointer } = prepare();
    await pointer.seen(7, new URL(url).origin, [{ id, of: 'product' }]);
    await clicks.menu({ srcUrl: 'https://chat.example/cat.png', ...info }, tab);
    expect(await lookups.take(3)).toMatchObject({ found: 'nothing', ref: null });
  });

  it('in a frame of its own uses what was under the pointer there', async () => {
    const { clicks, lookups, pointer } = prepare();
    await pointer.seen(7, 'https://app.msgsndr.com', [{ id, of: 'product' }]);
    await clicks.menu({ pageUrl: url, frameUrl: 'https://app.msgsndr.com/inner' }, tab);
    expect(await lookups.take(3)).toMatchObject({ ref: { value: id } });
  });

  it('inside the panel itself is left alone', async () => {
    const { clicks, opened } = prepare();
    await clicks.menu({ selectionText: id }, undefined);
    expect(opened).toEqual([]);
  });

  it('of the shortcut looks up what is selected', async () => {
    const { clicks, lookups } = prepare();
    await clicks.shortcut(tab);
    expect(await lookups.take(3)).toMatchObject({ ref: { value: id } });
  });
});
