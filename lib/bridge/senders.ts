import type { SenderClass } from './contract.ts';

/** What the browser itself writes on a message. Nothing in it can be chosen by whoever sends. */
export type Stamp = {
  id?: string | undefined;
  origin?: string | undefined;
  url?: string | undefined;
  frameId?: number | undefined;
  tab?: { id?: number | undefined; windowId?: number | undefined } | undefined;
};

/** Us: `runtime.id`, and `runtime.getURL('')`, which ends in a slash. */
export type Self = { id: string; base: string };

const PAGES: Record<string, SenderClass> = { 'sidepanel.html': 'panel', 'options.html': 'options' };

/**
 * Who sent a message, or undefined: then nobody may answer it.
 *
 * | sender                                | id   | origin    | tab  | frameId  |
 * | side panel (Firefox: sidebar)         | ours | extension | none | none (0) |
 * | extension page in a tab               | ours | extension | yes  | 0        |
 * | extension page framed by a web page   | ours | extension | yes  | > 0      |
 * | content script                        | ours | the page  | yes  | ≥ 0      |
 */
export function senderClass(stamp: Stamp, self: Self): SenderClass | undefined {
  if (stamp.id !== self.id || stamp.url === undefined) return undefined;
  const home = self.base.slice(0, -1);
  // Firefox before 126 stamps no origin; the address then says the same.
  const ours = stamp.url.startsWith(self.base);
  if (stamp.origin !== undefined && (stamp.origin === home) !== ours) return undefined;
  if (ours) return (stamp.frameId ?? 0) === 0 ? pageClass(stamp.url.slice(self.base.length)) : undefined;
  return isPointer(stamp) ? 'pointer' : undefined;
}

function pageClass(rest: string): SenderClass | undefined {
  const path = rest.split(/[?#]/, 1)[0] ?? '';
  return Object.hasOwn(PAGES, path) ? PAGES[path] : undefined;
}

/** Our content script runs on https pages only, and always in a tab. */
const isPointer = ({ url, origin, tab }: Stamp): boolean =>
  tab?.id !== undefined && /^https:\/\//.test(origin ?? url ?? '') && /^https:\/\//.test(url ?? '');
