import { describe, expect, it } from 'vitest';
import { LOCATIONS } from '../../world/types.ts';
import { createWorld } from '../../world/world.ts';
import { ACME, type Ask, createCaller, inAcme, LIST, MAT } from './calls.ts';

const world = createWorld();
const call = createCaller(world);
const shop = world.shops.get(ACME)!;
const first = shop.collections[0]!;
const one = (id = first._id) => `/products/collections/${id}`;

const tokens = {
  readOnly: world.issueToken({ locationId: ACME, scopes: ['products/collection.readonly'] }),
  globex: world.issueToken({ locationId: LOCATIONS.globex }),
  agency: world.issueToken({ kind: 'agency', locationId: ACME }),
  company: world.issueToken({ kind: 'oauth-agency', locationId: ACME }),
  oauth: world.issueToken({ kind: 'oauth', locationId: ACME }),
  expired: world.issueToken({ kind: 'oauth', locationId: ACME, expiresAt: Date.now() - 1 }),
  named: world.issueToken({ locationId: ACME, scopes: ['locations.readonly'] }),
};

const invalid = { statusCode: 401, message: 'Invalid token: access token is invalid', error: 'Unauthorized' };
const unprocessable = (...message: string[]) => ({ statusCode: 422, message, error: 'Unprocessable Entity' });
const refused = (message: string) => ({ statusCode: 401, message, error: 'Unauthorized' });
const foreign = {
  statusCode: 403,
  message: 'The token does not have access to this location.',
  error: 'Forbidden',
};
const noScope = refused('The token is not authorized for this scope.');

type Row = [says: string, path: string, ask: Ask, status: number, body: object];
const rows: Row[] = [
  ['no Authorization', LIST, { token: null }, 401, invalid],
  ['an unknown token', LIST, { token: 'pit-1' }, 401, invalid],
  ['another scheme', LIST, { headers: { Authorization: 'Basic abc' } }, 401, invalid],
  ['an expired token', LIST, { token: tokens.expired }, 401, invalid],
  ['no Version', LIST, { headers: { Version: null } }, 401, refused('version header was not found.')],
  [
    'a wrong Version',
    LIST,
    { headers: { Version: '2020-01-01' } },
    401,
    refused('version header is invalid'),
  ],
  [
    'an unknown route',
    '/products/collection',
    { method: 'DELETE' },
    404,
    { statusCode: 404, error: 'Not Found' },
  ],
  ['products without the slash', `/products?locationId=${ACME}`, {}, 404, { statusCode: 404 }],
  ['a preflight', LIST, { method: 'OPTIONS' }, 404, { statusCode: 404 }],
  [
    'no altId and no altType',
    '/products/collections',
    {},
    422,
    unprocessable(
      'altId should not be empty',
      'altId must be a string',
      'altType must be one of the following values: location',
    ),
  ],
  [
    'the documentation’s own LOCATION',
    `/products/collections?altId=${ACME}&altType=LOCATION`,
    {},
    422,
    unprocessable('altType must be one of the following values: location'),
  ],
  ['an unknown parameter', `${LIST}&page=2`, {}, 422, unprocessable('property page should not exist')],
  [
    'words for numbers',
    `${LIST}&limit=ten&offset=-1`,
    {},
    422,
    unprocessable(
      'limit must be a number conforming to the specified constraints',
      'offset must be a number conforming to the specified constraints',
    ),
  ],
  ['altId twice', `${LIST}&altId=x`, {}, 422, { statusCode: 422 }],
  [
    'Get with altType',
    `${one()}?altId=${ACME}&altType=location`,
    {},
    422,
    unprocessable('property altType should not exist'),
  ],
  ['Get without altId', one(), {}, 422, { statusCode: 422 }],
  [
    'Create with nothing',
    '/products/collections',
    { method: 'POST', body: {} },
    422,
    unprocessable(
      'altId should not be empty',
      'altId must be a string',
      'altType must be one of the following values: location',
      'name should not be empty',
      'name must be a string',
      'slug should not be empty',
      'slug must be a string',
    ),
  ],
  [
    'Create with what is not in the documentation',
    '/products/collections',
    { method: 'POST', body: { ...inAcme, name: 'A', slug: 'a', color: 'red', seo: { title: 1, tags: [] } } },
    422,
    unprocessable(
      'property color should not exist',
      'seo.property tags should not exist',
      'seo.title must be a string',
    ),
  ],
  [
    'Create with an id that is none',
    '/products/collections',
    { method: 'POST', body: { ...inAcme, name: 'A', slug: 'a', collectionId: 'mine' } },
    422,
    unprocessable('collectionId must be a mongodb id'),
  ],
  [
    'a body without its type',
    one(),
    { method: 'PUT', body: inAcme, headers: { 'Content-Type': 'text/plain' } },
    422,
    { statusCode: 422 },
  ],
  ['a body that is no JSON', one(), { method: 'PUT', body: '{"altId":' }, 400, { statusCode: 400 }],
  [
    'a null text',
    one(),
    { method: 'PUT', body: { ...inAcme, image: null } },
    422,
    unprocessable('image must be a string'),
  ],
  [
    'a slug with spaces',
    one(),
    { method: 'PUT', body: { ...inAcme, slug: 'Best of!' } },
    422,
    unprocessable('slug: Special Characters and spacing is not allowed'),
  ],
  [
    'a taken slug',
    one(),
    { method: 'PUT', body: { ...inAcme, slug: 'summer-2026' } },
    422,
    unprocessable('slug should be unique'),
  ],
  ['no scope to write', one(), { method: 'PUT', body: inAcme, token: tokens.readOnly }, 401, noScope],
  ['no scope for products', `/products/${MAT}?locationId=${ACME}`, { token: tokens.readOnly }, 401, noScope],
  ['no scope for the location', `/locations/${ACME}`, {}, 401, noScope],
  ['another location’s list', LIST, { token: tokens.globex }, 403, foreign],
  [
    'another location’s collection',
    one(),
    { method: 'PUT', body: inAcme, token: tokens.globex },
    403,
    foreign,
  ],
  [
    'another location’s product',
    `/products/${MAT}?locationId=${ACME}`,
    { token: tokens.globex },
    401,
    refused('The resource is not accessible from this token.'),
  ],
  [
    'an agency token for collections',
    LIST,
    { token: tokens.agency },
    401,
    refused('Forbidden resource: user type mismatch'),
  ],
  [
    'an agency’s OAuth token for collections',
    LIST,
    { token: tokens.company },
    401,
    refused('This authClass type is not allowed to access this scope.'),
  ],
  [
    'an agency token for a product',
    `/products/${MAT}?locationId=${ACME}`,
    { token: tokens.agency },
    200,
    { _id: MAT },
  ],
  ['an OAuth token', LIST, { token: tokens.oauth }, 200, { total: 248 }],
  [
    'a location’s name',
    `/locations/${ACME}`,
    { token: tokens.named },
    200,
    { location: { name: 'Acme Fitness' } },
  ],
  [
    'a collection that is not there',
    `${one('0123456789abcdef01234567')}?altId=${ACME}`,
    {},
    400,
    { statusCode: 400, message: 'Collection not found' },
  ],
  [
    'a product that is not there',
    `/products/no-such-thing?locationId=${ACME}`,
    {},
    400,
    { message: 'Product not found' },
  ],
  [
    'a wish for a wishlist in words',
    `/products/${MAT}?locationId=${ACME}&sendWishlistStatus=yes`,
    {},
    422,
    unprocessable('sendWishlistStatus must be a boolean value'),
  ],
  [
    'a product by slug',
    `/products/awesome-yoga-mat?locationId=${ACME}`,
    {},
    200,
    { _id: MAT, statementDescriptor: 'ACME FIT' },
  ],
  [
    'a product without its type',
    `/products/${MAT}`,
    { method: 'PUT', body: { name: 'Mat', locationId: ACME } },
    422,
    unprocessable(
      'productType must be one of the following values: DIGITAL, PHYSICAL, SERVICE, PHYSICAL/DIGITAL',
    ),
  ],
  [
    'taxes as the whole objects a read may give',
    `/products/${MAT}`,
    {
      method: 'PUT',
      body: { name: 'Mat', locationId: ACME, productType: 'PHYSICAL', taxes: [{ _id: 'x' }] },
    },
    422,
    unprocessable('each value in taxes must be a string'),
  ],
];

describe('answers what the documentation promises', () => {
  it.each(rows)('%s', async (_says, path, ask, status, body) => {
    const said = await call(path, ask);
    expect(said.body).toMatchObject(body);
    expect(said.status).toBe(status);
    expect(said.headers.get('access-control-allow-origin')).toBeNull();
  });
});
