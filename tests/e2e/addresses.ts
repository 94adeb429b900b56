import { DASHBOARD_HOSTS, LOCATIONS } from '../world/types.ts';

export const DASHBOARD = `https://${DASHBOARD_HOSTS[0]}`;

/** A dashboard page of one of the world's locations. */
export const pageOf = (
  location: keyof typeof LOCATIONS,
  page = 'payments/products/collections',
  site = DASHBOARD,
) => `${site}/v2/location/${LOCATIONS[location]}/${page}`;
