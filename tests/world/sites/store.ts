import {
  type Answer,
  type Asked,
  LOCATIONS,
  type RawCollection,
  type RawProduct,
  type Shop,
} from '../types.ts';
import { html, missing, safe } from './html.ts';

const STYLE = `*{box-sizing:border-box;margin:0}body{font:16px/1.6 Georgia,serif;color:#26302d;background:#fbfaf7}
header{display:flex;gap:28px;align-items:baseline;padding:22px 40px;border-bottom:1px solid #e6e2d8;font-family:system-ui,sans-serif}
header b{letter-spacing:.14em;text-transform:uppercase}a{color:inherit}header a{text-decoration:none;font-size:14px;color:#5c6a64}
main{max-width:1000px;margin:40px auto;padding:0 32px}.one{display:grid;grid-template-columns:1fr 1fr;gap:44px}
img{width:100%;aspect-ratio:1;object-fit:cover;border-radius:10px;background:#eee}h1{font-weight:500;font-size:32px;margin-bottom:12px}
.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(210px,1fr));gap:26px;margin-top:26px}.grid a{text-decoration:none}
button{font:15px system-ui,sans-serif;border:0;border-radius:99px;background:#2f7566;color:#fff;padding:12px 28px;margin-top:24px}
small{color:#78857f;font-family:system-ui,sans-serif}`;

const page = (title: string, body: string) =>
  html(`<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${safe(title)} | Acme Fitness</title><style>${STYLE}</style>
<header><b>Acme Fitness</b><a href="/home">Home</a><a href="/collections/best-sellers">Best Sellers</a><a href="/collections/yoga-mats-blocks">Yoga</a><a href="/collections/new-arrivals">New</a></header>
<main>${body}</main></html>`);

const text = (value: unknown) => (typeof value === 'string' ? value : '');
// The shop's own words: its owner wrote this markup.
const productPage = (product: RawProduct) =>
  page(
    product.name,
    `<div class="one"><img src="${safe(text(product.image))}" alt="${safe(product.name)}"><div><small>Acme Fitness</small><h1>${safe(product.name)}</h1>${text(product.description)}<button>Add to cart</button></div></div>`,
  );

const tile = (product: RawProduct) =>
  `<a href="/product/${product.slug}"><img src="${safe(text(product.image))}" alt=""><br>${safe(product.name)}</a>`;

const collectionPage = (collection: RawCollection, products: RawProduct[]) =>
  page(
    collection.name,
    `<h1>${safe(collection.name)}</h1><div class="grid">${products.slice(0, 24).map(tile).join('')}</div>`,
  );

/** A shop as its customers see it: products by slug or id, collections by slug, payment links, a course. */
export function createStore(shops: Map<string, Shop>): (asked: Asked) => Answer {
  return ({ path }) => {
    const shop = shops.get(LOCATIONS.acme);
    const [, kind, name = ''] = /\/(product|collections|payment-link|courses)\/([^/]+)\/?$/.exec(path) ?? [];
    const named = decodeURIComponent(name);
    if (kind === 'product') {
      const product = shop?.products.find((one) => one._id === named || one.slug === named);
      return product ? productPage(product) : missing();
    }
    if (kind === 'collections') {
      const collection = shop?.collections.find((one) => one.slug === named);
      if (!collection) return missing();
      const inside = shop?.products.filter((one) => one.collectionIds.includes(collection._id)) ?? [];
      return collectionPage(collection, inside);
    }
    if (kind === 'payment-link') {
      return page(
        'Pay',
        '<h1>Ten classes</h1><p>Pay once, use within a year.</p><button>Pay $120.00</button>',
      );
    }
    if (kind === 'courses') return page('Course', '<h1>Thirty days of yoga</h1><p>Lesson 1: breathing.</p>');
    if (path !== '/' && path !== '/home') return missing();
    const products = shop?.products.slice(0, 12).map(tile).join('') ?? '';
    return page('Home', `<h1>Move well</h1><div class="grid">${products}</div>`);
  };
}
