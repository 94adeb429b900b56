import { Check, CircleDashed, X } from 'lucide-react';
import type { Rights as RightsOf } from '../../lib/bridge/answers.ts';
import { SCOPES } from '../../lib/highlevel/errors.ts';
import { t } from '../../lib/text/t.ts';
import { scopeName } from '../../lib/text/words.ts';
import { classes } from '../ui/classes.ts';
import styles from './rights.module.css';

const LOOKS = {
  yes: { icon: Check, text: 'connect.yes' },
  no: { icon: X, text: 'connect.no' },
  unknown: { icon: CircleDashed, text: 'connect.unknown' },
} as const;

/** What a token may do: yes, no or not tried yet, for each right as HighLevel names it. */
export function Rights({ rights }: { rights: RightsOf }) {
  return (
    <dl className={styles.rights}>
      {SCOPES.map((scope) => {
        const right = rights[scope];
        const { icon: Icon, text } = LOOKS[right];
        return (
          <div key={scope} className={styles.row}>
            <dt>{scopeName(scope)}</dt>
            <dd className={classes(styles.right, styles[right])}>
              <Icon aria-hidden />
              {t(text)}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
