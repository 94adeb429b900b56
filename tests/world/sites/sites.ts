import type { History } from '../history.ts';
import type { Answer, Asked, Shop } from '../types.ts';

export type SiteParts = { shops: Map<string, Shop>; newId(): string; history: History };

/** Every host that is not the API. */
export function createSites(_parts: SiteParts): (asked: Asked) => Answer {
  return () => ({ status: 404, headers: { 'content-type': 'text/plain' }, body: 'Not found' });
}
