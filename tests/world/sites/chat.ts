import { type Answer, DASHBOARD_HOSTS, LOCATIONS, type Shop, STORE_HOST } from '../types.ts';
import { html, safe } from './html.ts';

const STYLE = `*{box-sizing:border-box;margin:0}body{font:15px/1.5 system-ui,sans-serif;background:#f6f5f8;color:#24222b}
header{padding:14px 28px;background:#fff;border-bottom:1px solid #e4e2ea;font-weight:600}main{max-width:720px;padding:26px 28px;display:grid;gap:14px}
p{background:#fff;border:1px solid #e8e6ee;border-radius:12px;padding:10px 14px;overflow-wrap:anywhere}p b{display:block;font-size:12px;color:#77738a}
p:nth-child(even){margin-left:60px;background:#eef4f2}a{color:#2d5fa8}`;

/** What people send each other: ids with full stops behind them, links, links inside quotes, things that are no product. */
export function chat(shops: Map<string, Shop>): Answer {
  const acme = shops.get(LOCATIONS.acme);
  const [mat, other] = acme?.products ?? [];
  const collection = acme?.collections[2];
  const dashboard = `https://${DASHBOARD_HOSTS[0]}/v2/location/${LOCATIONS.acme}/payments/products`;
  const store = `https://${STORE_HOST}`;
  const link = (id: string, address: string, words = address) =>
    `<a id="${id}" href="${safe(address)}">${safe(words)}</a>`;
  const lines: [who: string, id: string, said: string][] = [
    ['Support', 'id', `A customer asks about <span id="plain-id">${mat?._id}</span>. What is it?`],
    ['Shop', 'slug', `That is “<span id="plain-slug">${mat?.slug}</span>”, I think.`],
    ['Support', 'store', `She sent ${link('store-link', `${store}/product/${mat?.slug}`)}`],
    [
      'Shop',
      'dashboard',
      `In the dashboard: ${link('dashboard-link', `${dashboard}/${mat?._id}`, 'open product')}`,
    ],
    [
      'Shop',
      'query',
      link(
        'query-link',
        `https://${DASHBOARD_HOSTS[1]}/payments/products/${mat?._id}?locationId=${LOCATIONS.acme}`,
      ),
    ],
    ['Support', 'messy', `And this one (“${other?._id}”), or ${store}/shop/product/${other?._id}?utm=chat.`],
    ['Shop', 'collection', link('collection-link', `${store}/collections/${collection?.slug}`)],
    ['Support', 'payment', link('payment-link', `${store}/payment-link/65af8d5df88bdb4b1022ee90`)],
    ['Shop', 'course', link('course-link', `${store}/courses/thirty-days-of-yoga`)],
    ['Support', 'gone', `And 0123456789abcdef01234567? It is in no list.`],
    ['Shop', 'nothing', 'No idea, let us talk tomorrow.'],
  ];
  const said = lines.map(([who, id, words]) => `<p id="${id}"><b>${who}</b>${words}</p>`).join('');
  return html(
    `<!doctype html><html lang="en"><meta charset="utf-8"><title>Chat</title><style>${STYLE}</style><header># shop-questions</header><main>${said}</main></html>`,
  );
}
