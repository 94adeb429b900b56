import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../lib/highlevel/product.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './product-collections.module.css';

/** The collections a product is in, by name; each opens. */
export function ProductCollections({ shop, product, own }: { shop: Shop; product: Product; own: boolean }) {
  const { route } = usePanel();
  const { collections } = shop;
  const { collectionIds } = product;
  // Names may change, or arrive, while the card is open.
  useStore(collections, (state) => state.entries);
  useEffect(() => {
    if (own && collectionIds !== undefined) void collections.fetch(collectionIds);
  }, [own, collectionIds, collections]);
  return (
    <Card title={t('product.collections')}>
      {collectionIds === undefined || collectionIds.length === 0 ? (
        <p className={styles.none}>
          {t(collectionIds === undefined ? 'product.collections_unknown' : 'product.collections_none')}
        </p>
      ) : (
        <ul className={styles.list}>
          {collectionIds.map((id) => {
            const name = own ? collections.row(id)?.name : undefined;
            return (
              <li key={id}>
                {name === undefined ? (
                  <Tag>
                    <span className={styles.id}>{id}</span> {own && t('product.collection_unknown')}
                  </Tag>
                ) : (
                  <Tag onOpen={() => route.edit(id)}>
                    <bdi>{name}</bdi>
                  </Tag>
                )}
              </li>
            );
          })}
        </ul>
      )}
    </Card>
  );
}
