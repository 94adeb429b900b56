import { type UIEvent, useCallback, useLayoutEffect, useRef } from 'react';
import type { Entry, Sort } from '../../lib/catalog/search.ts';
import type { Draft } from '../../lib/drafts/store.ts';
import type { VirtualListHandle } from '../ui/virtual-list.tsx';
import { placeOf } from '../ui/virtual-range.ts';

type Rows = { entries: readonly Entry[]; fresh: readonly Draft[]; query: string; sort: Sort };

const idIn = ({ entries, fresh }: Rows, index: number) =>
  fresh[index]?.id ?? entries[index - fresh.length]?.row.id ?? '';

/**
 * Keeps what is in sight in sight: rows that come or go above leave the row at the top where it is. Another
 * search or order begins at the top.
 */
export function useListScroll(rows: Rows, place: { offset: number }) {
  const ref = useRef<HTMLDivElement>(null);
  const list = useRef<VirtualListHandle>(null);
  const last = useRef(rows);

  useLayoutEffect(() => {
    const before = last.current;
    last.current = rows;
    const scroller = ref.current?.firstElementChild;
    // Told by its events: to ask it now would make the browser lay out the new rows at once.
    if (!(scroller instanceof HTMLElement) || place.offset === 0) return;
    if (before.query !== rows.query || before.sort !== rows.sort) {
      scroller.scrollTop = 0;
      return;
    }
    if (before.entries === rows.entries && before.fresh === rows.fresh) return;
    const height = scroller.querySelector('li')?.offsetHeight;
    if (height === undefined) return;
    const top = Math.floor(scroller.scrollTop / height);
    const count = rows.fresh.length + rows.entries.length;
    const now = placeOf((index) => idIn(rows, index), count, { index: top, key: idIn(before, top) });
    if (now >= 0 && now !== top) scroller.scrollTop += (now - top) * height;
  }, [rows, place]);

  // Shown again after another tab: not every browser keeps the scroll of what it hides.
  useLayoutEffect(() => {
    const scroller = ref.current?.firstElementChild;
    if (scroller instanceof HTMLElement) scroller.scrollTop = place.offset;
  }, [place]);

  return {
    /** Goes around the list. */
    ref,
    list,
    /** Where it was when it was last shown. */
    offset: place.offset,
    onScroll: useCallback(
      (event: UIEvent) => {
        if (event.target instanceof HTMLElement) place.offset = event.target.scrollTop;
      },
      [place],
    ),
    reveal: useCallback((index: number) => list.current?.reveal(index), []),
  };
}
