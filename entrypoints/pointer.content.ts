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
  main() {
    const report = (event: MouseEvent) => {
      const path = event.composedPath().filter((part) => part instanceof Element);
      const seen = candidatesAt(path);
      try {
        // Rejects, or throws, where an update of the extension left this script behind: nobody listens then.
        browser.runtime.sendMessage({ name: 'pointer.seen', request: { seen } }).catch(() => undefined);
      } catch {}
    };
    // On the window and while capturing: before the page can stop it.
    window.addEventListener('contextmenu', report, { capture: true, passive: true });
  },
});
