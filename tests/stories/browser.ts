import en from '../../lib/text/locales/en.json';

type Tree = { [name: string]: string | Tree };

/** "section.name" → the message, as the build writes them for the browser. */
function messagesOf(tree: Tree, path = ''): [string, string][] {
  return Object.entries(tree).flatMap(([name, value]) =>
    typeof value === 'string' ? [[`${path}${name}`, value]] : messagesOf(value, `${path}${name}_`),
  );
}

const messages = new Map(messagesOf(en));
const rightToLeft = new URLSearchParams(location.search).has('rtl');
if (rightToLeft) messages.set('app_direction', 'rtl');

/** The one part of the browser that the panel's texts ask for by themselves. Imported before anything else. */
Object.assign(globalThis, {
  chrome: { i18n: { getMessage: (key: string) => messages.get(key) ?? '' } },
});
