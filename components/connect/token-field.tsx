import { type KeyboardEvent, type Ref, useState } from 'react';
import type { BridgeError } from '../../lib/bridge/contract.ts';
import type { Clock } from '../../lib/highlevel/clock.ts';
import { cleanToken, readToken } from '../../lib/highlevel/token.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { Field } from '../ui/field.tsx';
import { TokenClaims } from './token-claims.tsx';

type Shape = ReturnType<typeof readToken>;

/** Takes the token out of its field, which is empty from then on. */
export function takeToken(field: HTMLInputElement | null): string {
  const token = cleanToken(field?.value ?? '');
  if (field !== null) {
    field.value = '';
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  return token;
}

/**
 * Where a token is pasted. The page keeps no copy of it: the field is uncontrolled, and of what is in it only
 * an access token's own claims are shown.
 */
export function TokenField({
  ref,
  locationId,
  error,
  sending,
  clock,
  autoFocus,
  onEnter,
}: {
  ref: Ref<HTMLInputElement>;
  locationId: string;
  error: BridgeError | undefined;
  sending: boolean;
  clock: Clock;
  autoFocus?: boolean;
  onEnter: () => void;
}) {
  const [shape, setShape] = useState<Shape>();
  const aboutToken = error !== undefined && !ABOUT_PASSPHRASE.has(error.code) && shape === undefined;
  const said = aboutToken && !sending ? words(error, clock.now()) : undefined;
  const odd = shape?.kind === 'unknown';
  return (
    <Field
      ref={ref}
      type="password"
      autoComplete="off"
      spellCheck={false}
      mono
      label={t('connect.token')}
      autoFocus={autoFocus}
      tone={said ? 'bad' : odd ? 'warn' : undefined}
      {...((said || odd) && {
        hint: said
          ? `${said.title}. ${said.next}${said.said ? ` ${t('errors.said', { words: said.said })}` : ''}`
          : t('connect.shape'),
      })}
      onInput={(event) => {
        const token = cleanToken(event.currentTarget.value);
        setShape(token === '' ? undefined : readToken(token));
      }}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') onEnter();
      }}
    >
      {shape && <TokenClaims shape={shape} locationId={locationId} now={clock.now()} />}
    </Field>
  );
}

const ABOUT_PASSPHRASE: ReadonlySet<BridgeError['code']> = new Set([
  'passphrase-needed',
  'wrong-passphrase',
  'slow-down',
  'locked',
]);
