import { json } from './answers.ts';
import type { Route } from './route.ts';

export const locations: Route[] = [
  {
    method: 'GET',
    path: /^\/locations\/([^/]+)$/,
    scope: 'locations.readonly',
    agency: () => true,
    location: 'path',
    query: {},
    run: ({ shop }) =>
      json(200, {
        location: {
          id: shop.id,
          companyId: 've9EPM428h8vShlRW1KT',
          name: shop.name,
          country: 'US',
          timezone: 'America/New_York',
        },
      }),
  },
];
