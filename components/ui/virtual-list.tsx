import { useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import styles from './virtual-list.module.css';

export type VirtualListHandle = {
  /** Brings the row into view, moving no more than needed. */
  reveal(index: number): void;
  /** How far the list is scrolled, in px. */
  offset(): number;
};

type VirtualListProps = {
  label: string;
  count: number;
  /** px at the browser's own text size; grows with the text. */
  rowHeight: number;
  /** Rows that are taller than the others. A new function measures anew: keep it stable. */
  heightOf?: ((index: number) => number) | undefined;
  keyOf: (index: number) => string;
  row: (index: number) => ReactNode;
  /** px; where to start. */
  initialOffset?: number | undefined;
  ref?: Ref<VirtualListHandle>;
};

/** A scrolling list of which only the rows in sight exist. */
export function VirtualList({
  label,
  count,
  rowHeight,
  heightOf,
  keyOf,
  row,
  initialOffset = 0,
  ref,
}: VirtualListProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const [scale] = useState(() => Number.parseFloat(getComputedStyle(document.documentElement).fontSize) / 13);
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => Math.round((heightOf?.(index) ?? rowHeight) * scale),
    getItemKey: keyOf,
    overscan: 6,
    initialOffset,
    // Rows are there in the first paint, before the list has been measured.
    initialRect: { width: 0, height: window.innerHeight },
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new heightOf is what makes the measured heights old.
  useEffect(() => virtualizer.measure(), [virtualizer, heightOf]);
  useImperativeHandle(
    ref,
    () => ({
      reveal: (index) => virtualizer.scrollToIndex(index, { align: 'auto' }),
      offset: () => virtualizer.scrollOffset ?? 0,
    }),
    [virtualizer],
  );
  return (
    <div ref={scroller} className={styles.scroller}>
      <ul aria-label={label} className={styles.list} style={{ blockSize: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((item) => (
          <li
            key={item.key}
            aria-setsize={count}
            aria-posinset={item.index + 1}
            className={styles.row}
            style={{ blockSize: item.size, transform: `translateY(${item.start}px)` }}
          >
            {row(item.index)}
          </li>
        ))}
      </ul>
    </div>
  );
}
