import { useStore } from 'zustand';
import { t } from '../../lib/text/t.ts';
import { Banner } from '../ui/banner.tsx';
import { Button } from '../ui/button.tsx';
import { usePanel } from './context.ts';

/** The browser took back a right that was given at install (Firefox: at any time; Chrome: "on click"). */
export function PermissionBanner() {
  const { sites } = usePanel();
  const missing = useStore(sites, (state) => state.missing);
  if (missing.length === 0) return null;
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
