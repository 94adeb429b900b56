import { memo, useCallback, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { parseQuery } from '../../lib/catalog/search.ts';
import { markOf, type RowMark, screenOf } from '../../lib/panel/collections-state.ts';
import { FIELDS_OF_FLAG } from '../../lib/panel/collections-view.ts';
import type { Front } from '../../lib/panel/front.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { VirtualList } from '../ui/virtual-list.tsx';
import styles from './collection-list.module.css';
import { CollectionRow } from './collection-row.tsx';
import { FlagChips } from './flag-chips.tsx';
import { ListBar } from './list-bar.tsx';
import { ListFooter } from './list-footer.tsx';
import { ListState } from './list-state.tsx';
import { RenameRow } from './rename-row.tsx';
import { useListKeys } from './use-list-keys.ts';
import { useListScroll } from './use-list-scroll.ts';

const ROW = 56;
const RENAMING_ROW = 66;

/** The collections of a location: found, filtered, renamed in place, opened. */
export const CollectionList = memo(function CollectionList({ front }: { front: Front }) {
  const { route } = usePanel();
  const { collections } = front;
  const state = useStore(collections);
  const { entries, fresh, query, sort, selected, renaming } = state;
  const input = useRef<HTMLInputElement>(null);
  const screen = screenOf(state);

  const total = fresh.length + entries.length;
  const idAt = useCallback(
    (index: number) => fresh[index]?.id ?? entries[index - fresh.length]?.row.id ?? '',
    [fresh, entries],
  );
  const tall = useMemo(() => {
    if (renaming === undefined) return undefined;
    const index = Array.from({ length: total }, (_, n) => n).findIndex((n) => idAt(n) === renaming);
    return { index, height: RENAMING_ROW };
  }, [renaming, idAt, total]);
  // The row the keyboard is on: the first one while the last one is not among these.
  const current = useMemo(
    () =>
      selected !== undefined &&
      (fresh.some(({ id }) => id === selected) || entries.some(({ row }) => row.id === selected))
        ? selected
        : idAt(0),
    [fresh, entries, selected, idAt],
  );
  const scroll = useListScroll(
    useMemo(() => ({ entries, fresh, query, sort }), [entries, fresh, query, sort]),
    collections.place,
  );
  const open = useCallback(
    (id: string, mark?: RowMark) => {
      // From a filter, the editor opens where the work is.
      const flag = parseQuery(collections.getState().query).flags[0] ?? mark;
      route.edit(id, flag === undefined ? undefined : FIELDS_OF_FLAG[flag]);
    },
    [route, collections],
  );
  const keys = useListKeys({ collections, input, total, idAt, open, reveal: scroll.reveal });

  const row = (index: number) => {
    const draft = fresh[index];
    const id = idAt(index);
    const entry = draft === undefined ? entries[index - fresh.length] : collections.entry(id);
    const named = entry?.row ?? draft?.fields;
    if (named === undefined) return null;
    const written = state.drafts.get(id)?.fields;
    const name = state.sending.get(id) ?? named.name;
    if (renaming === id)
      return (
        <RenameRow
          name={written?.name ?? name}
          slug={named.slug}
          image={named.image}
          onSave={(text) => {
            void collections.rename(id, text);
            keys.focusRow(id);
          }}
          onCancel={() => {
            collections.endRename();
            keys.focusRow(id);
          }}
          onLeave={(text) => void collections.leaveRename(id, text)}
        />
      );
    return (
      <CollectionRow
        id={id}
        name={name}
        slug={named.slug}
        image={named.image}
        productCount={entry?.row.productCount}
        mark={markOf(state, id, entry?.flags ?? [])}
        slugFlaw={entry?.slugFlaw}
        draftName={written?.name}
        selected={id === current}
        state={entry !== undefined ? 'made' : draft?.kind === 'edit' ? 'gone' : 'new'}
        onOpen={open}
        onRename={collections.beginRename}
        onSelect={collections.select}
      />
    );
  };

  return (
    <div className={styles.screen}>
      <search>
        <ListBar
          ref={input}
          query={query}
          sort={sort}
          onQuery={collections.search}
          onSort={collections.sortBy}
          onNew={() => route.create()}
          onKeyDown={keys.inSearch}
        />
        {(total > 0 || query !== '' || screen === 'loading') && (
          <FlagChips query={query} counts={state.counts} onQuery={collections.search} />
        )}
      </search>
      <div ref={scroll.ref} className={styles.list} onScrollCapture={scroll.onScroll}>
        {screen === 'rows' ? (
          <VirtualList
            ref={scroll.list}
            label={t('collections.tab')}
            count={total}
            rowHeight={ROW}
            tall={tall}
            keyOf={idAt}
            row={row}
            initialOffset={scroll.offset}
          />
        ) : (
          <ListState screen={screen} collections={collections} />
        )}
      </div>
      <ListFooter state={state} found={total} />
    </div>
  );
});
