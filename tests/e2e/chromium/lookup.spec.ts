import { TROUBLES } from '../../world/troubles.ts';
import { CHAT_HOST, LOCATIONS, STORE_HOST, type World } from '../../world/types.ts';
import { connect, submitToken } from '../acts.ts';
import { pageOf } from '../addresses.ts';
import { expect, test } from '../stage.ts';

const FIELD = 'Product id, slug or link';
const productsOf = (world: World, location: keyof typeof LOCATIONS) =>
  world.shops.get(LOCATIONS[location])?.products ?? [];
/** The locations that were asked for a product, in order. */
const asked = (world: World) =>
  world.log
    .filter(({ path }) => /^\/products\/(?!collections)[^/]+$/.test(path))
    .map(({ query }) => query.locationId);

test.describe('a product of nobody knows which location', () => {
  test.beforeEach(async ({ openAt, chromium: { tab }, world }) => {
    const panel = await openAt('globex');
    await connect(panel, world, 'globex', 'Globex Wellness');
    await tab.goto(pageOf('acme'));
    await connect(panel, world, 'acme');
    await tab.goto(`https://${CHAT_HOST}/`);
    await expect(panel.getByText('No HighLevel location in this tab')).toBeVisible();
  });

  test('is found by its id wherever it is, and the card says who answered', async ({ chromium, world }) => {
    const panel = await chromium.attachPanel();
    const [there] = productsOf(world, 'globex');
    await chromium.chooseMenu({ selectionText: `what is “${there?._id}”?` });
    await expect(panel.getByRole('heading', { name: there?.name ?? '' })).toBeVisible();
    await expect(panel.getByText('From Globex Wellness, not from the location')).toBeVisible();
    expect(asked(world)).toEqual([LOCATIONS.acme, LOCATIONS.globex]);
    const open = panel.getByRole('link', { name: 'Open in HighLevel' });
    await expect(open).toHaveAttribute('href', pageOf('globex', `payments/products/${there?._id}`));
  });

  test('is asked for by its slug in the last location alone, and the card calls it a guess', async ({
    chromium,
    world,
  }) => {
    const panel = await chromium.attachPanel();
    const [mat] = productsOf(world, 'acme');
    const pageUrl = `https://${STORE_HOST}/product/${mat?.slug}`;
    await chromium.tab.goto(pageUrl);
    await chromium.chooseMenu({ menuItemId: 'look-up-page', pageUrl });
    await expect(panel.getByRole('heading', { name: mat?.name ?? '' })).toBeVisible();
    await expect(panel.getByText('Acme Fitness answered.')).toBeVisible();
    expect(asked(world)).toEqual([LOCATIONS.acme]);
    const store = panel.getByRole('link', { name: 'Open in store' });
    await expect(store).toHaveAttribute('href', pageUrl);
  });

  test('that nobody has was asked of each once', async ({ chromium, world }) => {
    const panel = await chromium.attachPanel();
    await chromium.chooseMenu({ selectionText: '0123456789abcdef01234567' });
    await expect(panel.getByText('No such product in Acme Fitness')).toBeVisible();
    await expect(panel.getByText('The other connected locations were asked too')).toBeVisible();
    expect(asked(world)).toEqual([LOCATIONS.acme, LOCATIONS.globex]);
  });

  test('a link that names its location is asked there alone', async ({ chromium, world }) => {
    const panel = await chromium.attachPanel();
    const [there] = productsOf(world, 'globex');
    await chromium.chooseMenu({ linkUrl: pageOf('globex', `payments/products/${there?._id}`) });
    await expect(panel.getByRole('heading', { name: there?.name ?? '' })).toBeVisible();
    expect(asked(world)).toEqual([LOCATIONS.globex]);
  });
});

test.describe('what is no product', () => {
  const store = `https://${STORE_HOST}`;
  for (const [what, linkUrl, words] of [
    [
      'a payment link',
      `${store}/payment-link/65af8d5df88bdb4b1022ee90`,
      'This is a payment link, not a product',
    ],
    ['a course', `${store}/courses/thirty-days-of-yoga`, 'This is a course, not a product'],
    [
      'a collection nobody knows',
      `${store}/collections/no-such-shelf`,
      'This is a collection, not a product',
    ],
  ] as const) {
    test(`is named: ${what}`, async ({ openAt, chromium, world }) => {
      const panel = await openAt('acme');
      await connect(panel, world, 'acme');
      await chromium.chooseMenu({ linkUrl });
      await expect(panel.getByText(words)).toBeVisible();
      expect(asked(world)).toEqual([]);
    });
  }

  test('opens when it is a collection: its link in a store, its row in the dashboard', async ({
    openAt,
    chromium,
    world,
  }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const [, , third, fourth] = world.shops.get(LOCATIONS.acme)?.collections ?? [];
    await chromium.chooseMenu({ linkUrl: `${store}/collections/${third?.slug}` });
    await expect(panel.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(third?.name ?? '');
    await chromium.tab.locator(`[data-collection-id="${fourth?._id}"] td`).nth(1).click({ button: 'right' });
    await chromium.chooseMenu({ menuItemId: 'look-up-page' });
    await expect(panel.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue(fourth?.name ?? '');
    expect(asked(world)).toEqual([]);
  });

  test('another location’s collection, under a pin, is said to be that', async ({
    openAt,
    chromium,
    world,
  }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await panel.getByRole('button', { name: 'Stay with this location' }).click();
    await chromium.tab.goto(pageOf('globex'));
    const [, one] = world.shops.get(LOCATIONS.globex)?.collections ?? [];
    await chromium.tab.locator(`[data-collection-id="${one?._id}"] td`).nth(1).click({ button: 'right' });
    await chromium.chooseMenu({ menuItemId: 'look-up-page' });
    await expect(panel.getByText(`It belongs to ${LOCATIONS.globex}`)).toBeVisible();
    expect(asked(world)).toEqual([]);
  });
});

test.describe('an answer that is no product says which, and what to do', () => {
  test('a right that is missing', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    const scopes = ['products/collection.readonly', 'products/collection.write'];
    await submitToken(panel, world.issueToken({ locationId: LOCATIONS.acme, scopes }), 'Acme Fitness');
    await panel.getByRole('button', { name: 'Show collections' }).click();
    await chromium.chooseMenu({ selectionText: 'awesome-yoga-mat' });
    await expect(panel.getByText('This token may not view products')).toBeVisible();
    await expect(panel.getByText('Add “View Products” to the integration')).toBeVisible();
    const way = panel.getByRole('link', { name: 'Open Private Integrations' }).first();
    await expect(way).toHaveAttribute('href', pageOf('acme', 'settings/private-integrations'));
  });

  test('a location that is not connected', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await chromium.tab.goto(`https://${CHAT_HOST}/`);
    await expect(panel.getByText('No HighLevel location in this tab')).toBeVisible();
    await chromium.chooseMenu({ linkUrl: pageOf('globex', `payments/products/${'a'.repeat(24)}`) });
    await expect(panel.getByText('This product belongs to a location that is not connected')).toBeVisible();
    await expect(panel.getByRole('link', { name: 'Open that location' })).toBeVisible();
    expect(asked(world)).toEqual([]);
  });

  test('trouble is asked again only by hand', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    world.fault({ path: /^\/products\/awesome/, does: TROUBLES.unavailable });
    await chromium.chooseMenu({ selectionText: 'awesome-yoga-mat' });
    await expect(panel.getByText('HighLevel does not answer as it should')).toBeVisible();
    expect(asked(world)).toHaveLength(1);
    await panel.getByRole('button', { name: 'Try again' }).first().click();
    await expect(panel.getByRole('heading', { name: 'Awesome Yoga Mat' })).toBeVisible();
    expect(asked(world)).toHaveLength(2);
  });
});

test.describe('an image', () => {
  test('in a row is the row', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme', 'payments/products');
    await connect(panel, world, 'acme');
    const product = productsOf(world, 'acme')[3];
    const image = chromium.tab.locator(`[data-id="${product?._id}"] img`).first();
    await image.click({ button: 'right' });
    await chromium.chooseMenu({ srcUrl: (await image.getAttribute('src')) ?? '' });
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
    expect(asked(world)).toEqual([LOCATIONS.acme]);
  });

  test('whose address holds the id is that product; another is none', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const [product] = productsOf(world, 'acme');
    await chromium.chooseMenu({ srcUrl: `https://cdn.example/product/${product?._id}.png` });
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
    await chromium.chooseMenu({ srcUrl: `https://cdn.example/media/${product?._id}.png` });
    await expect(panel.getByText('No product in this')).toBeVisible();
    expect(asked(world)).toHaveLength(1);
  });
});

test.describe('a hostile page under the pointer', () => {
  test('cannot hide what was clicked behind the names of its form’s fields', async ({
    openAt,
    chromium,
    world,
  }) => {
    const panel = await openAt('acme', 'payments/products');
    await connect(panel, world, 'acme');
    const [product] = productsOf(world, 'acme');
    await chromium.tab.evaluate((id) => {
      const fields = ['attributes', 'getAttribute', 'getAttributeNames', 'hasAttributes'];
      document.body.innerHTML = `<form data-product-id="${id}"><p id="thing">thing</p>${fields
        .map((name) => `<input name="${name}">`)
        .join('')}</form>`;
    }, product?._id ?? '');
    await chromium.tab.locator('#thing').click({ button: 'right' });
    await chromium.chooseMenu({ menuItemId: 'look-up-page' });
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
  });

  test('shows what is clicked inside a shadow, under hundreds of elements that hold other ids', async ({
    openAt,
    chromium,
    world,
  }) => {
    const panel = await openAt('acme', 'payments/products');
    await connect(panel, world, 'acme');
    const [product] = productsOf(world, 'acme');
    await chromium.tab.evaluate((id) => {
      let inner = document.body;
      inner.textContent = '';
      for (let depth = 0; depth < 300; depth += 1) {
        const outer = document.createElement('div');
        outer.dataset.id = depth.toString(16).padStart(24, 'f');
        inner.append(outer);
        inner = outer;
      }
      const card = document.createElement('div');
      for (let n = 0; n < 2_000; n += 1) card.setAttribute(`data-x${n}`, 'x'.repeat(500));
      const root = card.attachShadow({ mode: 'open' });
      root.innerHTML = `<p data-product-id="${id}" __proto__="y"><span id="thing">thing</span></p>`;
      inner.append(card);
    }, product?._id ?? '');
    await chromium.tab.locator('#thing').click({ button: 'right' });
    await chromium.chooseMenu({ menuItemId: 'look-up-page' });
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
  });

  test('cannot click by itself', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme', 'payments/products');
    await connect(panel, world, 'acme');
    const [first, second] = productsOf(world, 'acme');
    await chromium.tab.locator(`[data-id="${first?._id}"] td`).nth(1).click({ button: 'right' });
    await chromium.tab.evaluate((id) => {
      const row = document.querySelector(`[data-id="${id}"]`);
      for (let times = 0; times < 200; times += 1)
        row?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, composed: true }));
    }, second?._id ?? '');
    await chromium.chooseMenu({ menuItemId: 'look-up-page' });
    await expect(panel.getByRole('heading', { name: first?.name ?? '' })).toBeVisible();
  });

  test('does not leave its row behind for the next page in the tab', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme', 'payments/products');
    await connect(panel, world, 'acme');
    const [first] = productsOf(world, 'acme');
    await chromium.tab.locator(`[data-id="${first?._id}"] td`).nth(1).click({ button: 'right' });
    const pageUrl = `https://${CHAT_HOST}/`;
    await chromium.tab.goto(pageUrl);
    await chromium.chooseMenu({ srcUrl: `${pageUrl}cat.png`, pageUrl });
    await expect(panel.getByText('No product in this')).toBeVisible();
    expect(asked(world)).toEqual([]);
  });
});

test.describe('a hostile description', () => {
  // Read in an inert document, whose handlers the extension's own policy refuses a second time.
  test.use({ refused: /Executing inline event handler violates/ });

  test('is shown as text, whatever is written in it', async ({ openAt, chromium, world }) => {
    const [product] = productsOf(world, 'acme');
    if (product === undefined) throw new Error('no product');
    const deep = `${'<div>'.repeat(20_000)}deep down${'</div>'.repeat(20_000)}`;
    product.description = `<script>document.title='owned'</script><svg onload="document.title='owned'"><style>b{}</style>
      </svg><img src="https://track.example/x.png" onerror="document.title='owned'"><p>Grip &amp; grace</p>
      &lt;b&gt;not bold&lt;/b&gt;<iframe srcdoc="<script>top.document.title='owned'</script>"></iframe>${deep}`;
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const title = await panel.title();
    await panel.getByRole('tab', { name: 'Product' }).click();
    await panel.getByRole('searchbox', { name: FIELD }).fill(product._id);
    await panel.getByRole('searchbox', { name: FIELD }).press('Enter');
    const text = panel.getByText('Grip & grace');
    await expect(text).toHaveText(/^Grip & grace\s+<b>not bold<\/b>\s+deep down$/);
    expect(await text.innerHTML()).not.toContain('<b>');
    expect(await panel.title()).toBe(title);
    expect(chromium.pages().length).toBe(2);
    expect(world.visits.map(({ host }) => host)).not.toContain('track.example');
  });
});

test.describe('the product tab', () => {
  test('lists what was looked up lately, of this location alone', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const [product] = productsOf(world, 'acme');
    await panel.getByRole('tab', { name: 'Product' }).click();
    await panel.getByRole('searchbox', { name: FIELD }).fill(product?._id ?? '');
    await panel.getByRole('searchbox', { name: FIELD }).press('Enter');
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
    await panel.getByRole('searchbox', { name: FIELD }).fill('');
    await panel.getByRole('button', { name: product?._id ?? '' }).click();
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
    await expect.poll(() => asked(world)).toEqual([LOCATIONS.acme, LOCATIONS.acme]);
    await chromium.tab.goto(pageOf('globex'));
    await connect(panel, world, 'globex', 'Globex Wellness');
    await panel.getByRole('tab', { name: 'Product' }).click();
    await expect(panel.getByText('What is this product?')).toBeVisible();
  });

  test('looks an id up that is pasted where nobody writes', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const [product] = productsOf(world, 'acme');
    // Cut out of a field and pasted by real keys: the clipboard is the browser's own.
    const search = panel.getByRole('searchbox', { name: 'Search collections' });
    await search.fill(product?._id ?? '');
    await search.press('ControlOrMeta+a');
    await search.press('ControlOrMeta+x');
    await panel.getByRole('tab', { name: 'Collections' }).focus();
    await panel.keyboard.press('ControlOrMeta+v');
    await expect(panel.getByRole('heading', { name: product?.name ?? '' })).toBeVisible();
    expect(asked(world)).toEqual([LOCATIONS.acme]);
  });

  test('copies what it shows, and hands out the answer as it came', async ({ openAt, chromium, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const [product] = productsOf(world, 'acme');
    await chromium.chooseMenu({ selectionText: product?.slug ?? '' });
    await panel.getByRole('button', { name: 'Copy ID' }).click();
    const field = panel.getByRole('searchbox', { name: FIELD });
    await field.press('ControlOrMeta+a');
    await field.press('ControlOrMeta+v');
    await expect(field).toHaveValue(product?._id ?? '');
    await expect.poll(() => asked(world)).toHaveLength(2);
    await panel.getByRole('button', { name: 'Raw JSON' }).click();
    const raw = JSON.parse((await panel.getByRole('dialog').locator('pre').textContent()) ?? '');
    expect(raw).toMatchObject({ _id: product?._id, locationId: LOCATIONS.acme });
  });

  test('asks for the wishlist only when it is told to', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await panel.getByRole('tab', { name: 'Product' }).click();
    await panel.getByRole('searchbox', { name: FIELD }).fill('awesome-yoga-mat');
    await panel.getByRole('searchbox', { name: FIELD }).press('Enter');
    await panel.getByRole('button', { name: 'Ask HighLevel' }).click();
    await expect(panel.getByRole('button', { name: 'Ask HighLevel' })).toBeHidden();
    const wishes = () => world.log.map(({ query }) => query.sendWishlistStatus).filter(Boolean);
    await expect.poll(wishes).toEqual(['true']);
  });
});
