import { privateIntegrationsUrl } from '../../lib/highlevel/addresses.ts';
import { t } from '../../lib/text/t.ts';
import type { Remedy } from '../../lib/text/words.ts';
import { Button } from '../ui/button.tsx';
import { ButtonLink } from '../ui/button-link.tsx';
import { usePanel } from './context.ts';

/** The button, or two, that a problem's words speak of. */
export function Remedies({
  remedy,
  locationId,
  onRetry,
}: {
  remedy: Remedy;
  locationId: string;
  onRetry: () => void;
}) {
  const { route } = usePanel();
  const retry = (
    <Button small onClick={onRetry}>
      {t('app.retry')}
    </Button>
  );
  switch (remedy) {
    case 'connect':
    case 'replace':
      return (
        <Button small onClick={() => route.ask('replace')}>
          {t('header.replace')}
        </Button>
      );
    case 'scopes':
      return (
        <>
          <ButtonLink small href={privateIntegrationsUrl(locationId)}>
            {t('header.scopes')}
          </ButtonLink>
          {retry}
        </>
      );
    case 'retry':
      return retry;
    case 'unlock':
    case 'none':
      return null;
  }
}
