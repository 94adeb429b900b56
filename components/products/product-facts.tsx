import type { ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Product } from '../../lib/highlevel/product.ts';
import { labelSpan, timeOf } from '../../lib/panel/product-view.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { date, dateTime } from '../../lib/text/format.ts';
import { count, t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Card } from '../ui/card.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Tag } from '../ui/tag.tsx';
import { CopyButton } from './copy-button.tsx';
import { type Fact, Facts } from './facts.tsx';

/** Everything else HighLevel says about it. What it did not say has no row, but tax: that is a state. */
export function ProductFacts({ shop, product }: { shop: Shop; product: Product }) {
  const { clock, connections: names } = usePanel();
  const wishlist = useStore(shop.product, (state) => state.wishlist);
  const copied = (key: string, name: string, value: string | undefined): Fact | undefined =>
    value === undefined || value === ''
      ? undefined
      : {
          key,
          name,
          mono: true,
          value: (
            <>
              <span dir="ltr">{value}</span>
              <CopyButton what={name} text={value} />
            </>
          ),
        };
  const plain = (key: string, name: string, value: string | undefined): Fact | undefined =>
    value === undefined || value === '' ? undefined : { key, name, value };
  const named = (locationId: string) => {
    const name = names.nameOf(locationId);
    return name === locationId ? undefined : name;
  };
  const { label, statementDescriptor, automaticTaxCategoryId } = product;
  const rows = [
    copied('id', t('product.id'), product.id),
    copied('slug', t('product.slug'), product.slug),
    label && {
      key: 'label',
      name: t('product.label'),
      value: (
        <>
          <Tag>
            <bdi>{label.title}</bdi>
          </Tag>
          {spanWords(label, clock.now())}
        </>
      ),
    },
    plain('statement', t('product.statement'), statementDescriptor),
    { key: 'taxes', name: t('product.taxes'), value: taxWords(product) },
    copied('category', t('product.tax_category'), automaticTaxCategoryId),
    plain('location-name', t('product.location'), named(product.locationId)),
    copied('location', t('product.location_id'), product.locationId),
    { key: 'wishlist', name: t('product.wishlist'), value: wishlistWords() },
    plain('created', t('product.created'), moment(product.createdAt)),
    plain('updated', t('product.updated'), moment(product.updatedAt)),
  ];
  function wishlistWords(): ReactNode {
    if (wishlist === undefined)
      return (
        <LinkButton onClick={() => void shop.product.askWishlist()}>{t('product.wishlist_ask')}</LinkButton>
      );
    if (wishlist.state === 'asking') return t('product.wishlist_asking');
    if (wishlist.fields.length === 0) return t('product.wishlist_none');
    return wishlist.fields.map(([name, value]) => `${name}: ${value}`).join(', ');
  }

  return (
    <Card>
      <Facts rows={rows.filter((row) => row !== undefined)} />
    </Card>
  );
}

function moment(iso: string | undefined): string | undefined {
  const at = timeOf(iso);
  return at === undefined ? iso : dateTime(at);
}

function spanWords(label: NonNullable<Product['label']>, now: number): string {
  const span = labelSpan(label, now);
  switch (span.kind) {
    case 'always':
      return '';
    case 'until':
      return t('product.label_until', { end: date(span.end) });
    case 'ended':
      return t('product.label_ended', { end: date(span.end) });
    case 'since':
      return t('product.label_since', { start: date(span.start) });
    case 'from':
      return t('product.label_from', { start: date(span.start) });
    case 'between':
      return t('product.label_between', { start: date(span.start), end: date(span.end) });
  }
}

function taxWords({ isTaxesEnabled, taxes, automaticTaxCategoryId }: Product): string {
  if (isTaxesEnabled === undefined) return t('product.taxes_unknown');
  if (!isTaxesEnabled) return t('product.taxes_off');
  const names = taxes.flatMap(({ name }) => name ?? []);
  const rates =
    taxes.length === 0
      ? automaticTaxCategoryId === undefined
        ? undefined
        : t('product.taxes_automatic')
      : count('product.rates', taxes.length);
  return [t('product.taxes_on'), rates, ...names].filter((part) => part !== undefined).join(' · ');
}
