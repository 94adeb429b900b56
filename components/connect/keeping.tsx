import type { KeyboardEvent, RefObject } from 'react';
import type { Keep, VaultState } from '../../lib/bridge/answers.ts';
import type { BridgeError } from '../../lib/bridge/contract.ts';
import type { PassphraseProblem } from '../../lib/panel/passphrase.ts';
import { type Key, t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Choice } from '../ui/choice.tsx';
import { Field } from '../ui/field.tsx';
import styles from './keeping.module.css';

const WAYS: [Keep, title: Key, text: Key][] = [
  ['memory', 'connect.memory', 'connect.memory_text'],
  ['device', 'connect.device', 'connect.device_text'],
  ['passphrase', 'connect.passphrase', 'connect.passphrase_text'],
];

const PROBLEMS: Record<PassphraseProblem, Key> = {
  short: 'connect.passphrase_short',
  differs: 'connect.passphrase_differs',
};

/** The three ways to keep a token, and the passphrase where one is needed. */
export function Keeping({
  keep,
  onKeep,
  guarded,
  wrong,
  error,
  passphrase,
  again,
  onEnter,
}: {
  keep: Keep;
  onKeep: (keep: Keep) => void;
  /** Whether there is a passphrase already. */
  guarded: VaultState['passphrase'];
  wrong: PassphraseProblem | undefined;
  error: BridgeError | undefined;
  passphrase: RefObject<HTMLInputElement | null>;
  again: RefObject<HTMLInputElement | null>;
  onEnter: () => void;
}) {
  return (
    <fieldset className={styles.keeping}>
      <legend className={styles.legend}>{t('connect.keep')}</legend>
      {WAYS.map(([way, title, text]) => (
        <Choice key={way} name="keep" title={t(title)} checked={keep === way} onChange={() => onKeep(way)}>
          {t(text)}
          {way === 'device' && keep === 'device' && (
            <span className={styles.more}>{t('connect.device_more')}</span>
          )}
        </Choice>
      ))}
      {keep === 'passphrase' && guarded === 'unlocked' && (
        <p className={styles.open}>{t('connect.passphrase_open')}</p>
      )}
      {keep === 'passphrase' && guarded !== 'unlocked' && (
        <Passphrase {...{ guarded, wrong, error, passphrase, again, onEnter }} />
      )}
    </fieldset>
  );
}

function Passphrase({
  guarded,
  wrong,
  error,
  passphrase,
  again,
  onEnter,
}: Omit<Parameters<typeof Keeping>[0], 'keep' | 'onKeep'>) {
  const { clock } = usePanel();
  const fresh = guarded === 'none';
  const refused =
    error && /passphrase|slow-down|locked/.test(error.code) ? words(error, clock.now()) : undefined;
  const problem = wrong ? t(PROBLEMS[wrong]) : refused && `${refused.title}. ${refused.next}`;
  const common = {
    type: 'password',
    autoComplete: 'off',
    onKeyDown: (event: KeyboardEvent) => {
      if (event.key === 'Enter') onEnter();
    },
  } as const;
  return (
    <>
      <Field
        {...common}
        ref={passphrase}
        label={t(fresh ? 'connect.passphrase_new' : 'connect.passphrase_known')}
        tone={problem ? 'bad' : undefined}
        {...((problem || fresh) && { hint: problem || t('connect.passphrase_hint') })}
      />
      {fresh && <Field {...common} ref={again} label={t('connect.passphrase_again')} />}
    </>
  );
}
