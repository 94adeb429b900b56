import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { useShop } from '../collections/use-shop.ts';
import { usePanel } from '../panel/context.ts';
import { SearchField } from '../ui/search-field.tsx';
import { ProductCard } from './product-card.tsx';
import { ProductFailure } from './product-failure.tsx';
import { ProductSkeleton } from './product-skeleton.tsx';
import styles from './product-tab.module.css';
import { ProductWelcome } from './product-welcome.tsx';
import { WhatItIs } from './what-it-is.tsx';

/** What is this product? */
export function ProductTab() {
  const shop = useShop();
  return shop && <ProductLookup key={shop.locationId} shop={shop} />;
}

function ProductLookup({ shop }: { shop: Shop }) {
  const { route } = usePanel();
  const { product } = shop;
  const text = useStore(product, (state) => state.text);
  const wish = useStore(route, (state) => state.lookup);
  useEffect(() => {
    if (wish !== undefined) void shop.grant(wish);
  }, [wish, shop]);
  return (
    <div className={styles.screen}>
      <form
        className={styles.bar}
        onSubmit={(event) => {
          event.preventDefault();
          void product.lookUp();
        }}
      >
        <SearchField
          label={t('product.field')}
          value={text}
          mono={/^[0-9a-f]{24}$/.test(text.trim())}
          onValue={(value) => (value === '' ? product.clear() : product.write(value))}
          onPaste={(event) => {
            const pasted = event.clipboardData.getData('text').trim();
            const { value, selectionStart, selectionEnd } = event.currentTarget;
            // What replaces the whole field is looked up at once.
            if (pasted === '' || (selectionStart !== 0 && value !== '') || selectionEnd !== value.length)
              return;
            event.preventDefault();
            void product.lookUp(pasted);
          }}
        />
      </form>
      <Shown shop={shop} />
    </div>
  );
}

function Shown({ shop }: { shop: Shop }) {
  const shown = useStore(shop.product, (state) => state.shown);
  switch (shown.state) {
    case 'nothing':
      return <ProductWelcome shop={shop} />;
    case 'asking':
      return <ProductSkeleton what={shown.ref.value} />;
    case 'found':
      return <ProductCard key={shown.product.id} shop={shop} shown={shown} />;
    case 'failed':
      return <ProductFailure shop={shop} shown={shown} />;
    case 'other':
      return <WhatItIs shop={shop} shown={shown} />;
  }
}
