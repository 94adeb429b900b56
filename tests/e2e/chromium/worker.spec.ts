import { LOCATIONS } from '../../world/types.ts';
import { connect, field, find, openCollection, row, save, writes } from '../acts.ts';
import { expect, test } from '../stage.ts';
import { until } from '../until.ts';

const PUT = { method: 'PUT', path: /^\/products\/collections\// };

test.describe('a worker that dies in the middle of a save', () => {
  for (const [whether, applied] of [
    ['had', true],
    ['had not', false],
  ] as const) {
    test(`settles when HighLevel ${whether} done it: saved once, never twice`, async ({
      openAt,
      chromium,
      world,
    }) => {
      test.setTimeout(120_000);
      const panel = await openAt('acme');
      await connect(panel, world, 'acme');
      await openCollection(panel, 'Summer 2026');
      await field(panel, 'Name').fill('Summer & Sun');
      world.fault({ ...PUT, does: { kind: 'hang', applied } });
      await save(panel);
      await until('the change is on its way', async () => writes(world).length === 1);
      await chromium.killWorker();
      // Closing and opening is what a person does when nothing moves; it also wakes the worker.
      await chromium.closePanel();
      const again = await chromium.openPanel();
      await until(
        'HighLevel holds the change',
        async () =>
          world.shops.get(LOCATIONS.acme)?.collections.find(({ slug }) => slug === 'summer-2026')?.name ===
          'Summer & Sun',
        90_000,
      );
      await find(again, 'Summer & Sun');
      await expect(row(again, 'Summer & Sun')).toBeVisible({ timeout: 30_000 });
      expect(writes(world)).toHaveLength(applied ? 1 : 2);
    });
  }
});
