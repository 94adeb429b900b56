import { LOCATIONS } from '../../world/types.ts';
import { connect, field, find, openCollection, row, said, save, submitToken, writes } from '../acts.ts';
import { expect, test } from '../stage.ts';

const ONE = /^\/products\/collections\/[0-9a-f]{24}$/;
const ALL = /^\/products\/collections$/;

test.describe('collections', () => {
  test('all pages are listed', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    const count = world.shops.get(LOCATIONS.acme)?.collections.length;
    expect(count).toBeGreaterThan(200);
    await expect(panel.getByText(`${count} collections`)).toBeVisible();
    const offsets = world.log.filter(({ path }) => ALL.test(path)).map(({ query }) => Number(query.offset));
    expect(Math.max(...offsets), 'the last page begins before the last row').toBeGreaterThanOrEqual(
      (count ?? 0) - 100,
    );
  });

  test('are found by name and by slug', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await find(panel, 'best sell');
    await expect(row(panel, 'Best Sellers')).toContainText('/best-sellers');
    await find(panel, 'clearance-1');
    await expect(row(panel, 'Clearance')).toBeVisible();
    await expect(row(panel, 'Best Sellers')).toBeHidden();
  });

  test('every field is edited, saved with all that is known, and read back', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Yoga Mats & Blocks');
    await field(panel, 'Name').fill('Yoga Mats');
    await field(panel, 'Slug').fill('yoga-mats');
    await expect(panel.getByText('Links to /yoga-mats-blocks will stop working')).toBeVisible();
    await field(panel, 'Image address').fill('https://images.example/yoga.png');
    await field(panel, 'SEO title').fill('Yoga mats – Acme Fitness');
    await field(panel, 'SEO description').fill('Mats for every practice.');
    await save(panel);
    await expect(said(panel, 'Saved')).toBeVisible();
    expect(writes(world)).toHaveLength(1);
    expect(writes(world)[0]).toMatchObject({
      method: 'PUT',
      status: 200,
      headers: { version: '2021-07-28', accept: 'application/json' },
      body: {
        altId: LOCATIONS.acme,
        altType: 'location',
        name: 'Yoga Mats',
        slug: 'yoga-mats',
        image: 'https://images.example/yoga.png',
        seo: { title: 'Yoga mats – Acme Fitness', description: 'Mats for every practice.' },
      },
    });
    const last = world.log.at(-1);
    expect(last?.method).toBe('GET');
    await panel.getByRole('button', { name: 'Back to collections' }).click();
    await find(panel, 'Yoga Mats');
    await expect(row(panel, 'Yoga Mats')).toContainText('/yoga-mats');
  });

  test('a new one suggests its slug and is made with an id of its own', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await panel.getByRole('button', { name: 'New', exact: true }).click();
    await field(panel, 'Name').fill('Rowing & Cardio');
    await expect(field(panel, 'Slug')).toHaveValue('rowing-cardio');
    await panel.getByRole('button', { name: 'Create', exact: true }).click();
    await expect(said(panel, 'Created')).toBeVisible();
    expect(writes(world)).toHaveLength(1);
    expect(writes(world)[0]).toMatchObject({
      method: 'POST',
      status: 201,
      body: { altId: LOCATIONS.acme, altType: 'location', name: 'Rowing & Cardio', slug: 'rowing-cardio' },
    });
    const made = world.shops.get(LOCATIONS.acme)?.collections.filter(({ slug }) => slug === 'rowing-cardio');
    expect(made).toHaveLength(1);
  });

  test('a new one whose name gives no slug says what is missing once it is to be made', async ({
    openAt,
    world,
  }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await panel.getByRole('button', { name: 'New', exact: true }).click();
    await field(panel, 'Name').fill('🔥🔥');
    await expect(field(panel, 'Slug')).not.toHaveAttribute('aria-invalid');
    await panel.keyboard.press('Control+s');
    await expect(field(panel, 'Slug')).toBeFocused();
    await expect(field(panel, 'Slug')).toHaveAccessibleDescription('A collection needs a slug');
    await field(panel, 'Name').fill('');
    await panel.keyboard.press('Control+s');
    await expect(field(panel, 'Name')).toBeFocused();
    await expect(field(panel, 'Name')).toHaveAccessibleDescription('A collection needs a name');
    expect(writes(world)).toEqual([]);
    await field(panel, 'Name').fill('Fire');
    await panel.keyboard.press('Control+s');
    await expect(said(panel, 'Created')).toBeVisible();
  });

  test("somebody else's change to the same field is never overwritten", async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Summer 2026');
    await field(panel, 'Name').fill('Summer 2026, mine');
    const theirs = world.shops.get(LOCATIONS.acme)?.collections.find(({ slug }) => slug === 'summer-2026');
    if (theirs) theirs.name = 'Summer 2026, theirs';
    await save(panel);
    const main = panel.getByRole('main');
    await expect(main.getByText('Changed elsewhere while you were editing')).toBeVisible();
    await expect(said(panel, 'Changed elsewhere while you were editing')).toBeVisible();
    await expect(panel.getByRole('radiogroup').getByText('Summer 2026, theirs')).toBeVisible();

    await panel.getByRole('button', { name: 'Save this version' }).click();
    await expect(main.getByText('Choose one for: Name')).toBeVisible();
    await expect(said(panel, 'Choose one for: Name')).toBeVisible();
    expect(writes(world)).toEqual([]);
    await panel.getByRole('radio', { name: 'Yours' }).check();
    await expect(main.getByText('Choose one for: Name')).toBeHidden();
    await panel.getByRole('button', { name: 'Save this version' }).click();
    await expect(said(panel, 'Saved')).toBeVisible();
    expect(writes(world)).toMatchObject([{ method: 'PUT', body: { name: 'Summer 2026, mine' } }]);
  });

  test('one that vanished: says so, keeps the draft, writes nothing', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Recovery');
    await field(panel, 'Name').fill('Recovery & Rest');
    const shop = world.shops.get(LOCATIONS.acme);
    if (shop) shop.collections = shop.collections.filter(({ slug }) => slug !== 'recovery');
    await save(panel);
    await expect(panel.getByText('This collection is not in HighLevel any more')).toBeVisible();
    await expect(field(panel, 'Name')).toHaveValue('Recovery & Rest');
    expect(writes(world)).toEqual([]);
  });

  test('HTML in answer to a save: says so and keeps the draft', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Gift Cards');
    await field(panel, 'Name').fill('Gift Vouchers');
    const body = '<html>Bad gateway</html>';
    world.fault({ path: ONE, times: 99, does: { kind: 'answer', status: 502, body, type: 'text/html' } });
    world.fault({ path: ALL, times: 99, does: { kind: 'answer', status: 502, body, type: 'text/html' } });
    await save(panel);
    await expect(panel.getByText('HighLevel does not answer as it should')).toBeVisible({ timeout: 45_000 });
    await expect(field(panel, 'Name')).toHaveValue('Gift Vouchers');
  });

  test('no network while saving: says so, keeps the draft, writes nothing', async ({
    openAt,
    chromium,
    world,
  }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await openCollection(panel, 'Gift Cards');
    await field(panel, 'Name').fill('Gift Vouchers');
    await chromium.context.setOffline(true);
    await save(panel);
    await expect(panel.getByText('No connection to HighLevel').first()).toBeVisible();
    await expect(field(panel, 'Name')).toHaveValue('Gift Vouchers');
    expect(writes(world)).toEqual([]);
  });

  test('a token that may not write: names the right, keeps the draft', async ({ openAt, world }) => {
    const scopes = ['products/collection.readonly', 'products.readonly'];
    const panel = await openAt('acme');
    await submitToken(panel, world.issueToken({ locationId: LOCATIONS.acme, scopes }), 'Acme');
    await panel.getByRole('button', { name: 'Show collections' }).click();
    await openCollection(panel, 'Gift Cards');
    await field(panel, 'Name').fill('Gift Vouchers');
    await save(panel);
    await expect(panel.getByText('Add “Edit Product Collections” to the integration').first()).toBeVisible();
    await expect(field(panel, 'Name')).toHaveValue('Gift Vouchers');
    const shop = world.shops.get(LOCATIONS.acme);
    expect(shop?.collections.some(({ name }) => name === 'Gift Vouchers')).toBe(false);
  });

  test('a token refused while saving: one paste, and the draft is still there', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    const token = await connect(panel, world, 'acme');
    await openCollection(panel, 'Gift Cards');
    await field(panel, 'Name').fill('Gift Vouchers');
    world.revokeToken(token);
    await save(panel);
    await panel.getByRole('button', { name: 'Replace token' }).first().click();
    await panel
      .getByRole('textbox', { name: 'Token' })
      .fill(world.issueToken({ locationId: LOCATIONS.acme }));
    await panel.getByRole('button', { name: 'Replace', exact: true }).click();
    await expect(field(panel, 'Name')).toHaveValue('Gift Vouchers');
    await save(panel);
    await expect(said(panel, 'Saved')).toBeVisible();
  });
});

test.describe('an unusual store', () => {
  test('empty: says so and offers the first one', async ({ openAt, world }) => {
    world.shops.get(LOCATIONS.initech)?.collections.splice(0);
    const panel = await openAt('initech');
    await connect(panel, world, 'initech', 'Initech');
    await expect(panel.getByText('No collections yet')).toBeVisible();
  });

  test.describe('whose list is the documented [[null]]', () => {
    test.use({ worldOptions: { quirks: { emptyList: 'null-row' } } });
    test('is empty', async ({ openAt, world }) => {
      world.shops.get(LOCATIONS.initech)?.collections.splice(0);
      const panel = await openAt('initech');
      await connect(panel, world, 'initech', 'Initech');
      await expect(panel.getByText('No collections yet')).toBeVisible();
    });
  });

  test.describe('whose total is missing and whose pages are capped', () => {
    test.use({ worldOptions: { quirks: { total: 'missing', pageCap: 20 }, sizes: { globex: 64 } } });
    test('is listed to the end', async ({ openAt, world }) => {
      const panel = await openAt('globex');
      await connect(panel, world, 'globex', 'Globex');
      await expect(panel.getByText('64 collections')).toBeVisible();
    });
  });
});
