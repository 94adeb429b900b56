import { catalogue } from './catalogue.ts';
import { number, plural } from './format.ts';
import type { CountKey, Key, Values } from './keys.ts';

export type { CountKey, Key, Values } from './keys.ts';

/** The message of this key in the reader's language; `{name}` in it becomes the value of that name. */
export const t = (key: Key, values?: Values): string => catalogue.t(key, values);

/** The form of a message that fits `n` by the language's own rules; `{n}` is the number as it is written there. */
export const count = (key: CountKey, n: number, values: Values = {}): string =>
  catalogue.t(`${key}_${plural(n)}`, { ...values, n: number(n) });
