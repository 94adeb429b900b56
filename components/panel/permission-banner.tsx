import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { usePanel } from './context.ts';

/** The browser took back a right: one given at install (Firefox: at any time; Chrome: "on click"), or a site's. */
export function PermissionBanner() {
  const { sites } = usePanel();
  const { missing, lost } = useStore(sites);
  const [host] = lost;
  if (missing.length === 0) return host === undefined ? null : <LostSite host={host} />;
  return (
    <Banner
      tone="bad"
      action={
        <Button small onClick={() => void sites.restore()}>
          {t('header.permission_allow')}
        </Button>
      }
    >
      <b>{t('header.permission')}</b> {t('header.permission_text')}
    </Banner>
  );
}

function LostSite({ host }: { host: string }) {
  const { sites } = usePanel();
  return (
    <Banner
      tone="info"
      action={
        <>
          <Button small variant="ghost" onClick={() => sites.forget(host)}>
            {t('header.site_later')}
          </Button>
          <Button small onClick={() => void sites.enable(host)}>
            {t('header.permission_allow')}
          </Button>
        </>
      }
    >
      <b>{t('header.site_lost', { host })}</b> {t('header.site_lost_text')}
    </Banner>
  );
}
