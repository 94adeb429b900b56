import { privateIntegrationsUrl } from '../../lib/highlevel/addresses.ts';
import { SCOPES } from '../../lib/highlevel/errors.ts';
import { t } from '../../lib/text/t.ts';
import { useOrigin } from '../collections/use-origin.ts';
import { Link } from '../ui/link.tsx';
import { Rich } from '../ui/rich.tsx';
import styles from './steps.module.css';

/** What to do in HighLevel, with a link to this location's own page, on the domain the tab is on. */
export function Steps({ locationId }: { locationId: string }) {
  const origin = useOrigin(locationId);
  const page = <Link href={privateIntegrationsUrl(locationId, origin)}>{t('connect.step_open_link')}</Link>;
  return (
    <ol className={styles.steps}>
      <li>
        <span>
          <Rich text="connect.step_open" values={{ link: page }} />
        </span>
      </li>
      <li>
        <span>
          <Rich text="connect.step_tick" />
          <span className={styles.scopes} translate="no">
            {SCOPES.join(', ')}
          </span>
        </span>
      </li>
      <li>
        <span>{t('connect.step_copy')}</span>
      </li>
    </ol>
  );
}
