import { ExternalLink } from 'lucide-react';
import { useState } from 'react';
import { productUrl } from '../../lib/highlevel/addresses.ts';
import { t } from '../../lib/text/t.ts';
import { useOrigin } from '../collections/use-origin.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Footer } from '../ui/footer.tsx';
import type { Found } from './product-card.tsx';
import styles from './product-footer.module.css';

export function ProductFooter({ shown }: { shown: Found }) {
  const { copy, notices } = usePanel();
  const [raw, setRaw] = useState(false);
  const { product, locationId, question } = shown;
  const { storeLink } = question;
  const origin = useOrigin(locationId);
  const json = raw ? JSON.stringify(product.raw, null, 2) : '';
  return (
    <Footer
      end={
        <>
          {storeLink !== undefined && (
            <ButtonLink small href={storeLink}>
              {t('product.open_store')}
            </ButtonLink>
          )}
          <ButtonLink
            small
            icon={<ExternalLink aria-hidden />}
            href={productUrl(locationId, product.id, origin)}
          >
            {t('product.open')}
          </ButtonLink>
        </>
      }
    >
      <Button small variant="ghost" onClick={() => setRaw(true)}>
        {t('product.raw')}
      </Button>
      <Dialog
        open={raw}
        title={t('product.raw_title')}
        onClose={() => setRaw(false)}
        actions={
          <>
            <Button onClick={() => void copy(json).then(() => notices.say(t('product.copied')))}>
              {t('product.raw_copy')}
            </Button>
            <Button variant="primary" onClick={() => setRaw(false)}>
              {t('app.close')}
            </Button>
          </>
        }
      >
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard. */}
        <pre dir="ltr" tabIndex={0} className={styles.json}>
          {json}
        </pre>
      </Dialog>
    </Footer>
  );
}
