import { catalogue } from './catalogue.ts';

/** Making a formatter costs a hundred times more than using it: each is made once, when it is first needed. */
function once<Value>(make: () => Value): () => Value {
  let made: Value | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** The language of the messages, in the reader's own region where their languages name one (en → en-GB). */
const locale = once(() => {
  const language = catalogue.t('app.language');
  return navigator.languages.find((tag) => tag.split('-')[0] === language) ?? language;
});

const numbers = once(() => new Intl.NumberFormat(locale()));
const plurals = once(() => new Intl.PluralRules(locale()));
const times = once(() => new Intl.DateTimeFormat(locale(), { timeStyle: 'short' }));
const days = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium' }));
const moments = once(() => new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }));
const relative = once(() => new Intl.RelativeTimeFormat(locale(), { numeric: 'auto' }));
const lists = once(() => new Intl.ListFormat(locale(), { type: 'conjunction' }));

/** 1248 → "1,248". */
export const number = (value: number): string => numbers().format(value);

/** The plural form of `n` in the language of the messages. */
export const plural = (n: number): Intl.LDMLPluralRule => plurals().select(n);

/** "Name, slug and image". */
export const list = (items: readonly string[]): string => lists().format(items);

/** ms → "23 Jan 2026". */
export const date = (at: number): string => days().format(at);

/** ms → "23 Jan 2026, 09:57". */
export const dateTime = (at: number): string => moments().format(at);

/** ms → "11:58" on the same day, "yesterday", "23 Jan 2026" before that. */
export function when(at: number, now: number): string {
  const apart = dayOf(now) - dayOf(at);
  if (apart === 0) return times().format(at);
  return apart === 1 ? relative().format(-1, 'day') : date(at);
}

/** A moment to come: ms → "14:05" today, "23 Jan 2026, 14:05" later. */
export const until = (at: number, now: number): string =>
  dayOf(at) === dayOf(now) ? times().format(at) : dateTime(at);

/** ms since → "just now", "2 min ago", "3 h ago", then days. */
export function ago(at: number, now: number): string {
  const minutes = Math.floor(Math.max(0, now - at) / 60_000);
  if (minutes < 1) return catalogue.t('time.now');
  if (minutes < 60) return catalogue.t('time.minutes', { n: number(minutes) });
  if (minutes < 24 * 60) return catalogue.t('time.hours', { n: number(Math.floor(minutes / 60)) });
  return relative().format(-Math.floor(minutes / (24 * 60)), 'day');
}

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
/** Bytes → "2.4 MB". */
export function size(bytes: number): string {
  const step = bytes < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(bytes) / 3));
  const format = { style: 'unit', unit: UNITS[step], maximumFractionDigits: step === 0 ? 0 : 1 } as const;
  return new Intl.NumberFormat(locale(), format).format(bytes / 1000 ** step);
}

/** Local days since the epoch's, so that "yesterday" is the calendar's and not 24 hours. */
function dayOf(at: number): number {
  const day = new Date(at);
  return Math.round(Date.UTC(day.getFullYear(), day.getMonth(), day.getDate()) / 86_400_000);
}
