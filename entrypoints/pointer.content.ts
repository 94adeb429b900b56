import { browser, defineContentScript } from '#imports';
import { candidatesAt } from '../lib/pointer/candidates.ts';

/**
 * Remembers what the pointer was on when the context menu opened. It tells the worker candidate ids and nothing
 * else, asks nothing, changes nothing on the page, and nobody can make it say more.
 */
export default defineContentScript({
  matches: [
    'https://app.gohighlevel.com/*',
    'https://app.leadconnectorhq.com/*',
    'https://app.msgsndr.com/*',
  ],
  allFrames: true,
  runAt: 'document_start',
  main(context) {
    // The page's own forms may have a field named like any property: only the prototype's word counts.
    const { getAttributeNames, getAttribute } = Element.prototype;
    const attributesOf = function* (element: Element) {
      for (const name of getAttributeNames.call(element))
        yield { name, value: getAttribute.call(element, name) ?? '' };
    };
    const report = (event: MouseEvent) => {
      // What a page dispatches itself is nobody's click.
      if (!event.isTrusted) return;
      const path = event
        .composedPath()
        .filter((part) => part instanceof Element)
        .map((element) => ({ attributes: attributesOf(element) }));
      const seen = candidatesAt(path);
      // An update of the extension leaves this script behind: then there is nobody to tell.
      if (context.isInvalid) return;
      browser.runtime.sendMessage({ name: 'pointer.seen', request: { seen } }).catch(() => undefined);
    };
    // On the window and while capturing: before the page can stop it. Ends when a newer script takes over.
    context.addEventListener(window, 'contextmenu', report, { capture: true, passive: true });
  },
});
