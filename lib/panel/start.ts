import { connectionOf } from './connections.ts';
import type { Panel } from './parts.ts';

/** What the page itself tells: that someone came back to it, or uses it. */
export type Page = Pick<EventTarget, 'addEventListener' | 'removeEventListener'>;

/**
 * Starts every store and ties them together; answers the function that stops it all. What the first picture does not
 * need is asked for once that is `drawn`: before, it would only stand in its way.
 */
export function startPanel(panel: Panel, page: Page, drawn: Promise<void>): () => void {
  const { call, events, session, tab, connections, sync, route, vault } = panel;

  /** The location shown, when its token can be used now. */
  const usable = () => {
    const { locationId } = session.getState();
    return connectionOf(connections.getState().list, locationId)?.state === 'ready' ? locationId : undefined;
  };
  let shown: string | undefined;
  const follow = () => {
    const locationId = usable();
    const before = shown;
    // Noted first: what follows tells the session, which asks here again.
    shown = locationId;
    if (locationId === undefined || locationId === before) return;
    session.used(locationId);
    void drawn.then(() => sync.refresh(locationId));
  };

  let place = session.getState().locationId;
  const moved = () => {
    const { locationId } = session.getState();
    if (place !== undefined && locationId !== place) {
      route.leaveEditor();
      panel.connecting.reset();
    }
    place = locationId;
    follow();
  };

  const back = () => {
    void tab.look();
    const locationId = usable();
    if (locationId !== undefined) void sync.refresh(locationId);
  };
  const here = () => vault.touch();

  async function takeLookup() {
    const { windowId } = tab.getState();
    if (windowId === undefined) return;
    const answer = await call('lookup.take', { windowId });
    if (!answer.ok || answer.value === null) return;
    const { locationId, lastUsed = '' } = session.getState();
    const { labels } = connections.getState();
    // The last one may be forgotten by now: then any that is connected.
    const last = Object.hasOwn(labels, lastUsed) ? lastUsed : Object.keys(labels)[0];
    const named = answer.value.locationId ?? undefined;
    // A link may name any location: the panel goes only to one that is connected, the card says the rest.
    const goes = named !== undefined && (Object.hasOwn(labels, named) || last === undefined);
    const wished = goes ? named : (locationId ?? last);
    // A page without a location was clicked: the tab may still be on its way there.
    const stays = named === undefined || wished !== locationId;
    if (wished !== undefined && stays) session.choose(wished);
    route.lookUp(answer.value);
  }
  let asked = false;
  const firstLookup = () => {
    if (asked || tab.getState().windowId === undefined) return;
    asked = true;
    void takeLookup();
  };

  const stops = [
    events.on((event) => {
      const { windowId } = tab.getState();
      if (event.type === 'lookup' && event.windowId === windowId) void takeLookup();
      if (event.type === 'tab' && event.windowId === windowId) void tab.look();
    }),
    session.subscribe(moved),
    route.subscribe(({ editor }) => {
      if (editor === undefined) session.left();
    }),
    connections.subscribe(follow),
    panel.connecting.subscribe(({ done }) => {
      // What an older token could not do says nothing about this one.
      if (done !== undefined) panel.problem.clear(done.locationId);
    }),
    tab.subscribe(firstLookup),
    sync.start(),
    session.start(),
    tab.start(),
  ];
  // Known by name from last time: then the first picture does not wait for the worker, which may have to start.
  const known = Object.keys(connections.getState().labels).length > 0;
  if (!known) stops.push(connections.start());
  let stopped = false;
  void drawn.then(() => {
    if (stopped) return;
    stops.push(...(known ? [connections.start()] : []), vault.start(), panel.sites.start());
    // The first answer may be from before anybody listened for changes.
    void tab.look();
  });
  page.addEventListener('focus', back);
  page.addEventListener('pointerdown', here);
  page.addEventListener('keydown', here);
  return () => {
    stopped = true;
    for (const stop of stops) stop();
    page.removeEventListener('focus', back);
    page.removeEventListener('pointerdown', here);
    page.removeEventListener('keydown', here);
  };
}
