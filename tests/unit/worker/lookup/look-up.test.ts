import { describe, expect, it } from 'vitest';
import { createLookUp } from '../../../../lib/worker/lookup/look-up.ts';
import { TROUBLES } from '../../../world/troubles.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { createBrowser } from '../parts.ts';

const { acme, globex, initech } = LOCATIONS;

async function connected() {
  const browser = createBrowser();
  const worker = browser.start();
  for (const locationId of [acme, globex, initech]) {
    const token = browser.world.issueToken({ locationId });
    await worker.connect.connect({ locationId, label: locationId, token, keep: 'memory' });
    await browser.clock.sleep(1_000);
  }
  browser.world.log.length = 0;
  const lookUp = createLookUp({ clientFor: worker.clients.clientFor, vault: worker.vault });
  const [product] = browser.world.shops.get(globex)!.products;
  const asked = () => browser.world.log.map(({ query }) => query.locationId);
  return {
    ...browser,
    ...worker,
    lookUp,
    asked,
    product: product!,
    ref: { kind: 'id', value: product!._id } as const,
  };
}

describe('a lookup', () => {
  it('asks one location, when its location is known', async () => {
    const { lookUp, ref, asked } = await connected();
    expect(await lookUp({ locationId: acme, ref })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(asked()).toEqual([acme]);
  });

  it('of an id goes on to the others, last used first, and stops at the first that has it', async () => {
    const { lookUp, ref, asked } = await connected();
    const answer = await lookUp({ locationId: acme, ref, elsewhere: true });
    expect(answer).toMatchObject({ ok: true, value: { id: ref.value, locationId: globex } });
    expect(asked()).toEqual([acme, initech, globex]);
  });

  it('of an id nobody has asks each location once, and answers what the first said', async () => {
    const { lookUp, asked } = await connected();
    const ref = { kind: 'id', value: 'f'.repeat(24) } as const;
    expect(await lookUp({ locationId: acme, ref, elsewhere: true })).toMatchObject({
      ok: false,
      error: { code: 'not-found' },
    });
    expect(asked().sort()).toEqual([acme, globex, initech].sort());
  });

  it('of a slug asks the first location alone: elsewhere it may be another product', async () => {
    const { lookUp, product, asked } = await connected();
    const ref = { kind: 'slug', value: product.slug } as const;
    await lookUp({ locationId: initech, ref, elsewhere: true });
    expect(asked()).toEqual([initech]);
  });

  it.each(['broken', 'unavailable', 'halfJson'] as const)(
    'that meets trouble (%s) asks no location twice, and looks on',
    async (trouble) => {
      const { lookUp, ref, world, asked } = await connected();
      world.fault({ does: TROUBLES[trouble] });
      expect(await lookUp({ locationId: acme, ref })).toMatchObject({ error: { code: 'unavailable' } });
      expect(asked()).toEqual([acme]);
      world.fault({ does: TROUBLES[trouble] });
      expect(await lookUp({ locationId: acme, ref, elsewhere: true })).toMatchObject({ ok: true });
      expect(asked()).toEqual([acme, acme, initech, globex]);
    },
  );

  it('that is turned away at the gate waits for its turn instead of failing', async () => {
    const { lookUp, ref, world } = await connected();
    world.fault({ does: TROUBLES.tooMany });
    expect(await lookUp({ locationId: globex, ref })).toMatchObject({ ok: true });
  });

  it('passes over locations whose token cannot be used', async () => {
    const { lookUp, ref, vault, asked } = await connected();
    await vault.forget(initech);
    expect(await lookUp({ locationId: initech, ref, elsewhere: true })).toMatchObject({ ok: true });
    expect(asked()).toEqual([globex]);
  });
});
