import { useEffect } from 'react';
import type { RouteStore } from '../../lib/panel/route.ts';

/** Gone, or in a tab that is hidden now: the browser then takes the page itself for what has the focus. */
export const isLost = (element: Element | null): boolean =>
  element === null || element === document.body || !element.checkVisibility();

/**
 * Focus is never lost: when what had it goes with its screen, its tab or its note, it begins at the entry it was in,
 * at the tab that is shown, at the editor's field that had it last or its first, or at the screen. It is never taken
 * from the page beside the panel, nor from whoever takes it first.
 */
export function useKeptFocus(route: RouteStore) {
  useEffect(() => {
    let last: Element | undefined;
    // What is gone does not say any more where it was.
    let entry: Element | null = null;
    let written: HTMLElement | null = null;
    let frame = 0;
    const remember = ({ target }: FocusEvent) => {
      if (!(target instanceof Element)) return;
      last = target;
      entry = target.closest('[data-entry]');
      written = target.closest<HTMLElement>('form[data-editor] :is(input, textarea)') ?? written;
    };
    const keep = () => {
      const { activeElement: active } = document;
      // A tab that was left by its number has the focus still.
      const left = active?.matches('[role="tab"][aria-selected="false"]') === true;
      if (last === undefined || !document.hasFocus() || !(left || (isLost(last) && isLost(active)))) return;
      const find = (what: string) => document.querySelector<HTMLElement>(what);
      const to =
        (isLost(entry) ? null : entry?.querySelector<HTMLElement>('button, summary')) ??
        find('[role="tab"][aria-selected="true"]') ??
        (isLost(written) ? find('form[data-editor] input') : written) ??
        find('main');
      to?.focus();
    };
    const soon = () => {
      cancelAnimationFrame(frame);
      // What comes instead may take the focus itself, up to a frame later.
      frame = requestAnimationFrame(() => requestAnimationFrame(keep));
    };
    const gone = () => {
      if (last?.isConnected === false) soon();
    };
    const observer = new MutationObserver(gone);
    observer.observe(document.body, { childList: true, subtree: true });
    document.addEventListener('focusin', remember);
    const stop = route.subscribe(soon);
    return () => {
      stop();
      observer.disconnect();
      document.removeEventListener('focusin', remember);
      cancelAnimationFrame(frame);
    };
  }, [route]);
}
