import { CreditCard, FolderOpen, GraduationCap, SearchX } from 'lucide-react';
import type { ProductShown } from '../../lib/panel/product.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
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
  const { route } = usePanel();
  const { found, id, slug } = shown;
  const [Icon, title, text] = KINDS[found];
  const known = id ?? (slug === undefined ? undefined : shop.collections.slugOwner(slug, '')?.id);
  return (
    <Empty
      icon={<Icon aria-hidden />}
      title={t(title)}
      action={
        found === 'collection' &&
        (known !== undefined ? (
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
      {t(text)}
    </Empty>
  );
}
