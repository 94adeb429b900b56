import type { VaultState } from '../bridge/answers.ts';

export type PassphraseProblem = 'short' | 'differs';

/** Characters a new passphrase needs at least; its strength comes from its length. */
const LEAST = 8;

/** What is wrong with a passphrase before it is sent; one that exists already is the vault's to judge. */
export function passphraseProblem(
  guarded: VaultState['passphrase'],
  passphrase: string,
  again: string,
): PassphraseProblem | undefined {
  if (guarded !== 'none') return undefined;
  if (passphrase.length < LEAST) return 'short';
  return passphrase === again ? undefined : 'differs';
}
