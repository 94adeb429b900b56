import { type RefObject, useLayoutEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../lib/highlevel/product.ts';
import { connectionOf } from '../../lib/panel/connections.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { useNames } from '../collections/use-names.ts';
import { usePanel } from '../panel/context.ts';
import { Card } from '../ui/card.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Tag } from '../ui/tag.tsx';
import { CollectionPicker } from './collection-picker.tsx';
import { KeptNotes } from './kept-notes.tsx';
import { MemberNotes } from './member-notes.tsx';
import styles from './product-collections.module.css';

/** The collections a product is in, by name. Those of the location in front open, and can be added and taken away. */
export function ProductCollections({
  shop,
  product,
  locationId,
  stale,
}: {
  shop: Shop;
  product: Product;
  /** The location that answered. */
  locationId: string;
  /** It is being asked for again. */
  stale: boolean;
}) {
  const { route, connections } = usePanel();
  const { collectionIds } = product;
  // What is of another location is changed where that location is in front.
  const own = locationId === shop.locationId;
  const connection = useStore(connections, ({ list }) => connectionOf(list, locationId));
  const { moving, finding } = useStore(shop.members, () => shop.members.of(product.id));
  const coming = [...moving.keys()].filter((id) => moving.get(id) === 'add' && !collectionIds?.includes(id));
  const ids = [...new Set([...(collectionIds ?? []), ...coming])];
  const may = own && connection?.lookupOnly !== true;
  const names = useNames(shop, locationId, ids);
  const add = useRef<HTMLButtonElement>(null);
  const { list, take } = useKeptFocus(ids, finding, add);
  return (
    <Card title={t('product.collections')}>
      <div className={styles.line}>
        {ids.length === 0 ? (
          <p className={styles.none}>
            {t(collectionIds === undefined ? 'product.collections_unknown' : 'product.collections_none')}{' '}
            {may && collectionIds === undefined && (
              <LinkButton aria-disabled={finding} onClick={() => void shop.members.find(product)}>
                {t(finding ? 'product.collections_finding' : 'product.collections_find')}
              </LinkButton>
            )}
          </p>
        ) : (
          <ul ref={list} className={styles.list}>
            {ids.map((id) => {
              const name = names.get(id);
              const does = moving.get(id);
              const remove = may && {
                pending: does !== undefined,
                removeLabel: t('product.remove_from', { name: name ?? id }),
                onRemove: () => {
                  take(id);
                  void shop.members.move(product, { id, does: 'remove' });
                },
              };
              return (
                <li key={id}>
                  <Tag {...(own && name !== undefined && { onOpen: () => route.edit(id) })} {...remove}>
                    {name === undefined ? (
                      <>
                        <span className={styles.id}>{id}</span> {t('product.collection_unknown')}
                      </>
                    ) : (
                      <bdi>{name}</bdi>
                    )}
                    {does !== undefined && ` ${t(does === 'add' ? 'product.adding' : 'product.removing')}`}
                  </Tag>
                </li>
              );
            })}
          </ul>
        )}
        {may && (
          <CollectionPicker
            ref={add}
            shop={shop}
            without={ids}
            onPick={(id) => void shop.members.move(product, { id, does: 'add' })}
          />
        )}
      </div>
      <MemberNotes
        shop={shop}
        product={product}
        connection={connection}
        onLeave={() => add.current?.focus()}
      />
      {own && !stale && moving.size === 0 && <KeptNotes shop={shop} product={product} />}
    </Card>
  );
}

/** When a tag somebody takes away goes, the focus goes to its neighbour, or to the button that adds. */
function useKeptFocus(ids: readonly string[], finding: boolean, add: RefObject<HTMLButtonElement | null>) {
  const list = useRef<HTMLUListElement>(null);
  const taken = useRef<string[]>([]);
  const before = useRef(ids);
  const found = useRef(false);
  useLayoutEffect(() => {
    const at = before.current.findIndex((id) => taken.current.includes(id) && !ids.includes(id));
    before.current = ids;
    if (at < 0) return;
    taken.current = taken.current.filter((id) => ids.includes(id));
    if (document.activeElement !== document.body) return;
    const items = list.current?.children ?? [];
    const next = items[Math.min(at, items.length - 1)]?.querySelector<HTMLElement>('button:last-child');
    (next ?? add.current)?.focus();
  });
  // So it does when there is nothing to find out any more.
  useLayoutEffect(() => {
    if (!finding) return;
    return () => {
      found.current = true;
    };
  }, [finding]);
  useLayoutEffect(() => {
    if (found.current && document.activeElement === document.body) add.current?.focus();
    found.current = false;
  });
  return { list, take: (id: string) => void taken.current.push(id) };
}
