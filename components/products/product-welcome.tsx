import { PackageSearch } from 'lucide-react';
import { useStore } from 'zustand';
import type { Shop } from '../../lib/panel/shop.ts';
import { when } from '../../lib/text/format.ts';
import { t } from '../../lib/text/t.ts';
import { Thumb } from '../collections/thumb.tsx';
import { usePanel } from '../panel/context.ts';
import { Empty } from '../ui/empty.tsx';
import styles from './product-welcome.module.css';

/** Before anything is looked up: what can be, and what was lately. */
export function ProductWelcome({ shop }: { shop: Shop }) {
  const { clock } = usePanel();
  const recents = useStore(shop.product, (state) => state.recents);
  if (recents.length === 0)
    return (
      <Empty icon={<PackageSearch aria-hidden />} title={t('product.intro')}>
        {t('product.intro_text')}
      </Empty>
    );
  return (
    <section className={styles.recent} aria-labelledby="recent-products">
      <h2 id="recent-products" className={styles.title}>
        {t('product.recent')}
      </h2>
      <ul className={styles.list}>
        {recents.map(({ id, name, image, at }) => (
          <li key={id}>
            <button type="button" className={styles.item} onClick={() => void shop.product.lookUp(id, true)}>
              <Thumb name={name} image={image ?? ''} />
              <span className={styles.who}>
                <span dir="auto" className={styles.name}>
                  {name}
                </span>
                <span className={styles.id}>{id}</span>
              </span>
              <span className={styles.when}>{when(at, clock.now())}</span>
            </button>
          </li>
        ))}
      </ul>
      <p className={styles.hint}>{t('product.intro_text')}</p>
    </section>
  );
}
