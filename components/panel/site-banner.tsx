import { useState } from 'react';
import { useStore } from 'zustand';
import { offeredHost } from '../../lib/panel/sites.ts';
import { t } from '../../lib/text/t.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { usePanel } from './context.ts';

/** A click let us see an agency's own domain: offer to know it from now on. Asked once; "not now" is kept in Settings. */
export function SiteBanner() {
  const { tab, sites } = usePanel();
  const { url, place } = useStore(tab);
  const state = useStore(sites);
  const [refused, setRefused] = useState<string>();
  const host = offeredHost(url, place, state, sites.required);
  if (host === undefined) return null;
  return (
    <Banner
      tone="info"
      action={
        <>
          <Button small variant="ghost" onClick={() => sites.decline(host)}>
            {t('header.site_later')}
          </Button>
          <Button
            small
            onClick={() => {
              void sites.enable(host).then((granted) => setRefused(granted ? undefined : host));
            }}
          >
            {t('header.site_enable')}
          </Button>
        </>
      }
    >
      <b>{t('header.site_title', { host })}</b>{' '}
      {t(refused === host ? 'header.site_refused' : 'header.site_text')}
    </Banner>
  );
}
