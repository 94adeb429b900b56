import { date, icon, kind, pill, safe, table, thumb, toolbar } from './parts.js';

const TABS = [
  ['payments/products', 'All products'],
  ['payments/products/collections', 'Collections'],
  ['payments/products/inventory', 'Inventory'],
];

const head = (title, note, action = '') =>
  `<div class="head"><div><h1>${safe(title)}</h1><p>${safe(note)}</p></div>${action}</div>`;

const tabs = (base, page) =>
  `<nav class="tabs" aria-label="Products">${TABS.map(
    ([path, name]) => `<a href="${base}/${path}" ${path === page ? 'aria-current="page"' : ''}>${name}</a>`,
  ).join('')}</nav>`;

const productRow = (base) => (product) =>
  `
  <tr data-id="${product._id}">
    <td><a class="what" href="${base}/payments/products/${product._id}">${thumb(product.image, product.name)}
      <span><b>${safe(product.name)}</b><small>${safe(product.slug)}</small></span></a></td>
    <td>${kind(product.productType)}</td>
    <td class="number">${product.collectionIds.length}</td>
    <td>${product.availableInStore ? pill('In store', 'good') : pill('Hidden')}</td>
    <td class="quiet">${date(product.updatedAt)}</td>
  </tr>`;

const collectionRow = (collection) => `
  <tr data-collection-id="${collection._id}">
    <td><span class="what">${thumb(collection.image, collection.name)}
      <span><b>${safe(collection.name)}</b><small>/${safe(collection.slug)}</small></span></span></td>
    <td class="number">${collection.products}</td>
    <td>${collection.seo?.title ? pill('SEO set', 'good') : pill('No SEO', 'warn')}</td>
    <td class="quiet">${date(collection.createdAt)}</td>
  </tr>`;

export function products(base, shop) {
  const action = `<a class="primary" href="${base}/payments/products/create">${icon('plus')}Create product</a>`;
  const heads = ['Product', 'Type', '<span class="number">Collections</span>', 'Store', 'Updated'];
  const rows = shop.products.map(productRow(base));
  return `${head('Products', 'Everything you sell, in one list.', action)}${tabs(base, 'payments/products')}
    ${toolbar('Search products')}${table(heads, rows, shop.totals.products)}`;
}

export function collections(base, shop) {
  const action = `<button class="primary">${icon('plus')}Create collection</button>`;
  const heads = ['Collection', '<span class="number">Products</span>', 'Search', 'Created'];
  const rows = shop.collections.map(collectionRow);
  return `${head('Collections', 'Shelves your customers walk along.', action)}${tabs(base, 'payments/products/collections')}
    ${toolbar('Search collections')}${table(heads, rows, shop.totals.collections)}`;
}

const fact = (name, value) => (value ? `<dt>${name}</dt><dd>${value}</dd>` : '');

export function product(base, one) {
  const variants = (one.variants ?? []).map((variant) =>
    fact(safe(variant.name), variant.options.map((option) => pill(option.name)).join(' ')),
  );
  return `<a class="back" href="${base}/payments/products">${icon('back')}Products</a>
    ${head(one.name, `Updated ${date(one.updatedAt)}`, '<button class="primary">Save</button>')}
    <div class="two"><div class="card pad"><img class="hero" src="${safe(one.image)}" alt="">
      <h2>Description</h2><div class="rich" data-product="${one._id}">${one.description || '<p>None yet.</p>'}</div></div>
    <div class="card pad"><h2>Details</h2><dl>
      ${fact('Type', kind(one.productType))}${fact('Store', one.availableInStore ? pill('In store', 'good') : pill('Hidden'))}
      ${variants.join('')}${fact('Slug', `<code>${safe(one.slug)}</code>`)}
      ${fact('Statement', safe(one.statementDescriptor))}${fact('Taxes', one.isTaxesEnabled ? 'On' : 'Off')}
      ${fact('Collections', one.collections.map((name) => pill(name)).join(' '))}
    </dl></div></div>`;
}

export const variant = (base, one, id) =>
  `<a class="back" href="${base}/payments/products/${one._id}">${icon('back')}${safe(one.name)}</a>
   ${head('Variant', id)}<div class="card pad"><p>Price and stock of this variant.</p></div>`;

export function home(base, shop) {
  const tile = (name, value, path) =>
    `<a class="card pad tile" href="${base}/${path}"><small>${name}</small><b>${value.toLocaleString('en')}</b></a>`;
  return `${head(shop.name, 'Here is how the shop is doing.')}<div class="tiles">
    ${tile('Products', shop.totals.products, 'payments/products')}
    ${tile('Collections', shop.totals.collections, 'payments/products/collections')}${tile('Orders this week', 38, 'dashboard')}</div>`;
}

export const integrations = () => `
  ${head('Private integrations', 'Tokens that let other tools work in this location.')}
  <form class="card pad" id="integration"><h2>Create new integration</h2>
    <label>Name<input name="name" value="Aisle" required></label>
    <fieldset><legend>Scopes</legend>${[
      ['products/collection.readonly', 'View Product Collections'],
      ['products/collection.write', 'Edit Product Collections'],
      ['products.readonly', 'View Products'],
      ['products.write', 'Edit Products'],
      ['locations.readonly', 'View Locations'],
    ]
      .map(
        ([scope, name]) =>
          `<label class="tick"><input type="checkbox" name="scope" value="${scope}" ${scope.startsWith('loc') ? '' : 'checked'}>${name}<code>${scope}</code></label>`,
      )
      .join('')}</fieldset>
    <button class="primary">Create</button><output></output></form>`;

export const plain = (title, note) =>
  `${head(title, note)}<div class="card pad empty">Nothing here yet.</div>`;

export const login =
  () => `<form class="login card pad"><h1>Sign in</h1><label>Email<input type="email"></label>
  <label>Password<input type="password"></label><button class="primary" type="button">Sign in</button></form>`;

export const preview = () =>
  '<div class="login card pad"><h1>Summer landing page</h1><p>This is how the page will look.</p></div>';

export const agency = (locations) => `${head('Sub-accounts', 'Every location of your agency.')}
  ${table(
    ['Location', 'Id'],
    locations.map(
      (
        one,
      ) => `<tr><td><a class="what" href="/v2/location/${one.id}/dashboard">${thumb('', one.name)}<span><b>${safe(one.name)}</b></span></a></td>
        <td><code>${one.id}</code></td></tr>`,
    ),
    locations.length,
  )}`;
