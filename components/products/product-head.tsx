import { Image as ImageIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Product } from '../../lib/highlevel/product.ts';
import { textOfHtml } from '../../lib/panel/product-view.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { Card } from '../ui/card.tsx';
import { Flag } from '../ui/flag.tsx';
import { LinkButton } from '../ui/link.tsx';
import { Tag } from '../ui/tag.tsx';
import styles from './product-head.module.css';

const TYPES: Record<string, Key> = {
  PHYSICAL: 'product.type_PHYSICAL',
  DIGITAL: 'product.type_DIGITAL',
  SERVICE: 'product.type_SERVICE',
  'PHYSICAL/DIGITAL': 'product.type_both',
};

/**
 * DOMParser runs no script and loads nothing. Inside a template not even attributes are looked at: the browser would
 * complain of every `style` in a description.
 */
const parse = (html: string) => {
  const inert = html.replace(/<\/?template/gi, '<i');
  const page = new DOMParser().parseFromString(`<template>${inert}</template>`, 'text/html');
  return page.querySelector('template')?.content ?? page;
};

/** The picture, the name, what kind of thing it is and what it says about itself. */
export function ProductHead({ product }: { product: Product }) {
  const { name, productType, availableInStore, image = '', description = '' } = product;
  const [broken, setBroken] = useState(false);
  const text = useMemo(() => textOfHtml(description, parse), [description]);
  const type = TYPES[productType];
  const shows = /^https:/i.test(image) && !broken;
  return (
    <Card>
      <div className={styles.image}>
        {shows ? (
          <img
            src={image}
            alt={t('product.image_alt', { name })}
            referrerPolicy="no-referrer"
            onError={() => setBroken(true)}
          />
        ) : (
          <ImageIcon aria-label={t('product.no_image')} />
        )}
      </div>
      {/^http:/i.test(image) && <p className={styles.note}>{t('product.image_http')}</p>}
      <div className={styles.line}>
        <h2 dir="auto" className={styles.name}>
          {name}
        </h2>
        {availableInStore !== undefined && (
          <Flag tone={availableInStore ? 'ok' : 'warn'}>
            {t(availableInStore ? 'product.in_store' : 'product.not_in_store')}
          </Flag>
        )}
        <Tag>{type === undefined ? productType : t(type)}</Tag>
      </div>
      {text !== '' && <Description text={text} />}
    </Card>
  );
}

const LONG = 280;
/** More never fits into the lines that are shown at first, and laying it out would cost. */
const FIRST = 1_500;

function Description({ text }: { text: string }) {
  const [all, setAll] = useState(false);
  const long = text.length > LONG || text.split('\n').length > 6;
  const shown = all || !long ? text : text.slice(0, FIRST);
  return (
    <>
      <p dir="auto" className={all || !long ? styles.description : `${styles.description} ${styles.clamped}`}>
        {shown}
      </p>
      {long && (
        <LinkButton aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'product.less' : 'product.more')}
        </LinkButton>
      )}
    </>
  );
}
