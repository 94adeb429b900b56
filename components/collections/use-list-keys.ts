import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import type { CollectionsStore } from '../../lib/panel/collections.ts';
import { usePanel } from '../panel/context.ts';
import { isLost } from '../panel/use-kept-focus.ts';
import { isWriting } from '../panel/use-keys.ts';

type ListKeys = {
  collections: CollectionsStore;
  input: RefObject<HTMLInputElement | null>;
  total: number;
  idAt: (index: number) => string;
  open: (id: string) => void;
  reveal: (index: number) => void;
};

/** Rows that PageUp and PageDown move by. */
const PAGE = 8;

function focusRow(id: string) {
  const focus = () => {
    const row = document.querySelector<HTMLElement>(`[data-row="${CSS.escape(id)}"]`);
    row?.focus({ preventScroll: true });
    // The list itself, where it is not all in sight.
    row?.scrollIntoView({ block: 'nearest' });
    return row !== null;
  };
  // A row that was a field a moment ago is drawn in the next frame.
  if (!focus()) requestAnimationFrame(focus);
}

/** The list without a mouse: its keys work wherever nobody is writing, and the arrows from the search field too. */
export function useListKeys({ collections, input, total, idAt, open, reveal }: ListKeys) {
  const { route } = usePanel();

  /** Where the selected row is; -1 when it is not among these. */
  const place = () => {
    const { selected } = collections.getState();
    for (let index = 0; selected !== undefined && index < total; index++)
      if (idAt(index) === selected) return index;
    return -1;
  };
  const placeOrFirst = () => Math.max(0, place());

  const goTo = (index: number) => {
    if (total === 0) return;
    const to = Math.max(0, Math.min(total - 1, index));
    const id = idAt(to);
    collections.select(id);
    reveal(to);
    focusRow(id);
  };

  const openSelected = () => {
    if (total > 0) open(idAt(placeOrFirst()));
  };

  const actions: Record<string, () => void> = {
    ArrowDown: () => goTo(place() + 1),
    ArrowUp: () => goTo(place() - 1),
    PageDown: () => goTo(place() + PAGE),
    PageUp: () => goTo(place() - PAGE),
    Home: () => goTo(0),
    End: () => goTo(total - 1),
    Enter: openSelected,
    F2: () => {
      const id = idAt(placeOrFirst());
      if (collections.row(id) !== undefined) collections.beginRename(id);
    },
    '/': () => {
      input.current?.focus();
      input.current?.select();
    },
    n: () => route.create(),
    Escape: () => collections.search(''),
  };

  const hear = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    if (isWriting(event.target) || document.querySelector('dialog[open], [popover]:popover-open')) return;
    const { target, key } = event;
    const other = target instanceof Element ? target.closest('button, a, summary') : null;
    // A button that is no row keeps its own Enter; the tabs keep the keys they move by.
    if (other && !other.matches('[data-row]') && key === 'Enter') return;
    if (other?.matches('[role="tab"]') && /^(Home|End)$/.test(key)) return;
    const act = Object.hasOwn(actions, key) ? actions[key] : undefined;
    if (act === undefined) return;
    event.preventDefault();
    act();
  });
  /** A focus that was lost comes back to the selected row, or to the first one; it is taken from nowhere else. */
  const comeBack = useEffectEvent(() => {
    const { selected } = collections.getState();
    if (selected === undefined || total === 0 || !isLost(document.activeElement)) return;
    reveal(placeOrFirst());
    focusRow(idAt(placeOrFirst()));
  });

  // After coming from the editor, and after a search whose rows went away with the focus on them.
  const query = useStore(collections, (state) => state.query);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another query is what takes rows away.
  useEffect(() => {
    const frame = requestAnimationFrame(() => comeBack());
    return () => cancelAnimationFrame(frame);
  }, [query]);

  useEffect(() => {
    const listener = (event: KeyboardEvent) => hear(event);
    document.addEventListener('keydown', listener);
    return () => document.removeEventListener('keydown', listener);
  }, []);

  return {
    focusRow,
    inSearch: (event: ReactKeyboardEvent<HTMLInputElement>) => {
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') {
        if (collections.getState().query === '') event.currentTarget.blur();
        collections.search('');
      } else if (event.key === 'ArrowDown') goTo(placeOrFirst());
      else if (event.key === 'Enter') openSelected();
      else return;
      event.preventDefault();
    },
  };
}
