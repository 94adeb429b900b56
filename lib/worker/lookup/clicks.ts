import type { Events } from '../../bridge/events.ts';
import { asked, type Click } from './asked.ts';
import type { PendingLookups } from './pending.ts';
import type { Pointer } from './pointer.ts';

type Tab = { id?: number | undefined; windowId: number; url?: string | undefined };
type MenuClick = Pick<Click, 'selectionText' | 'linkUrl' | 'srcUrl' | 'pageUrl'> & {
  /** In a frame: its address. */
  frameUrl?: string | undefined;
};

/** What happens when someone clicks. Each opens the panel before anything else: see panel-door.ts. */
export function createClicks(parts: {
  openPanel: (windowId: number) => void;
  lookups: PendingLookups;
  pointer: Pointer;
  events: Events;
  /** What is selected in a tab, '' when nothing is or we may not look. */
  selectionIn: (tabId: number) => Promise<string>;
}) {
  const { openPanel, lookups, pointer, events } = parts;
  /** The click let us see this tab's address: an open panel looks again. */
  const tell = ({ id, windowId }: Tab) => {
    if (id !== undefined) events.emit({ type: 'tab', tabId: id, windowId });
  };

  return {
    action(tab: Tab): void {
      openPanel(tab.windowId);
      tell(tab);
    },

    async menu(info: MenuClick, tab: Tab | undefined): Promise<void> {
      // A click inside the panel itself has no tab.
      if (!tab) return;
      openPanel(tab.windowId);
      tell(tab);
      const { selectionText, linkUrl, srcUrl, pageUrl, frameUrl = pageUrl } = info;
      const pointed = tab.id === undefined ? [] : await pointer.take(tab.id, frameUrl);
      const click = { selectionText, linkUrl, srcUrl, pageUrl, tabUrl: tab.url, pointed };
      await lookups.leave(tab.windowId, asked(click));
    },

    /** The shortcut: what is selected, else what the page itself is of. */
    async shortcut(tab: Tab | undefined): Promise<void> {
      if (!tab) return;
      openPanel(tab.windowId);
      tell(tab);
      const selectionText = tab.id === undefined ? '' : await parts.selectionIn(tab.id);
      const click = { selectionText, pageUrl: tab.url, tabUrl: tab.url };
      await lookups.leave(tab.windowId, asked(click));
    },
  };
}
export type Clicks = ReturnType<typeof createClicks>;
