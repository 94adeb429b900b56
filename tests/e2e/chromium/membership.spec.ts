import type { Page } from '@playwright/test';
import { LOCATIONS, type RawProduct, type World } from '../../world/types.ts';
import { connect, openCollection } from '../acts.ts';
import { expect, test } from '../stage.ts';

const shopOf = (world: World) => world.shops.get(LOCATIONS.acme)!;
const mat = (world: World) => shopOf(world).products.find(({ name }) => name === 'Awesome Yoga Mat')!;
const idOf = (world: World, name: string) => shopOf(world).collections.find((one) => one.name === name)!._id;
/** Everything of a product that a change of its collections must not touch. */
const rest = ({ collectionIds: _, updatedAt: __, ...others }: RawProduct) => structuredClone(others);
const puts = (world: World) => world.log.filter(({ method }) => method === 'PUT');
/** Every one of the product's collections, as its card shows them. */
const tags = (panel: Page) => panel.getByRole('button', { name: /^Remove from / });

async function lookUp(panel: Page, text: string) {
  await panel.getByRole('tab', { name: 'Product' }).click();
  const search = panel.getByRole('searchbox', { name: 'Product id, slug or link' });
  await search.fill(text);
  await search.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Awesome Yoga Mat' })).toBeVisible();
}

for (const [way, quirks] of [
  ['merges', {}],
  ['replaces', { productUpdate: 'replaces', listExtras: 'none', taxes: 'objects' }],
] as const)
  test.describe(`where an update of a product ${way}`, () => {
    test.use({ worldOptions: { quirks } });

    test('a product is added to a collection and removed from another, and nothing else of it moves', async ({
      openAt,
      world,
    }) => {
      const panel = await openAt('acme');
      await connect(panel, world, 'acme');
      await lookUp(panel, 'awesome-yoga-mat');
      const before = rest(mat(world));
      await expect(tags(panel)).toHaveCount(2);

      await panel.getByRole('button', { name: 'Add to a collection' }).click();
      await panel.getByRole('combobox', { name: 'Find a collection' }).fill('summer');
      await panel.getByRole('option', { name: /Summer 2026/ }).click();
      await expect(panel.getByRole('status').getByText('Added to “Summer 2026”')).toBeAttached();
      await expect(tags(panel)).toHaveCount(3);
      expect(mat(world).collectionIds).toEqual([
        idOf(world, 'Best Sellers'),
        idOf(world, 'Yoga Mats & Blocks'),
        idOf(world, 'Summer 2026'),
      ]);

      await panel.getByRole('button', { name: 'Remove from Best Sellers' }).click();
      await expect(panel.getByRole('status').getByText('Removed from “Best Sellers”')).toBeAttached();
      await expect(tags(panel)).toHaveCount(2);
      expect(mat(world).collectionIds).toEqual([
        idOf(world, 'Yoga Mats & Blocks'),
        idOf(world, 'Summer 2026'),
      ]);
      expect(rest(mat(world))).toEqual(before);
      expect(puts(world)).toHaveLength(2);

      // From the toast, and from Activity.
      await panel.getByRole('button', { name: 'Undo', exact: true }).click();
      await expect(panel.getByRole('button', { name: 'Remove from Best Sellers' })).toBeVisible();
      await panel.getByRole('tab', { name: 'Activity' }).click();
      await expect(panel.getByText('Added to Summer 2026')).toBeVisible();
      await panel.getByRole('button', { name: 'Undo: Awesome Yoga Mat' }).click();
      await expect
        .poll(() => [...mat(world).collectionIds].sort())
        .toEqual([idOf(world, 'Best Sellers'), idOf(world, 'Yoga Mats & Blocks')].sort());
      await expect(panel.getByRole('list', { name: 'Changes' }).getByText('Undone')).toHaveCount(2);
      expect(rest(mat(world))).toEqual(before);
      await panel.getByRole('tab', { name: 'Product' }).click();
      await expect(tags(panel)).toHaveCount(2);
    });
  });

test('the search for a collection is worked by keys alone, and the focus comes back', async ({
  openAt,
  world,
}) => {
  const panel = await openAt('acme');
  await connect(panel, world, 'acme');
  await lookUp(panel, 'awesome-yoga-mat');
  const add = panel.getByRole('button', { name: 'Add to a collection' });
  await add.focus();
  await panel.keyboard.press('Enter');
  const field = panel.getByRole('combobox', { name: 'Find a collection' });
  await expect(field).toBeFocused();
  await panel.keyboard.press('Escape');
  await expect(field).toBeHidden();
  await expect(add).toBeFocused();

  await panel.keyboard.press('Enter');
  await expect(field).toBeFocused();
  // Not quite its name.
  await panel.keyboard.type('ketlebels');
  await expect(panel.getByRole('option').first()).toHaveText('Kettlebells/kettlebells');
  await panel.keyboard.press('ArrowDown');
  await panel.keyboard.press('ArrowUp');
  await expect(panel.getByRole('option', { selected: true })).toContainText('Kettlebells');
  await panel.keyboard.press('Enter');
  await expect(add).toBeFocused();
  const remove = panel.getByRole('button', { name: 'Remove from Kettlebells' });
  await expect(remove).toBeVisible();
  await expect.poll(() => mat(world).collectionIds).toContain(idOf(world, 'Kettlebells'));
  await expect(panel.getByRole('status').getByText('Added to “Kettlebells”')).toBeAttached();

  await remove.focus();
  await panel.keyboard.press('Enter');
  await expect(remove).toHaveCount(0);
  await expect(panel.getByRole('button', { name: 'Remove from Yoga Mats & Blocks' })).toBeFocused();
  expect(mat(world).collectionIds).not.toContain(idOf(world, 'Kettlebells'));
});

test.describe('where HighLevel does not show pictures and SEO texts', () => {
  test.use({ worldOptions: { quirks: { unknownFields: 'absent', productUpdate: 'replaces' } } });

  test('somebody is warned before anything is sent', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await lookUp(panel, 'awesome-yoga-mat');
    const before = structuredClone(mat(world));
    await panel.getByRole('button', { name: 'Remove from Best Sellers' }).click();
    const warning = panel.getByRole('tabpanel').getByText('HighLevel did not show all of this product');
    await expect(warning).toBeVisible();
    expect(puts(world)).toEqual([]);
    expect(mat(world)).toEqual(before);
    await panel.getByRole('button', { name: 'Cancel' }).click();
    await expect(warning).toHaveCount(0);
    await expect(panel.getByRole('button', { name: 'Add to a collection' })).toBeFocused();
  });
});

test.describe('where HighLevel does not say which collections a product is in', () => {
  const sizes = { acme: 40 };
  const quirks = { productSets: 'left-out', listExtras: 'none', productUpdate: 'replaces' } as const;
  test.use({ worldOptions: { sizes, quirks } });

  test('they are found out on request, and none is lost by adding one', async ({ openAt, world }) => {
    const panel = await openAt('acme');
    await connect(panel, world, 'acme');
    await lookUp(panel, 'awesome-yoga-mat');
    await expect(panel.getByText('HighLevel did not say which collections it is in.')).toBeVisible();
    await panel.getByRole('button', { name: 'Find out' }).click();
    await expect(tags(panel)).toHaveCount(2);
    const add = panel.getByRole('button', { name: 'Add to a collection' });
    await expect(add).toBeFocused();
    expect(puts(world)).toEqual([]);
    const before = mat(world).collectionIds;
    await add.click();
    await panel.getByRole('combobox', { name: 'Find a collection' }).fill('summer 2026');
    await panel.getByRole('option').first().click();
    await expect(tags(panel)).toHaveCount(3);
    await expect.poll(() => mat(world).collectionIds).toEqual([...before, idOf(world, 'Summer 2026')]);
  });
});

test('a right that was refused is said, and said again before the next try', async ({ openAt, world }) => {
  const panel = await openAt('acme');
  const scopes = ['products/collection.readonly', 'products/collection.write', 'products.readonly'];
  const token = world.issueToken({ locationId: LOCATIONS.acme, scopes });
  await panel.getByRole('textbox', { name: 'Token' }).fill(token);
  await panel.getByRole('button', { name: 'Connect', exact: true }).click();
  await panel.getByRole('button', { name: 'Show collections' }).click();
  await lookUp(panel, 'awesome-yoga-mat');
  await expect(panel.getByText('This token may not edit products')).toHaveCount(0);
  await panel.getByRole('button', { name: 'Remove from Best Sellers' }).click();
  await expect(panel.getByText('This token may not edit products').first()).toBeVisible();
  await expect(tags(panel)).toHaveCount(2);
  await panel.reload();
  await lookUp(panel, 'awesome-yoga-mat');
  await expect(panel.getByText('This token may not edit products')).toBeVisible();
});

test('the products of a collection are listed in its editor, and each opens its card', async ({
  openAt,
  world,
}) => {
  const panel = await openAt('acme');
  await connect(panel, world, 'acme');
  await openCollection(panel, 'Summer 2026');
  expect(world.log.filter(({ path }) => path === '/products/')).toEqual([]);
  await panel.locator('summary').filter({ hasText: 'Products' }).click();
  const inside = shopOf(world).products.filter(({ collectionIds }) =>
    collectionIds.includes(idOf(world, 'Summer 2026')),
  );
  const list = panel.getByRole('list', { name: 'Products' });
  await expect(list.getByRole('listitem')).toHaveCount(Math.min(50, inside.length));
  await panel.getByRole('button', { name: 'Show more' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(Math.min(100, inside.length));
  await list.getByRole('button').first().click();
  await expect(panel.getByRole('heading', { name: inside[0]!.name })).toBeVisible();
  await panel.getByRole('tab', { name: 'Collections' }).click();
  await expect(panel.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Summer 2026');
});
