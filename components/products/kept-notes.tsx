import { useStore } from 'zustand';
import type { Product } from '../../lib/highlevel/product.ts';
import { type Kept, keptOf } from '../../lib/panel/members-kept.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Note } from '../ui/note.tsx';
import styles from './product-collections.module.css';

const WORDS: Record<`${Kept['how']}-${Kept['does']}`, Key> = {
  'kept-add': 'product.kept_out',
  'kept-remove': 'product.kept_in',
  'back-add': 'product.back_out',
  'back-remove': 'product.back_in',
};

/** Why a product is in a collection, or out of it, against what was done here. */
export function KeptNotes({ shop, product }: { shop: Shop; product: Product }) {
  const { clock } = usePanel();
  const entries = useStore(shop.activity, (state) => state.entries);
  const kept = keptOf(product, entries ?? [], clock.now());
  if (kept.length === 0) return null;
  return (
    <div className={styles.notes}>
      <Note tone="info">
        {kept.map(({ id, does, how }) => (
          <p key={id}>{t(WORDS[`${how}-${does}`], { name: shop.collections.row(id)?.name ?? id })}</p>
        ))}
        <p>{t('product.kept_text')}</p>
      </Note>
    </div>
  );
}
