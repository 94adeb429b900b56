import type { Clock } from '../highlevel/clock.ts';
import type { CollectionsStore } from './collections.ts';
import type { Panel } from './parts.ts';

/** Longer than this (ms) nobody looks at an empty panel. */
const PATIENCE = 150;

/**
 * Resolves once it is known what the panel shows first, with the first rows of a location that is known from last
 * time: what is drawn then is drawn once. After 150 ms it resolves in any case.
 */
export function firstSight(
  { session, connections }: Pick<Panel, 'session' | 'connections'>,
  clock: Pick<Clock, 'sleep'>,
  listOf: (locationId: string) => CollectionsStore,
): Promise<void> {
  const stops: (() => void)[] = [];
  const seen = new Promise<void>((resolve) => {
    const look = () => {
      const { ready, locationId } = session.getState();
      if (!ready) return;
      if (locationId === undefined || !(locationId in connections.getState().labels)) return resolve();
      const list = listOf(locationId);
      const read = () => list.getState().read !== 'nothing' && resolve();
      stops.push(list.subscribe(read));
      read();
    };
    stops.push(session.subscribe(look));
    look();
  });
  return Promise.race([seen, clock.sleep(PATIENCE)]).finally(() => {
    for (const stop of stops) stop();
  });
}
