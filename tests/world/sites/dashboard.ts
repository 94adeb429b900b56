import { readFileSync } from 'node:fs';
import type { Answer, Asked, RawProduct, Shop, World } from '../types.ts';
import { html, missing } from './html.ts';

const file = (name: string) => readFileSync(new URL(`dashboard/${name}`, import.meta.url), 'utf8');
const TYPES: Record<string, string> = { js: 'text/javascript', css: 'text/css' };

/** Rows a table shows; a real one pages. */
const ROWS = 50;

const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});

const counted = (shop: Shop) => {
  const counts = new Map<string, number>();
  for (const id of shop.products.flatMap((product) => product.collectionIds)) {
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
};

function locationData(shop: Shop) {
  const counts = counted(shop);
  return {
    id: shop.id,
    name: shop.name,
    totals: { products: shop.products.length, collections: shop.collections.length },
    products: shop.products.slice(0, ROWS),
    collections: shop.collections
      .slice(0, ROWS)
      .map((collection) => ({ ...collection, products: counts.get(collection._id) ?? 0 })),
  };
}

const productData = (shop: Shop, product: RawProduct) => ({
  ...product,
  collections: shop.collections
    .filter((one) => product.collectionIds.includes(one._id))
    .map((one) => one.name),
});

/** Whatever stands before the first dot after "app." is the agency's brand. */
function brandOf(host: string): { name: string; own: boolean } {
  if (!host.endsWith('.example')) return { name: 'HighLevel', own: true };
  const words = host.split('.')[1] ?? '';
  const name = words.replace(
    /(^|-)([a-z])/g,
    (_, dash, letter) => `${dash ? ' ' : ''}${letter.toUpperCase()}`,
  );
  return { name, own: false };
}

/**
 * HighLevel's dashboard, as far as a side panel can see it: one page of pushState under HighLevel's addresses, and behind
 * `/__app/` its own files and data. On a white-label host the same with another name and colour.
 */
export function createDashboard(
  shops: Map<string, Shop>,
  issueToken: World['issueToken'],
): (asked: Asked) => Answer {
  function data({ method, path, body, host }: Asked): Answer {
    if (method === 'POST' && path === '/__app/integrations') {
      return json(201, { token: issueToken(JSON.parse(body)) });
    }
    if (path === '/__app/locations') {
      const locations = [...shops.values()].map(({ id, name }) => ({ id, name }));
      return json(200, { brand: brandOf(host), locations });
    }
    const [, id = '', productId] = /^\/__app\/locations\/(\w+)(?:\/products\/(\w+))?$/.exec(path) ?? [];
    const shop = shops.get(id);
    if (!shop) return json(404, {});
    if (productId === undefined) return json(200, locationData(shop));
    const product = shop.products.find((one) => one._id === productId);
    return product ? json(200, productData(shop, product)) : json(404, {});
  }

  return (asked) => {
    const [, name, type = ''] = /^\/__app\/([a-z-]+\.(js|css))$/.exec(asked.path) ?? [];
    if (name !== undefined) {
      return { status: 200, headers: { 'content-type': TYPES[type] ?? 'text/plain' }, body: file(name) };
    }
    if (asked.path.startsWith('/__app/')) return data(asked);
    return asked.path.includes('.') ? missing() : html(file('index.html'));
  };
}
