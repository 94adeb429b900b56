import type { Connection } from '../bridge/answers.ts';

/** What stands below the header. `waiting` shows the form of what comes, and nothing that could jump. */
export type Screen = 'waiting' | 'no-location' | 'connect' | 'connected' | 'unlock' | 'tabs';

/** Which screen fits. A location that is known from last time is shown from the device before the worker answers. */
export function screenOf(at: {
  ready: boolean;
  locationId: string | undefined;
  connections: readonly Connection[] | undefined;
  /** It was connected when the panel was open last. */
  knownBefore: boolean;
  /** The location that was connected just now, while its rights are being shown. */
  justConnected: string | undefined;
}): Screen {
  if (!at.ready) return 'waiting';
  if (at.locationId === undefined) return 'no-location';
  if (at.justConnected === at.locationId) return 'connected';
  if (at.connections === undefined) return at.knownBefore ? 'tabs' : 'waiting';
  const connection = at.connections.find((each) => each.locationId === at.locationId);
  if (connection === undefined || connection.state === 'gone') return 'connect';
  return connection.state === 'locked' ? 'unlock' : 'tabs';
}
