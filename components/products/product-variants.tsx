import type { Product } from '../../lib/highlevel/product.ts';
import { t } from '../../lib/text/t.ts';
import { Card } from '../ui/card.tsx';
import { Tag } from '../ui/tag.tsx';
import { Facts } from './facts.tsx';

export function ProductVariants({ variants }: { variants: Product['variants'] }) {
  return (
    <Card title={t('product.variants')}>
      <Facts
        rows={variants.map(({ id, name, options }) => ({
          key: id,
          name,
          value:
            options.length === 0
              ? t('product.variant_empty')
              : options.map((option) => (
                  <Tag key={option.id}>
                    <bdi>{option.name}</bdi>
                  </Tag>
                )),
        }))}
      />
    </Card>
  );
}
