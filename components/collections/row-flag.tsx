import type { SlugFlaw } from '../../lib/catalog/flags.ts';
import type { RowMark } from '../../lib/panel/collections-state.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { Flag } from '../ui/flag.tsx';

const LOOKS = {
  saving: ['ok', 'collections.flag_saving'],
  'not-saved': ['bad', 'collections.flag_not_saved'],
  draft: ['ok', 'collections.flag_draft'],
  slug: ['bad', 'collections.flag_slug_characters'],
  empty: ['warn', 'collections.flag_empty'],
  'no-image': ['warn', 'collections.flag_no_image'],
  'no-seo': ['warn', 'collections.flag_no_seo'],
} as const satisfies Record<RowMark, readonly ['ok' | 'warn' | 'bad', Key]>;

const SLUGS = {
  missing: 'collections.flag_slug_missing',
  characters: 'collections.flag_slug_characters',
  taken: 'collections.flag_slug_taken',
} as const satisfies Record<SlugFlaw, Key>;

/** The one thing a row says about itself. */
export function RowFlag({ mark, slugFlaw }: { mark: RowMark; slugFlaw: SlugFlaw | undefined }) {
  const [tone, key] = LOOKS[mark];
  return <Flag tone={tone}>{t(mark === 'slug' && slugFlaw !== undefined ? SLUGS[slugFlaw] : key)}</Flag>;
}
