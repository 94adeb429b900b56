import { Pencil } from 'lucide-react';
import { memo, useState } from 'react';
import type { SlugFlaw } from '../../lib/catalog/flags.ts';
import type { RowMark } from '../../lib/panel/collections-state.ts';
import { showsAnything } from '../../lib/panel/collections-view.ts';
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
  /** The name as it is written in a draft. */
  draftName: string | undefined;
  selected: boolean;
  /** In HighLevel, not made there yet, or there no more: only the first has a name to change. */
  state: 'made' | 'new' | 'gone';
  onOpen: (id: string, mark?: RowMark) => void;
  onRename: (id: string) => void;
  onSelect: (id: string) => void;
};

export const CollectionRow = memo(function CollectionRow(props: RowProps) {
  const { id, name, slug, image, productCount, mark, slugFlaw, draftName, selected, state } = props;
  const made = state === 'made';
  // Drawn when it can be seen: with every row it would be half of what a keystroke in the search draws.
  const [near, setNear] = useState(false);
  const pencil = made && (near || selected);
  const renamed = made && draftName !== undefined && draftName !== name;
  return (
    <div
      className={classes(styles.row, selected && styles.selected, pencil && styles.drawn)}
      // Not its entering, which React misses where a row comes up under a resting pointer.
      onPointerOver={() => setNear(true)}
    >
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
            {showsAnything(name) ? name : t(state === 'new' ? 'collections.unnamed' : 'collections.no_name')}
          </span>
          {made ? (
            <span dir="ltr" className={styles.slug}>
              /{slug}
              {renamed && (
                <>
                  {' → '}
                  <bdi>{draftName}</bdi>
                </>
              )}
            </span>
          ) : (
            <span className={styles.slug}>
              {t(state === 'new' ? 'collections.not_made' : 'collections.not_there')}
            </span>
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
          icon={pencil && <Pencil />}
          tabIndex={selected ? 0 : -1}
          className={classes(styles.pencil)}
          onClick={() => props.onRename(id)}
        />
      )}
    </div>
  );
});
