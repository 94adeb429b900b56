import { icon, initials, safe } from './parts.js';
import * as views from './views.js';

const LOCATION = /^\/(?:v2\/)?location\/(\w+)(?:\/(.*?))?\/?$/;

const NAV = [
  ['home', 'Dashboard', 'dashboard'],
  ['chat', 'Conversations', 'conversations'],
  ['people', 'Contacts', 'contacts'],
  ['pay', 'Payments', 'payments/products'],
  ['site', 'Sites', 'sites'],
  ['chart', 'Reporting', 'reporting'],
  ['gear', 'Settings', 'settings/private-integrations'],
];

const known = await (await fetch('/__app/locations')).json();
document.documentElement.dataset.brand = known.brand.own ? 'own' : 'agency';

const ask = async (path) => {
  const answer = await fetch(`/__app/locations/${path}`);
  return answer.ok ? answer.json() : undefined;
};

/** The markup of one page of a location. */
async function pageOf(id, page, base) {
  const [, productId, variantId] =
    /^payments\/products\/([0-9a-f]{24})(?:\/variants\/(.+))?$/.exec(page) ?? [];
  if (productId) {
    const one = await ask(`${id}/products/${productId}`);
    if (!one) return views.plain('Product not found', 'It may have been deleted.');
    return variantId ? views.variant(base, one, variantId) : views.product(base, one);
  }
  const shop = await ask(id);
  if (!shop) return views.plain('No access', 'This location is not part of your agency.');
  if (page === 'payments/products') return views.products(base, shop);
  if (page.startsWith('payments/products/collections')) return views.collections(base, shop);
  if (page === 'settings/private-integrations') return views.integrations();
  if (page === '' || page === 'dashboard') return views.home(base, shop);
  const name = page.split('/').at(-1).replaceAll('-', ' ');
  return views.plain(name[0].toUpperCase() + name.slice(1), 'Quiet so far.');
}

const navLink =
  (base, page) =>
  ([picture, name, path]) => {
    const here = page.split('/')[0] === path.split('/')[0];
    return `<a href="${base}/${path}" ${here ? 'aria-current="page"' : ''}>${icon(picture)}${name}</a>`;
  };

/** Switching keeps the kind of page, never an id of the old location. */
const samePage = (page) => page.replace(/\/[0-9a-f]{24}.*$/, '') || 'dashboard';

const switcher = (id, page) => {
  const name =
    known.locations.find((one) => one.id === id)?.name ?? (id ? 'Unknown location' : 'Agency view');
  const items = known.locations.map(
    (one) =>
      `<a href="/v2/location/${one.id}/${samePage(page)}"><i>${safe(initials(one.name))}</i>${safe(one.name)}</a>`,
  );
  return `<button class="switch" popovertarget="locations"><i>${safe(initials(name))}</i><span>${safe(name)}</span>${icon('swap')}</button>
    <div id="locations" class="places" popover>${items.join('')}<a href="/agency_dashboard/"><i>A</i>Agency view</a></div>`;
};

const shell = (id, page, base, body) => `
  <aside><div class="brand"><i></i>${safe(known.brand.name)}</div>${switcher(id, page)}
    <nav aria-label="Main">${id ? NAV.map(navLink(base, page)).join('') : ''}</nav></aside>
  <main>${body}</main>`;

let drawn = 0;

async function draw() {
  const turn = ++drawn;
  const path = location.pathname;
  const [, id, page = ''] = LOCATION.exec(path) ?? [];
  let body;
  if (id) {
    const base = `/v2/location/${id}`;
    body = shell(id, page, base, await pageOf(id, page, base));
  } else if (/^\/v2\/preview\//.test(path)) {
    body = views.preview();
  } else if (path === '/') {
    body = views.login();
  } else {
    body = shell('', '', '', views.agency(known.locations));
  }
  // A slower, older page must not overwrite a newer one.
  if (turn !== drawn) return;
  document.body.innerHTML = body;
  document.body.dataset.path = path;
  const name = known.locations.find((one) => one.id === id)?.name;
  document.title = `${document.querySelector('h1')?.textContent ?? 'Dashboard'}${name ? ` · ${name}` : ''} · ${known.brand.name}`;
}

function go(address) {
  history.pushState({}, '', address);
  return draw();
}

document.addEventListener('click', (event) => {
  const link = event.target.closest('a[href]');
  if (!link || link.origin !== location.origin) return;
  if (event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  void go(link.href);
});

document.addEventListener('submit', async (event) => {
  event.preventDefault();
  if (event.target.id !== 'integration') return;
  const form = new FormData(event.target);
  const [, locationId] = LOCATION.exec(location.pathname) ?? [];
  const answer = await fetch('/__app/integrations', {
    method: 'POST',
    body: JSON.stringify({ locationId, scopes: form.getAll('scope') }),
  });
  const { token } = await answer.json();
  event.target.querySelector('output').innerHTML = `Shown once: <code>${safe(token)}</code>`;
});

addEventListener('popstate', () => void draw());
await draw();
