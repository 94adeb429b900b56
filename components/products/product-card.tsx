import type { ProductShown } from '../../lib/panel/product.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import styles from './product-card.module.css';
import { ProductCollections } from './product-collections.tsx';
import { ProductFacts } from './product-facts.tsx';
import { ProductFooter } from './product-footer.tsx';
import { ProductHead } from './product-head.tsx';
import { ProductVariants } from './product-variants.tsx';

export type Found = Extract<ProductShown, { state: 'found' }>;

/** Everything HighLevel says about a product. */
export function ProductCard({ shop, shown }: { shop: Shop; shown: Found }) {
  const { connections, clock } = usePanel();
  const { product, error } = shown;
  const location = connections.nameOf(shown.locationId);
  const { ref, elsewhere } = shown.question;
  return (
    <>
      <article className={styles.cards}>
        {shown.locationId !== shop.locationId && (
          <Note tone="info">{t('product.elsewhere', { location })}</Note>
        )}
        {elsewhere && ref.kind === 'slug' && <Note tone="info">{t('product.guess', { location })}</Note>}
        {error !== undefined && (
          <Note
            title={words(error, clock.now()).title}
            action={
              <Button small onClick={() => void shop.product.again()}>
                {t('app.retry')}
              </Button>
            }
          >
            {t('product.stale')}
          </Note>
        )}
        <ProductHead product={product} />
        <ProductCollections shop={shop} product={product} locationId={shown.locationId} stale={shown.stale} />
        {product.variants.length > 0 && <ProductVariants variants={product.variants} />}
        <ProductFacts shop={shop} product={product} />
      </article>
      <ProductFooter shown={shown} />
    </>
  );
}
