import type { KeyboardEvent } from 'react';
import { useStore } from 'zustand';
import { knownRows } from '../../lib/panel/collections-state.ts';
import type { TabName } from '../../lib/panel/route.ts';
import { number } from '../../lib/text/format.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { frontsOf } from '../collections/use-front.ts';
import { usePanel } from './context.ts';
import styles from './tab-strip.module.css';

const TABS: [TabName, Key][] = [
  ['collections', 'collections.tab'],
  ['product', 'product.tab'],
  ['activity', 'activity.tab'],
];

/** The panel's three tabs; the arrow keys move between them. */
export function TabStrip({ locationId }: { locationId: string }) {
  const panel = usePanel();
  const { route } = panel;
  const selected = useStore(route, ({ tab }) => tab);
  const rows = useStore(frontsOf(panel).at(locationId).collections, knownRows);
  return (
    <div role="tablist" aria-label={t('header.tabs')} className={styles.strip} onKeyDown={move}>
      {TABS.map(([name, key]) => (
        <button
          key={name}
          id={`tab-${name}`}
          type="button"
          role="tab"
          aria-selected={name === selected}
          aria-controls={name === selected ? `panel-${name}` : undefined}
          tabIndex={name === selected ? 0 : -1}
          className={styles.tab}
          onClick={() => route.show(name)}
        >
          {t(key)}
          {name === 'collections' && rows !== undefined && rows > 0 && (
            <span className={styles.count}>{number(rows)}</span>
          )}
        </button>
      ))}
    </div>
  );
}

function move(event: KeyboardEvent<HTMLElement>) {
  const rightToLeft = getComputedStyle(event.currentTarget).direction === 'rtl';
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]')];
  const active = document.activeElement;
  const at = active instanceof HTMLElement ? tabs.indexOf(active) : -1;
  const step = rightToLeft ? -1 : 1;
  const to = { ArrowRight: at + step, ArrowLeft: at - step, Home: 0, End: tabs.length - 1 }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  const next = tabs[(to + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
}
