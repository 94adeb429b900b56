import type { Flag } from '../../lib/catalog/flags.ts';
import { parseQuery, toggleFlag } from '../../lib/catalog/search.ts';
import { t } from '../../lib/text/t.ts';
import { Chip } from '../ui/chip.tsx';
import styles from './flag-chips.module.css';

/** In the order of the design: what is missed most, first. */
const CHIPS = [
  ['no-seo', 'collections.flag_no_seo'],
  ['no-image', 'collections.flag_no_image'],
  ['slug', 'collections.flag_slug'],
  ['empty', 'collections.flag_empty'],
] as const satisfies readonly (readonly [Flag, string])[];

/** The filters behind `is:…`, with how many collections of the whole location each would show. */
export function FlagChips({
  query,
  counts,
  onQuery,
}: {
  query: string;
  /** Absent while not everything has been read. */
  counts: Readonly<Record<Flag, number>> | undefined;
  onQuery: (query: string) => void;
}) {
  const { flags } = parseQuery(query);
  const without = flags.reduce(toggleFlag, query);
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset's legend would stand in the way of the chips.
    <div role="group" aria-label={t('collections.filters')} className={styles.chips}>
      <Chip pressed={flags.length === 0} onClick={() => onQuery(without)}>
        <b>{t('collections.all')}</b>
      </Chip>
      {CHIPS.map(([flag, name]) => (
        <Chip
          key={flag}
          pressed={flags.includes(flag)}
          count={counts?.[flag]}
          onClick={() => onQuery(toggleFlag(flags.includes(flag) ? query : without, flag))}
        >
          {t(name)}
        </Chip>
      ))}
    </div>
  );
}
