import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../lib/highlevel/product.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './product-collections.module.css';

/** The collections a product is in, by name; those of the location in front open. */
export function ProductCollections({
  shop,
  product,
  locationId,
}: {
  shop: Shop;
  product: Product;
  /** The location that answered. */
  locationId: string;
}) {
  const { route } = usePanel();
  const { collectionIds } = product;
  const own = locationId === shop.locationId;
  const names = useNames(shop, locationId, collectionIds);
  return (
    <Card title={t('product.collections')}>
      {collectionIds === undefined || collectionIds.length === 0 ? (
        <p className={styles.none}>
          {t(collectionIds === undefined ? 'product.collections_unknown' : 'product.collections_none')}
        </p>
      ) : (
        <ul className={styles.list}>
          {collectionIds.map((id) => {
            const name = names.get(id);
            return (
              <li key={id}>
                {name === undefined ? (
                  <Tag>
                    <span className={styles.id}>{id}</span> {t('product.collection_unknown')}
                  </Tag>
                ) : (
                  <Tag {...(own && { onOpen: () => route.edit(id) })}>
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

/** Names as the device knows them. Those of the location in front change with the list. */
function useNames(
  { collections, locationId: own }: Shop,
  locationId: string,
  ids: readonly string[] | undefined,
): ReadonlyMap<string, string> {
  const { replica } = usePanel();
  const [read, setRead] = useState<ReadonlyMap<string, string>>(new Map());
  useStore(collections, (state) => state.entries);
  useEffect(() => {
    if (ids === undefined) return;
    let wanted = true;
    replica.get(locationId, ids).then(
      (rows) => wanted && setRead(new Map(rows.map(({ id, name }) => [id, name]))),
      () => {},
    );
    return () => {
      wanted = false;
    };
  }, [replica, locationId, ids]);
  if (locationId !== own) return read;
  return new Map(
    (ids ?? []).flatMap((id) => {
      const name = collections.row(id)?.name ?? read.get(id);
      return name === undefined ? [] : [[id, name] as const];
    }),
  );
}
