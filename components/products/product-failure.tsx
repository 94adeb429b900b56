import { PackageX } from 'lucide-react';
import { useStore } from 'zustand';
import { collectionsUrl } from '../../lib/highlevel/addresses.ts';
import type { ProductShown } from '../../lib/panel/product.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Remedies } from '../panel/remedies.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { Empty } from '../ui/empty.tsx';

type Failed = Extract<ProductShown, { state: 'failed' }>;

/** Why there is no card, and what to do. */
export function ProductFailure({ shop, shown }: { shop: Shop; shown: Failed }) {
  const { clock, connections } = usePanel();
  const { error, ref, locationId, elsewhere } = shown;
  const location = connections.nameOf(locationId);
  const list = useStore(connections, (state) => state.list);
  const everywhere =
    elsewhere &&
    ref.kind === 'id' &&
    list?.some((other) => other.state === 'ready' && other.locationId !== locationId);
  if (error.code === 'not-found')
    return (
      <Empty icon={<PackageX aria-hidden />} title={t('product.not_found', { location })}>
        {t(everywhere ? 'product.not_found_everywhere' : 'product.not_found_text', { what: ref.value })}
      </Empty>
    );
  // The remedies are about the location in front; this one is another.
  if (locationId !== shop.locationId && error.code === 'not-connected')
    return (
      <Empty
        icon={<PackageX aria-hidden />}
        title={t('product.other_location')}
        action={<ButtonLink href={collectionsUrl(locationId)}>{t('product.other_location_open')}</ButtonLink>}
      >
        {t('product.other_location_text')}
      </Empty>
    );
  const { title, next, said, remedy } = words(error, clock.now());
  return (
    <Empty
      icon={<PackageX aria-hidden />}
      title={title}
      action={<Remedies remedy={remedy} locationId={locationId} onRetry={() => void shop.product.again()} />}
    >
      {next}
      {said !== undefined && <> {t('errors.said', { words: said })}</>}
    </Empty>
  );
}
