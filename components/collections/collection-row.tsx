import { Pencil } from 'lucide-react';
import { memo } from 'react';
import type { SlugFlaw } from '../../lib/catalog/flags.ts';
import type { RowMark } from '../../lib/panel/collections-state.ts';
import { number } from '../../lib/text/format.ts';
import { count, t } from '../../lib/text/t.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Unseen } from '../ui/unseen.tsx';
import styles from './collection-row.module.css';
import { RowFlag } from './row-flag.tsx';
import { Thumb } from './thumb.tsx';

export type RowProps = {
  id: string;
  name: string;
  slug: string;
  image: string;
  productCount: number | undefined;
  mark: RowMark | undefined;
  slugFlaw?: SlugFlaw | undefined;
  selected: boolean;
  /** A collection that is not made yet has no name to change in HighLevel. */
  made: boolean;
  onOpen: (id: string, mark?: RowMark) => void;
  onRename: (id: string) => void;
  onSelect: (id: string) => void;
};

export const CollectionRow = memo(function CollectionRow(props: RowProps) {
  const { id, name, slug, image, productCount, mark, slugFlaw, selected, made } = props;
  return (
    <div className={classes(styles.row, selected && styles.selected)}>
      <button
        type="button"
        data-row={id}
        tabIndex={selected ? 0 : -1}
        className={styles.main}
        onFocus={() => props.onSelect(id)}
        onClick={({ target }) =>
          // The flag itself leads to the field that needs work.
          props.onOpen(id, target instanceof Element && target.closest('[data-flag]') ? mark : undefined)
        }
      >
        <Thumb name={name} image={image} />
        <span className={styles.who}>
          <span dir="auto" className={styles.name}>
            {name.trim() || t('collections.unnamed')}
          </span>
          {made ? (
            <span dir="ltr" className={styles.slug}>
              /{slug}
            </span>
          ) : (
            <span className={styles.slug}>{t('collections.not_made')}</span>
          )}
        </span>
        {mark && (
          <span data-flag className={styles.flag}>
            <RowFlag mark={mark} slugFlaw={slugFlaw} />
          </span>
        )}
        {productCount !== undefined && (
          <span className={styles.count}>
            <span aria-hidden>{number(productCount)}</span>
            <Unseen>{count('collections.products', productCount)}</Unseen>
          </span>
        )}
      </button>
      {made && (
        <IconButton
          small
          label={t('collections.rename')}
          icon={<Pencil />}
          tabIndex={selected ? 0 : -1}
          className={classes(styles.pencil)}
          onClick={() => props.onRename(id)}
        />
      )}
    </div>
  );
});
