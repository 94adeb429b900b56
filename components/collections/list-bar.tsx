import { ArrowDownWideNarrow, Plus } from 'lucide-react';
import type { KeyboardEvent, Ref } from 'react';
import { SORTS, type Sort } from '../../lib/catalog/search.ts';
import { t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { SearchField } from '../ui/search-field.tsx';
import styles from './list-bar.module.css';

const NAMES = {
  name: 'collections.sort_name',
  newest: 'collections.sort_newest',
  products: 'collections.sort_products',
  work: 'collections.sort_work',
} as const;

export function ListBar({
  query,
  sort,
  onQuery,
  onSort,
  onNew,
  onKeyDown,
  ref,
}: {
  query: string;
  sort: Sort;
  onQuery: (query: string) => void;
  onSort: (sort: Sort) => void;
  onNew: () => void;
  onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => void;
  ref: Ref<HTMLInputElement>;
}) {
  return (
    <div className={styles.bar}>
      <SearchField
        ref={ref}
        label={t('collections.search')}
        value={query}
        onValue={onQuery}
        shortcut="/"
        className={styles.search}
        maxLength={500}
        onKeyDown={onKeyDown}
      />
      <Menu label={t('collections.sort')} icon={<ArrowDownWideNarrow />} className={styles.sort}>
        {SORTS.map((each) => (
          <MenuItem key={each} checked={each === sort} onSelect={() => onSort(each)}>
            {t(NAMES[each])}
          </MenuItem>
        ))}
      </Menu>
      <Button variant="primary" icon={<Plus aria-hidden />} onClick={onNew}>
        {t('collections.new')}
      </Button>
    </div>
  );
}
