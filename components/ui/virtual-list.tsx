import {
  type ReactNode,
  type Ref,
  useCallback,
  useImperativeHandle,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { flushSync } from 'react-dom';
import { whenIdle } from './painted.ts';
import styles from './virtual-list.module.css';
import { type Heights, heightOf, placeOf, type Range, rangeOf, topOf } from './virtual-range.ts';

export type VirtualListHandle = {
  /** Brings the row into view, moving no more than needed. */
  reveal(index: number): void;
};

type VirtualListProps = {
  label: string;
  count: number;
  /** px at the browser's own text size; grows with the text. */
  rowHeight: number;
  /** The one row that is taller than the others, in the same px. */
  tall?: { index: number; height: number } | undefined;
  keyOf: (index: number) => string;
  row: (index: number) => ReactNode;
  /** px; where to start. */
  initialOffset?: number | undefined;
  ref?: Ref<VirtualListHandle>;
};

/** Rows that are drawn beyond both edges, and how many of them may be used up before more are drawn. */
const BEYOND = 8;
const SLACK = 4;

const textScale = () => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 13;

/** A scrolling list of which only the rows in sight, and some around them, exist. */
export function VirtualList({
  label,
  count,
  rowHeight,
  tall,
  keyOf,
  row,
  initialOffset = 0,
  ref,
}: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scale] = useState(textScale);
  const heights = useMemo<Heights>(
    () => ({
      row: Math.round(rowHeight * scale),
      tall:
        tall && tall.index >= 0 ? { index: tall.index, height: Math.round(tall.height * scale) } : undefined,
    }),
    [rowHeight, scale, tall],
  );
  // Kept, because asking for it after a change would make the browser lay everything out at once.
  const view = useRef({ top: initialOffset, height: window.innerHeight });
  // Rows are there in the first paint, before the list has been measured: those in sight alone.
  const [range, setRange] = useState<Range>(() =>
    rangeOf(heights, count, initialOffset, window.innerHeight, 0),
  );

  /** The rows that should exist now; the same object as before while those that do are enough. */
  const next = useCallback(
    (now: Range): Range => {
      const { height } = view.current;
      // A list that became shorter is scrolled up by the browser, which says so later.
      const top = Math.max(0, Math.min(view.current.top, topOf(heights, count) - height));
      const needed = rangeOf(heights, count, top, height, SLACK);
      const wanted = rangeOf(heights, count, top, height, BEYOND);
      const enough = now.first <= needed.first && now.end >= needed.end && now.end <= count;
      const tooMany = now.end - now.first > 2 * (wanted.end - wanted.first);
      return enough && !tooMany ? now : wanted;
    },
    [heights, count],
  );

  const newest = useRef(next);
  useLayoutEffect(() => {
    // The first ones are drawn; more follow when the list has been measured.
    if (newest.current === next) return;
    newest.current = next;
    setRange(next);
  }, [next]);
  const look = useCallback(({ scrollTop, clientHeight }: HTMLElement) => {
    view.current = { top: scrollTop, height: clientHeight };
    setRange(newest.current);
  }, []);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null) return;
    const watch = new ResizeObserver(() => look(element));
    // What is in sight is drawn: measuring, and more rows, wait until nobody else wants the page.
    const callOff = whenIdle(() => watch.observe(element));
    return () => {
      callOff();
      watch.disconnect();
    };
  }, [look]);

  const began = useRef(initialOffset);
  useLayoutEffect(() => {
    if (scroller.current !== null && began.current > 0) scroller.current.scrollTop = began.current;
  }, []);

  useImperativeHandle(
    ref,
    () => ({
      reveal(index) {
        const element = scroller.current;
        if (element === null) return;
        const top = topOf(heights, index);
        const bottom = top + heightOf(heights, index);
        if (top < element.scrollTop) element.scrollTop = top;
        else if (bottom > element.scrollTop + element.clientHeight)
          element.scrollTop = bottom - element.clientHeight;
        // The row must exist when this returns: it is about to take the focus.
        flushSync(() => look(element));
      },
    }),
    [heights, look],
  );

  // The row that has the focus stays, however far away it is scrolled, and wherever rows that come put it.
  const [held, setHeld] = useState<{ index: number; key: string }>();
  const place = useMemo(() => (held === undefined ? -1 : placeOf(keyOf, count, held)), [keyOf, count, held]);
  const end = Math.min(range.end, count);
  const shown = Array.from({ length: Math.max(0, end - range.first) }, (_, n) => range.first + n);
  if (place >= 0 && place < range.first) shown.unshift(place);
  if (place >= end) shown.push(place);
  return (
    // Drawn in the same frame as the scroll: otherwise a fast one would show a gap.
    <div
      ref={scroller}
      className={styles.scroller}
      onScroll={({ currentTarget }) => flushSync(() => look(currentTarget))}
    >
      <ul aria-label={label} className={styles.list} style={{ blockSize: topOf(heights, count) }}>
        {shown.map((index) => (
          <li
            key={keyOf(index)}
            aria-setsize={count}
            aria-posinset={index + 1}
            className={styles.row}
            style={{
              blockSize: heightOf(heights, index),
              transform: `translateY(${topOf(heights, index)}px)`,
            }}
            onFocus={() => setHeld({ index, key: keyOf(index) })}
            onBlur={() => setHeld(undefined)}
          >
            {row(index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
