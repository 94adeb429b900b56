import { describe, expect, it } from 'vitest';
import {
  CHAT_HOST,
  DASHBOARD_HOSTS,
  IMAGE_HOST,
  PAGES_HOST,
  STORE_HOST,
  WHITE_LABEL_HOST,
} from '../../world/types.ts';
import { createWorld } from '../../world/world.ts';
import { ACME, MAT } from './calls.ts';

const world = createWorld();
const open = async (address: string, init?: RequestInit) => {
  const response = await world.fetch(address, init);
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    text: await response.text(),
    response,
  };
};

describe('the dashboard', () => {
  const pages = [
    `/v2/location/${ACME}/payments/products`,
    `/location/${ACME}/payments/products/collections`,
    `/v2/location/${ACME}/payments/products/${MAT}`,
    `/v2/location/${ACME}/settings/private-integrations`,
    '/v2/preview/abcdefghij0123456789',
    '/agency_dashboard/',
    '/?url=%2Fv2%2Flocation',
  ];
  it.each([...DASHBOARD_HOSTS, WHITE_LABEL_HOST, 'app.gohighlevel.com.evil.example'])(
    'is one page under every address at %s',
    async (host) => {
      const texts = await Promise.all(pages.map(async (path) => (await open(`https://${host}${path}`)).text));
      expect(new Set(texts).size).toBe(1);
      expect(texts[0]).toContain('/__app/app.js');
    },
  );

  it('shows the shop as it is now', async () => {
    const address = `https://${WHITE_LABEL_HOST}/__app/locations/${ACME}`;
    world.shops.get(ACME)!.collections[0]!.name = 'Renamed';
    const shop = JSON.parse((await open(address)).text);
    expect([shop.name, shop.collections[0].name, shop.totals.collections]).toEqual([
      'Acme Fitness',
      'Renamed',
      248,
    ]);
    const product = JSON.parse((await open(`${address}/products/${MAT}`)).text);
    expect(product).toMatchObject({
      name: 'Awesome Yoga Mat',
      collections: ['Renamed', 'Yoga Mats & Blocks'],
    });
    expect((await open(`${address}/products/${'0'.repeat(24)}`)).status).toBe(404);
  });

  it('carries the agency’s name on a white-label host', async () => {
    const brand = async (host: string) =>
      JSON.parse((await open(`https://${host}/__app/locations`)).text).brand;
    expect(await brand(WHITE_LABEL_HOST)).toEqual({ name: 'Northwind Agency', own: false });
    expect(await brand(DASHBOARD_HOSTS[0])).toEqual({ name: 'HighLevel', own: true });
  });

  it('makes a token that the API accepts, for the scopes ticked', async () => {
    const body = JSON.stringify({ locationId: ACME, scopes: ['products.readonly'] });
    const made = await open(`https://${DASHBOARD_HOSTS[0]}/__app/integrations`, { method: 'POST', body });
    const headers = { Authorization: `Bearer ${JSON.parse(made.text).token}`, Version: '2021-07-28' };
    const base = 'https://services.leadconnectorhq.com/products/';
    expect((await open(`${base}${MAT}?locationId=${ACME}`, { headers })).status).toBe(200);
    expect((await open(`${base}collections?altId=${ACME}&altType=location`, { headers })).status).toBe(401);
  });
});

it.each([
  [`/product/${MAT}`, 200, 'Awesome Yoga Mat'],
  ['/product/awesome-yoga-mat', 200, 'Awesome Yoga Mat'],
  ['/summer/page/product/awesome-yoga-mat', 200, 'Awesome Yoga Mat'],
  ['/collections/kettlebells', 200, 'Kettlebells'],
  ['/payment-link/65af8d5df88bdb4b1022ee90', 200, 'Pay'],
  ['/courses/thirty-days-of-yoga', 200, 'Thirty days'],
  ['/product/nothing', 404, 'Not found'],
])('the storefront at %s', async (path, status, text) => {
  const said = await open(`https://${STORE_HOST}${path}`);
  expect(said.status).toBe(status);
  expect(said.text).toContain(text);
});

it('the chat holds an id, a slug, links, and things that are no product', async () => {
  const { text } = await open(`https://${CHAT_HOST}/`);
  for (const part of [MAT, 'awesome-yoga-mat', '/payment-link/', '/collections/', `/v2/location/${ACME}/`]) {
    expect(text).toContain(part);
  }
});

it('every picture of every shop exists', async () => {
  const shops = [...world.shops.values()];
  const images = shops.flatMap((shop) => [...shop.collections, ...shop.products].map((row) => row.image));
  const addresses = images.filter((image) => typeof image === 'string').filter((image) => image !== '');
  expect(addresses.length).toBeGreaterThan(300);
  for (const address of addresses) expect((await open(address)).type).toMatch(/^image\/(svg\+xml|png)$/);
  expect((await open(`https://${IMAGE_HOST}/gone.png`)).status).toBe(404);
});

it('a PNG is one, 1200 by 630', async () => {
  const response = await world.fetch(`https://${IMAGE_HOST}/x/media/sun-0011223344ff.png`);
  const bytes = Buffer.from(await response.arrayBuffer());
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
});

it('serves a test’s own page, and notes every visit whole', async () => {
  world.pages.set('/mine', '<h1>Mine</h1>');
  const { text } = await open(`https://${PAGES_HOST}/mine?a=b`, { headers: { 'X-Leak': 'pit-secret' } });
  expect(text).toContain('Mine');
  expect(world.visits.at(-1)).toMatchObject({
    host: PAGES_HOST,
    path: '/mine',
    search: 'a=b',
    headers: { 'x-leak': 'pit-secret' },
  });
});

it('has no other hosts', async () => {
  await expect(world.fetch('https://example.org/')).rejects.toThrow(TypeError);
});
