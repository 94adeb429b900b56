import { describe, expect, it } from 'vitest';
import type { Quirks } from '../../../world/types.ts';
import { rawCollection } from '../sync/home.ts';
import { createDesk, entries } from './writing.ts';

describe('a slug', () => {
  it.each<Quirks['duplicateSlug']>(['422', '400', 'accepted'])(
    'that another collection has is not sent (%s)',
    async (duplicateSlug) => {
      const { home, worker, save, writes } = await createDesk({ quirks: { duplicateSlug } });
      const other = home.shop.collections[1]!;
      const answer = await save(worker, { slug: other.slug });
      expect(answer).toMatchObject({
        ok: true,
        value: { state: 'slug-taken', slug: other.slug, name: other.name, free: `${other.slug}-2` },
      });
      expect(writes()).toEqual([]);
      expect((await entries(worker))[0]).toMatchObject({ state: 'failed', slugTaken: other.slug });
    },
  );

  it('is taken whatever its case, and by one that only HighLevel knows', async () => {
    const { home, worker, save } = await createDesk();
    home.shop.collections.push(rawCollection({ name: 'Winter Sale', slug: 'Winter-Sale' }));
    const answer = await save(worker, { name: 'winter sale', slug: 'winter-sale' });
    expect(answer).toMatchObject({ ok: true, value: { state: 'slug-taken', name: 'Winter Sale' } });
  });

  it('is free once its owner, as HighLevel has it now, has another', async () => {
    const { home, worker, save } = await createDesk();
    const other = home.shop.collections[1]!;
    home.shop.collections[1] = { ...other, slug: 'something-else' };
    expect(await save(worker, { slug: other.slug })).toMatchObject({ ok: true, value: { state: 'saved' } });
  });

  it('whose check takes long does not make the read before it too old to write by', async () => {
    const { home, worker, save, onServer, theyChange, writes } = await createDesk();
    const base = onServer()!;
    home.world.fault({ path: /collections$/, does: { kind: 'delay', ms: 3_000 } });
    const saving = save(worker, { slug: 'new-slug', name: 'Ours' }, base);
    await home.clock.sleep(1_000);
    theyChange({ name: 'Theirs' });
    expect(await saving).toMatchObject({ ok: true, value: { state: 'conflict', fields: ['name'] } });
    expect(writes()).toEqual([]);
  });

  it('is checked beside the read, so that a save still takes three round trips', async () => {
    const { home, worker, save } = await createDesk();
    home.world.latency = 100;
    const began = home.clock.now();
    expect(await save(worker, { slug: 'new-slug' })).toMatchObject({ ok: true, value: { state: 'saved' } });
    expect(home.clock.now() - began).toBeLessThanOrEqual(400);
  });
});
