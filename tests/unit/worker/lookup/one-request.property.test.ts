import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Call } from '../../../../lib/bridge/call.ts';
import { contract } from '../../../../lib/bridge/contract.ts';
import { isObjectId } from '../../../../lib/highlevel/ids.ts';
import { createProductStore } from '../../../../lib/panel/product.ts';
import { createRecents } from '../../../../lib/panel/product-recents.ts';
import { asked } from '../../../../lib/worker/lookup/asked.ts';
import { createLookUp } from '../../../../lib/worker/lookup/look-up.ts';
import { TROUBLES } from '../../../world/troubles.ts';
import { LOCATIONS } from '../../../world/types.ts';
import { messyText } from '../../highlevel/messy-text.ts';
import { memoryStorage } from '../../panel/shop-fakes.ts';
import { runs } from '../../runs.ts';
import { createBrowser } from '../parts.ts';

const { acme, globex, initech } = LOCATIONS;
const CONNECTED = [acme, globex, initech];
const DAY_MS = 86_400_000;

/** A panel beside a worker that knows three locations of the world. */
async function open() {
  const browser = createBrowser();
  const { world, clock } = browser;
  const worker = browser.start();
  for (const locationId of CONNECTED) {
    const token = world.issueToken({ locationId });
    await worker.connect.connect({ locationId, label: locationId, token, keep: 'memory' });
    await clock.sleep(1_000);
  }
  const lookUp = createLookUp({ clientFor: worker.clients.clientFor, vault: worker.vault });
  const call = (async (name: string, request: unknown) => {
    expect(name).toBe('product.lookup');
    return lookUp(contract['product.lookup'].request.parse(request));
  }) as Call;
  const panel = (inTab: boolean) =>
    createProductStore({
      locationId: acme,
      call,
      recentsOf: (locationId) => createRecents(memoryStorage(), locationId),
      now: () => clock.now(),
      inTab: () => inTab,
    });
  let day = 0;
  /** What HighLevel is asked meanwhile. */
  async function during(act: () => Promise<void>) {
    world.log.length = 0;
    world.clearFaults();
    // The daily allowance is not what is tried here.
    day += 1;
    if (day % 1_000 === 0) await clock.sleep(DAY_MS);
    await act();
    return [...world.log];
  }
  return { world, panel, during };
}

describe('one lookup, whatever was selected, linked or pasted', () => {
  let stage: Awaited<ReturnType<typeof open>>;
  let names: string[];
  beforeAll(async () => {
    stage = await open();
    names = [...stage.world.shops.values()].flatMap(({ id, products, collections }) => [
      id,
      ...products.slice(0, 2).flatMap(({ _id, slug }) => [_id, slug]),
      ...collections.slice(0, 1).flatMap(({ _id, slug }) => [_id, slug ?? '']),
    ]);
  });

  const troubles = fc.constantFrom(
    undefined,
    ...(['broken', 'unavailable', 'halfJson', 'firewall'] as const),
  );

  it('asks each connected location at most once, and only for what can be an id or a slug', async () => {
    const text = messyText(...names);
    const tabUrl = fc.oneof(text, fc.constant(undefined));
    const click = fc.record({
      selectionText: tabUrl,
      linkUrl: tabUrl,
      srcUrl: tabUrl,
      pageUrl: tabUrl,
      tabUrl,
    });
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(text, click), fc.boolean(), troubles, async (given, inTab, trouble) => {
        const { world, panel, during } = stage;
        const store = panel(inTab);
        const log = await during(async () => {
          if (trouble !== undefined) world.fault({ does: TROUBLES[trouble] });
          if (typeof given === 'string') await store.lookUp(given);
          else await store.take(asked(given));
        });
        const where = log.map(({ query }) => query.locationId);
        expect(new Set(where).size).toBe(where.length);
        for (const { method, path, query } of log) {
          expect([method, Object.keys(query)]).toEqual(['GET', ['locationId']]);
          expect(CONNECTED).toContain(query.locationId);
          const ref = decodeURIComponent(/^\/products\/([^/]+)$/.exec(path)?.[1] ?? '');
          if (!isObjectId(ref)) {
            expect(ref).toMatch(/^(?!pit-)[\p{L}\p{N}][\p{L}\p{N}\p{M}_-]{0,199}$/u);
            expect(log).toHaveLength(1);
          }
        }
        const { shown } = store.getState();
        // Stops at the first hit, and says whose it is.
        if (shown.state === 'found') {
          answered += 1;
          expect(where.at(-1)).toBe(shown.locationId);
          const there = world.shops.get(shown.locationId)?.products;
          expect(there?.map(({ _id }) => _id)).toContain(shown.product.id);
        }
        if (log.length > 0) expect(['found', 'failed']).toContain(shown.state);
      }),
      runs(10_000),
    );
    expect(answered).toBeGreaterThan(100);
  });
});
