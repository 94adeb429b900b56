import { SCOPES } from '../../lib/highlevel/errors.ts';
import type { readToken } from '../../lib/highlevel/token.ts';
import { list, until } from '../../lib/text/format.ts';
import { t } from '../../lib/text/t.ts';
import { scopeName } from '../../lib/text/words.ts';
import { Note } from '../ui/note.tsx';
import styles from './token-claims.module.css';

/** What an access token says about itself: whose it is, what it may do, until when. Nothing for other tokens. */
export function TokenClaims({
  shape,
  locationId,
  now,
}: {
  shape: ReturnType<typeof readToken>;
  locationId: string;
  /** ms */
  now: number;
}) {
  if (shape.kind !== 'oauth' && shape.kind !== 'oauth-agency') return null;
  const { expiresAt } = shape;
  const ended = expiresAt !== undefined && expiresAt <= now;
  const other = shape.locationId !== undefined && shape.locationId !== locationId;
  const scopes = SCOPES.filter((scope) => shape.scopes?.includes(scope)).map(scopeName);
  return (
    <div className={styles.claims}>
      <Note tone={ended || other ? 'bad' : 'info'} title={t('connect.oauth')}>
        {shape.kind === 'oauth-agency' && <p>{t('connect.oauth_agency')}</p>}
        {shape.locationId !== undefined && (
          <p>{t(other ? 'connect.oauth_elsewhere' : 'connect.oauth_location', { id: shape.locationId })}</p>
        )}
        {scopes.length > 0 && <p>{list(scopes)}</p>}
        {expiresAt !== undefined && (
          <p>{t(ended ? 'connect.oauth_ended' : 'connect.oauth_ends', { time: until(expiresAt, now) })}</p>
        )}
      </Note>
    </div>
  );
}
