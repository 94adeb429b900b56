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
    const report = (event: MouseEvent) => {
      const path = event.composedPath().filter((part) => part instanceof Element);
      const seen = candidatesAt(path);
      // An update of the extension leaves this script behind: then there is nobody to tell.
      if (context.isInvalid) return;
      browser.runtime.sendMessage({ name: 'pointer.seen', request: { seen } }).catch(() => undefined);
    };
    // On the window and while capturing: before the page can stop it. Ends when a newer script takes over.
    context.addEventListener(window, 'contextmenu', report, { capture: true, passive: true });
  },
});
