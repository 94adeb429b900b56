import { browser } from '#imports';
import type { Values } from './keys.ts';

/** The build knows the messages by name and so lets none be asked for by another text. */
const browsers: { getMessage(name: string): string } = browser.i18n;
const messages = new Map<string, string>();

/** Asking the browser costs more than a list of rows can spend on every word: each message is asked for once. */
function messageOf(key: string): string {
  const known = messages.get(key);
  if (known !== undefined) return known;
  const message = browsers.getMessage(key.replaceAll('.', '_'));
  if (message !== '') messages.set(key, message);
  return message;
}

/** The messages as the browser chose them: in its language if we have it, in English otherwise. */
export const catalogue = {
  /** `{name}` in the message becomes the value of that name; a name without a value stays as it is. */
  t(key: string, values?: Values): string {
    const message = messageOf(key);
    if (values === undefined) return message;
    return message.replace(/\{(\w+)\}/g, (all, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : all,
    );
  },
};
