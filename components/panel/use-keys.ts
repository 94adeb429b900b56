import { useEffect } from 'react';
import type { Panel } from '../../lib/panel/parts.ts';
import type { TabName } from '../../lib/panel/route.ts';

const TABS: Record<string, TabName> = { '1': 'collections', '2': 'product', '3': 'activity' };

/** Keys that work wherever nobody is writing and no dialog or menu is open. */
export function useKeys({ route }: Panel) {
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isWriting(event.target) || document.querySelector('dialog[open], [popover]:popover-open')) return;
      const tab = TABS[event.key];
      if (event.key === '?') route.ask('shortcuts');
      else if (tab !== undefined && document.querySelector('[role="tablist"]')) route.show(tab);
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [route]);
}

/** Whether keys typed here are text. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    target.matches('textarea, select, input:not([type="radio"], [type="checkbox"])'));
