import { CreditCard, FolderOpen, GraduationCap, SearchX } from 'lucide-react';
import { collectionsUrl } from '../../lib/highlevel/addresses.ts';
import type { ProductShown } from '../../lib/panel/product.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Empty } from '../ui/empty.tsx';

type Other = Extract<ProductShown, { state: 'other' }>;

const KINDS = {
  'payment-link': [CreditCard, 'product.other_payment_link', 'product.other_payment_link_text'],
  course: [GraduationCap, 'product.other_course', 'product.other_course_text'],
  collection: [FolderOpen, 'product.other_collection', 'product.other_collection_text'],
  nothing: [SearchX, 'product.other_nothing', 'product.other_nothing_text'],
} as const;

/** What was given is no product: it is named as what it is. */
export function WhatItIs({ shop, shown }: { shop: Shop; shown: Other }) {
  const { route, connections } = usePanel();
  const { found, id, slug, locationId = shop.locationId } = shown;
  const [Icon, title, text] = KINDS[found];
  // What is another location's is not looked for among this one's.
  const here = locationId === shop.locationId;
  const known = id ?? (slug === undefined ? undefined : shop.collections.slugOwner(slug, '')?.id);
  return (
    <Empty
      icon={<Icon aria-hidden />}
      title={t(title)}
      action={
        found === 'collection' &&
        (!here ? (
          <ButtonLink href={collectionsUrl(locationId)}>{t('product.other_location_open')}</ButtonLink>
        ) : known !== undefined ? (
          <Button onClick={() => route.edit(known)}>{t('product.other_collection_open')}</Button>
        ) : (
          slug !== undefined && (
            <Button
              onClick={() => {
                shop.collections.search(slug);
                route.show('collections');
              }}
            >
              {t('product.other_collection_search')}
            </Button>
          )
        ))
      }
    >
      {found === 'collection' && !here
        ? t('product.other_collection_elsewhere', { location: connections.nameOf(locationId) })
        : t(text)}
    </Empty>
  );
}
