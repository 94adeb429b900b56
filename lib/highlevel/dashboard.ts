import { isLocationId, isObjectId } from './ids.ts';
import { segmentsOf } from './web-address.ts';

/** Where in HighLevel's dashboard an address is. */
export type Place = { locationId?: string; productId?: string; collectionId?: string };

const LOCATION = /^\/(?:v2\/)?location\/([A-Za-z0-9]{15,30})(?=\/|$)/;

/** The location a dashboard path stands in. `/v2/preview/<id>` is no location, and neither is a login's `?url=`. */
export const locationOfPath = (url: URL): string | undefined => LOCATION.exec(url.pathname)?.[1];

/** The parts after `/location/<id>/`. */
export function sectionOf(url: URL): string[] {
  const segments = segmentsOf(url);
  return segments.slice(segments.indexOf('location') + 2).filter((segment) => segment !== '');
}

export function readPlace(url: URL): Place {
  const asked = url.searchParams.get('locationId') ?? '';
  const path = locationOfPath(url);
  const locationId = path ?? (isLocationId(asked) ? asked : undefined);
  if (locationId === undefined) return {};
  const [payments, products, ...rest] = path === undefined ? [] : sectionOf(url);
  if (payments !== 'payments' || products !== 'products') return { locationId };
  const [first = '', second = ''] = rest.map((part) => part.toLowerCase());
  if (isObjectId(first)) return { locationId, productId: first };
  if (!isObjectId(second)) return { locationId };
  if (first === 'collections') return { locationId, collectionId: second };
  return /^(?:edit|view|details)$/.test(first) ? { locationId, productId: second } : { locationId };
}
