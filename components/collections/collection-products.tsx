import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../lib/highlevel/product.ts';
import {
  type CollectionProductsStore,
  createCollectionProducts,
} from '../../lib/panel/collection-products.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { number } from '../../lib/text/format.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Remedies } from '../panel/remedies.tsx';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { Unseen } from '../ui/unseen.tsx';
import styles from './collection-products.module.css';
import { Thumb } from './thumb.tsx';

/** The products of a collection, asked for when somebody wants to see them: the editor waits for none of it. */
export function CollectionProducts({
  shop,
  collectionId,
  known,
}: {
  shop: Shop;
  collectionId: string;
  /** How many there are, as far as the device knows. */
  known: number | undefined;
}) {
  const { call } = usePanel();
  const [products] = useState(() =>
    createCollectionProducts({ call, locationId: shop.locationId, collectionId }),
  );
  const total = useStore(products, ({ more, rows, total: told }) => (more ? (told ?? known) : rows.length));
  return (
    <details
      className={styles.details}
      onToggle={(event) => {
        const { rows } = products.getState();
        if (event.currentTarget.open && rows.length === 0) void products.load();
      }}
    >
      <summary className={styles.summary}>
        <ChevronRight aria-hidden className={styles.chevron} />
        {t('editor.products')}
        {total !== undefined && <span className={styles.count}>{number(total)}</span>}
      </summary>
      <Rows shop={shop} products={products} expected={known ?? 3} />
    </details>
  );
}

function Rows({
  shop,
  products,
  expected,
}: {
  shop: Shop;
  products: CollectionProductsStore;
  expected: number;
}) {
  const { clock } = usePanel();
  const { rows, loading, error, more, total } = useStore(products);
  const load = () => void products.load();
  const wrong = error && words(error, clock.now());
  return (
    <>
      {rows.length > 0 && (
        <ul className={styles.list} aria-label={t('editor.products')}>
          {rows.map((product) => (
            <ProductRow key={product.id} shop={shop} product={product} />
          ))}
        </ul>
      )}
      {rows.length === 0 && loading && <Waiting rows={Math.min(Math.max(expected, 1), 6)} />}
      {rows.length === 0 && !loading && !more && <p className={styles.none}>{t('editor.products_none')}</p>}
      {wrong && (
        <Note
          tone="bad"
          title={wrong.title}
          action={<Remedies remedy={wrong.remedy} locationId={shop.locationId} onRetry={load} />}
        >
          {wrong.next}
        </Note>
      )}
      {rows.length > 0 && more && !wrong && (
        <div className={styles.more}>
          <Button small aria-disabled={loading} onClick={load}>
            {t(loading ? 'editor.products_asking' : 'editor.products_more')}
          </Button>
          {total !== undefined && (
            <span className={styles.none}>
              {t('editor.products_some', { n: number(rows.length), total: number(total) })}
            </span>
          )}
        </div>
      )}
    </>
  );
}

function ProductRow({ shop, product: { id, name, image, slug } }: { shop: Shop; product: Product }) {
  const { route } = usePanel();
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        onClick={() => {
          route.show('product');
          void shop.product.lookUp(id, true);
        }}
      >
        <Thumb name={name} image={image ?? ''} />
        <span className={styles.who}>
          <span dir="auto" className={styles.name}>
            {name}
          </span>
          <span dir="ltr" className={styles.slug}>
            {slug === undefined || slug === '' ? id : `/${slug}`}
          </span>
        </span>
      </button>
    </li>
  );
}

function Waiting({ rows }: { rows: number }) {
  return (
    <div>
      <Unseen>{t('editor.products_loading')}</Unseen>
      {Array.from({ length: rows }, (_, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they are all the same.
        <div key={row} className={styles.row} aria-hidden>
          <span className={styles.thumb} />
          <span className={styles.who}>
            <Skeleton width="55%" />
          </span>
        </div>
      ))}
    </div>
  );
}
