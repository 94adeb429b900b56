import type { Screen } from '../../lib/panel/screen.ts';
import { DraftBanner } from './draft-banner.tsx';
import { PermissionBanner } from './permission-banner.tsx';
import { ProblemBanner } from './problem-banner.tsx';
import { SiteBanner } from './site-banner.tsx';

/** What must be known before anything else, in the order in which it matters. */
export function Banners({ screen }: { screen: Screen }) {
  return (
    <>
      <PermissionBanner />
      <DraftBanner />
      {screen === 'tabs' && <ProblemBanner />}
      <SiteBanner />
    </>
  );
}
