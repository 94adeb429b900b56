import { Plus } from 'lucide-react';
import { type KeyboardEvent, type Ref, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { Entry } from '../../lib/catalog/search.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { count, t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { place } from '../ui/place.ts';
import { SearchField } from '../ui/search-field.tsx';
import styles from './collection-picker.module.css';

/** So many are drawn; who wants another one types. */
const DRAWN = 50;

/** A button that opens a search over the location's collections; a click or Enter picks one. */
export function CollectionPicker({
  shop,
  without,
  onPick,
  ref,
}: {
  shop: Shop;
  /** Those that cannot be picked. */
  without: readonly string[];
  onPick: (id: string) => void;
  ref: Ref<HTMLButtonElement>;
}) {
  const id = useId();
  const popover = useRef<HTMLDivElement>(null);
  const [open, setOpen] = useState(false);
  return (
    <div>
      <Button
        small
        ref={ref}
        icon={<Plus aria-hidden />}
        aria-label={t('product.add_to')}
        aria-haspopup="dialog"
        aria-expanded={open}
        popoverTarget={id}
      >
        {t('product.add')}
      </Button>
      <div
        ref={popover}
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('product.add_to')}
        className={styles.popover}
        onBeforeToggle={(event) => {
          setOpen(event.newState === 'open');
          const button = event.currentTarget.previousElementSibling;
          if (event.newState === 'open' && button instanceof HTMLElement) place(event.currentTarget, button);
        }}
        onToggle={(event) => {
          if (event.newState === 'open') event.currentTarget.querySelector('input')?.focus();
        }}
      >
        {open && (
          <Choices
            shop={shop}
            without={without}
            onPick={(picked) => {
              popover.current?.hidePopover();
              if (picked !== undefined) onPick(picked);
            }}
          />
        )}
      </div>
    </div>
  );
}

function Choices({
  shop,
  without,
  onPick,
}: {
  shop: Shop;
  without: readonly string[];
  onPick: (id: string | undefined) => void;
}) {
  const id = useId();
  const [text, setText] = useState('');
  const [at, setAt] = useState(0);
  // Rows that come or change while it is open.
  useStore(shop.collections, (state) => state.entries);
  const found = shop.collections.matching(text).filter(({ row }) => !without.includes(row.id));
  const drawn = found.slice(0, DRAWN);
  const chosen = Math.min(at, drawn.length - 1);
  const optionId = (index: number) => `${id}-${index}`;

  function goTo(index: number) {
    const to = (index + drawn.length) % drawn.length;
    setAt(to);
    document.getElementById(optionId(to))?.scrollIntoView({ block: 'nearest' });
  }
  const keys: Record<string, () => void> = {
    ArrowDown: () => goTo(chosen + 1),
    ArrowUp: () => goTo(chosen - 1),
    Enter: () => drawn[chosen] && onPick(drawn[chosen].row.id),
    Escape: () => onPick(undefined),
    Tab: () => onPick(undefined),
  };
  function press(event: KeyboardEvent) {
    const does = keys[event.key];
    if (does === undefined || event.nativeEvent.isComposing) return;
    event.preventDefault();
    event.stopPropagation();
    if (drawn.length > 0 || event.key === 'Escape' || event.key === 'Tab') does();
  }
  return (
    <>
      <SearchField
        type="text"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={drawn.length > 0}
        aria-controls={drawn.length > 0 ? id : undefined}
        aria-activedescendant={drawn.length > 0 ? optionId(chosen) : undefined}
        label={t('product.add_find')}
        value={text}
        onValue={(value) => {
          setText(value);
          setAt(0);
        }}
        onKeyDown={press}
      />
      {drawn.length === 0 ? (
        <p className={styles.none}>{t('product.add_none')}</p>
      ) : (
        <div id={id} role="listbox" aria-label={t('product.add_to')} className={styles.list}>
          {drawn.map((entry, index) => (
            <Option
              key={entry.row.id}
              id={optionId(index)}
              entry={entry}
              chosen={index === chosen}
              onPick={onPick}
            />
          ))}
        </div>
      )}
      {found.length > drawn.length && (
        <p className={styles.none}>{count('product.add_more', found.length - drawn.length)}</p>
      )}
    </>
  );
}

function Option({
  id,
  entry: { row },
  chosen,
  onPick,
}: {
  id: string;
  entry: Entry;
  chosen: boolean;
  onPick: (id: string) => void;
}) {
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keys.
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen}
      className={styles.option}
      onClick={() => onPick(row.id)}
    >
      <bdi className={styles.name}>{row.name}</bdi>
      <span dir="ltr" className={styles.slug}>
        /{row.slug}
      </span>
    </div>
  );
}
