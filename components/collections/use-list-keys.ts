import {
  type KeyboardEvent as ReactKeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useRef,
} from 'react';
import type { Shop } from '../../lib/panel/shop.ts';
import { usePanel } from '../panel/context.ts';
import { isWriting } from '../panel/use-keys.ts';

type ListKeys = {
  shop: Shop;
  input: RefObject<HTMLInputElement | null>;
  total: number;
  idAt: (index: number) => string;
  open: (id: string) => void;
  reveal: (index: number) => void;
};

const PAGE = 8;

/** The list without a mouse: its keys work wherever nobody is writing, and the arrows from the search field too. */
export function useListKeys(keys: ListKeys) {
  const { route } = usePanel();
  const { collections } = keys.shop;
  const latest = useRef(keys);
  latest.current = keys;

  const focusRow = (id: string) => {
    const focus = () => {
      const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
      row?.focus({ preventScroll: true });
      return row !== null;
    };
    // A row that was a field a moment ago is drawn in the next frame.
    if (!focus()) requestAnimationFrame(focus);
  };

  const placeOf = () => {
    const { selected } = collections.getState();
    const { total, idAt } = latest.current;
    if (selected === undefined) return -1;
    for (let index = 0; index < total; index++) if (idAt(index) === selected) return index;
    return -1;
  };

  const goTo = (index: number) => {
    const { total, idAt, reveal } = latest.current;
    if (total === 0) return;
    const to = Math.max(0, Math.min(total - 1, index));
    const id = idAt(to);
    collections.select(id);
    reveal(to);
    focusRow(id);
  };

  const openSelected = () => {
    const { idAt, total, open } = latest.current;
    if (total > 0) open(idAt(Math.max(0, placeOf())));
  };

  const actions: Record<string, () => void> = {
    ArrowDown: () => goTo(placeOf() + 1),
    ArrowUp: () => goTo(placeOf() - 1),
    PageDown: () => goTo(placeOf() + PAGE),
    PageUp: () => goTo(placeOf() - PAGE),
    Home: () => goTo(0),
    End: () => goTo(latest.current.total - 1),
    Enter: openSelected,
    F2: () => {
      const id = latest.current.idAt(Math.max(0, placeOf()));
      if (collections.row(id) !== undefined) collections.beginRename(id);
    },
    '/': () => {
      latest.current.input.current?.focus();
      latest.current.input.current?.select();
    },
    n: () => route.create(),
  };
  const acting = useRef(actions);
  acting.current = actions;

  // Back from the editor: the focus is where it was, unless it is already somewhere.
  const back = useEffectEvent(() => {
    const place = placeOf();
    if (place >= 0 && document.activeElement === document.body) focusRow(latest.current.idAt(place));
  });
  useEffect(() => back(), []);

  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || document.querySelector('dialog[open], [popover]:popover-open')) return;
      const { target } = event;
      const other = target instanceof Element ? target.closest('button, a, summary, [role="tab"]') : null;
      // A button that is no row keeps its own Enter; the tabs keep the keys they move by.
      if (other && !other.matches('[data-row]') && event.key === 'Enter') return;
      if (other?.matches('[role="tab"]') && /^(Home|End|Arrow)/.test(event.key)) return;
      const act = Object.hasOwn(acting.current, event.key) ? acting.current[event.key] : undefined;
      if (act === undefined) return;
      event.preventDefault();
      act();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, []);

  return {
    focusRow,
    inSearch: (event: ReactKeyboardEvent<HTMLInputElement>) => {
      if (event.nativeEvent.isComposing) return;
      const { key } = event;
      if (key === 'Escape') {
        if (collections.getState().query === '') event.currentTarget.blur();
        collections.search('');
      } else if (key === 'ArrowDown') goTo(Math.max(0, placeOf()));
      else if (key === 'Enter') openSelected();
      else return;
      event.preventDefault();
    },
  };
}
