import { fakeBrowser } from 'wxt/testing/fake-browser';
import en from '../../../lib/text/locales/en.json';

type Tree = { [name: string]: string | Tree };

/** "section.name" of every message, and the message. */
export const messagesOf = (tree: Tree = en, path = ''): [key: string, message: string][] =>
  Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : messagesOf(value, `${path}${name}.`),
  );

/** Makes the fake browser speak English as the built extension does. */
export function speakEnglish(): void {
  const messages = new Map(messagesOf().map(([key, message]) => [key.replaceAll('.', '_'), message]));
  Object.assign(fakeBrowser.i18n, { getMessage: (key: string) => messages.get(key) ?? '' });
}
