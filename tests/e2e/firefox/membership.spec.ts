import { LOCATIONS } from '../../world/types.ts';
import { expect, test } from '../firefox-stage.ts';
import { until } from '../until.ts';

test('a collection lists its products; one is put into another collection and taken out again', async ({
  firefox,
  openAt,
  connect,
  world,
}) => {
  await openAt('acme');
  await connect('acme', 'Acme Fitness');
  const { sidebar } = firefox;
  const shop = world.shops.get(LOCATIONS.acme)!;
  const recovery = shop.collections.find(({ slug }) => slug === 'recovery')!._id;
  const product = () => {
    const { updatedAt: _, ...rest } = shop.products[0]!;
    return structuredClone(rest);
  };
  const before = product();
  await sidebar.shows(`${shop.collections.length} collections`);
  await sidebar.fill('textbox', 'Search collections', 'best sellers');
  await sidebar.click('button', 'Best Sellers');
  await sidebar.click('button', 'Products');
  await sidebar.click('button', before.name);
  await sidebar.shows('ACME FIT');

  await sidebar.click('button', 'Add to a collection');
  await sidebar.fill('textbox', 'Find a collection', 'recovery');
  await sidebar.click('option', 'Recovery/recovery');
  await sidebar.shows('Added to “Recovery”');
  expect(product()).toEqual({ ...before, collectionIds: [...before.collectionIds, recovery] });

  await sidebar.click('button', 'Remove from Recovery');
  await sidebar.shows('Removed from “Recovery”');
  await until('it is as it was', async () => !product().collectionIds.includes(recovery));
  expect(product()).toEqual(before);
});
