import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Fault, Quirks } from '../../../world/types.ts';
import { runs } from '../../runs.ts';
import { ACME } from '../sync/home.ts';
import { createShelf } from './moving.ts';
import { entries } from './writing.ts';

const quirks: fc.Arbitrary<Partial<Quirks>> = fc.record({
  productUpdate: fc.constantFrom('merges', 'replaces'),
  productSets: fc.constantFrom('said', 'left-out'),
  listExtras: fc.constantFrom('both', 'none'),
  bulkEdit: fc.constantFrom('products.write', 'refused'),
  taxes: fc.constantFrom('ids', 'objects'),
  readLag: fc.constantFrom(0, 1000, 3000),
  wrapping: fc.constantFrom('documented', 'swapped'),
  unknownFields: fc.constantFrom('present', 'present', 'absent'),
});

const broken = (applied: boolean): Fault['does'][] => [
  { kind: 'reset', applied },
  { kind: 'hang', applied },
  { kind: 'answer', status: 502, body: '<html>', type: 'text/html', applied },
];
const fault: fc.Arbitrary<Fault> = fc.record({
  method: fc.constantFrom('PUT', 'PUT', 'GET'),
  path: fc.constant(/^\/products\/[0-9a-f]{24}$/),
  skip: fc.nat(3),
  times: fc.integer({ min: 1, max: 3 }),
  does: fc.constantFrom(...broken(true), ...broken(false), { kind: 'cut', bytes: 20 } as const),
});
/** Somebody else, just before a read or just after our write; never between the two, which nothing could notice. */
const edit = fc.record({
  method: fc.constantFrom('PUT', 'GET'),
  skip: fc.nat(2),
  collection: fc.nat(3),
  text: fc.string({ maxLength: 8 }),
});
const kinds = ['add', 'remove', 'leave'] as const;
const wish = fc.tuple(...Array.from({ length: 4 }, () => fc.constantFrom(...kinds)));

it('adds and removes what was asked, keeps what others do meanwhile, and says only what is true', async () => {
  await fc.assert(
    fc.asyncProperty(
      quirks,
      fc.array(wish, { minLength: 1, maxLength: 3 }),
      fc.array(edit, { maxLength: 3 }),
      fc.array(fault, { maxLength: 3 }),
      async (given, wishes, edits, faults) => {
        const shelf = createShelf({ quirks: given });
        const { home, a, b, c, d, others, id, product, moveBy } = shelf;
        // No two of them at the same ms: that is all that tells them apart.
        home.world.latency = 20;
        const worker = await home.start();
        await worker.refresh();
        const ours = [a, b, c, d];
        let texts: Record<string, unknown> = shelf.rest();
        const theirs = new Set<string>();
        for (const { method, skip, collection, text } of edits) {
          const run = () => {
            const one = others[collection]!;
            const has = product().collectionIds.includes(one);
            if (has) theirs.delete(one);
            else theirs.add(one);
            const sets = product().collectionIds.filter((other) => other !== one);
            shelf.theyChange({ description: text, collectionIds: has ? sets : [...sets, one] });
            texts = { ...texts, description: text };
          };
          const does = { kind: 'meanwhile', run, after: method === 'PUT' } as const;
          home.world.fault({ method, path: /^\/products\/[0-9a-f]{24}$/, skip, does });
        }
        for (const one of faults) home.world.fault(one);

        for (const kind of wishes) {
          const before = new Set(product().collectionIds.filter((one) => ours.includes(one)));
          const after = new Set(before);
          for (const [at, does] of kind.entries()) {
            if (does === 'add') after.add(ours[at]!);
            if (does === 'remove') after.delete(ours[at]!);
          }
          const named = (wanted: string) => ours.filter((_, at) => kind[at] === wanted);
          const answer = await moveBy(worker, named('add'), named('remove'));
          const held = () =>
            product()
              .collectionIds.filter((one) => ours.includes(one))
              .sort();
          if (answer.ok && answer.value.state === 'saved') expect(held()).toEqual([...after].sort());
          if (answer.ok && answer.value.state === 'unsafe') expect(held()).toEqual([...before].sort());
          await worker.saves.settle();
          await worker.saves.idle();
          const [entry] = await worker.journal.list(ACME, home.clock.now());
          if (entry?.state === 'sending') {
            // Nothing could be read until now: the faults must have an end.
            home.world.clearFaults();
            await worker.saves.settle();
            await worker.saves.idle();
          }
          expect([[...after].sort(), [...before].sort()]).toContainEqual(held());
          await home.clock.sleep(1_000);
        }
        const kept = product()
          .collectionIds.filter((one) => others.includes(one))
          .sort();
        expect(kept).toEqual([...theirs].sort());
        expect(shelf.rest()).toEqual(texts);
        for (const { state, added = [], removed = [] } of (await entries(worker)).slice(0, 1)) {
          const now = product().collectionIds;
          if (state === 'saved') {
            expect(now).toEqual(expect.arrayContaining(added));
            expect(now.filter((one) => removed.includes(one))).toEqual([]);
          }
        }
        expect(home.world.log.filter(({ path }) => path.includes('bulk'))).toEqual([]);
        expect(new Set(home.world.log.map(({ method }) => method)).has('POST')).toBe(false);
        expect(id).toBe(product()._id);
      },
    ),
    runs(120),
  );
});
