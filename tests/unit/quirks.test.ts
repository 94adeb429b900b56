import { describe, expect, it, vi } from 'vitest';
import { QUIRK_VALUES } from '../world/quirks.ts';
import type { Quirks } from '../world/types.ts';
import { type Case, coveringArray } from './quirks/covering-array.ts';
import { doMainJob } from './quirks/main-job.ts';

vi.setConfig({ testTimeout: 60_000 });

type Name = keyof Quirks;
const NAMES = Object.keys(QUIRK_VALUES) as Name[];

/** With a narrow window the way limits are told matters; otherwise the job would never reach them. */
const NARROW = 25;
const RATES: readonly Name[] = ['rateWindow', 'rateHeaders', 'retryAfter'];

const single = NAMES.flatMap((name) =>
  QUIRK_VALUES[name].map((value) => ({
    name,
    value,
    quirks: { [name]: value } as Partial<Quirks>,
    max: RATES.includes(name) ? NARROW : 100,
  })),
);

const sizes = Object.fromEntries(NAMES.map((name) => [name, QUIRK_VALUES[name].length])) as Record<
  Name,
  number
>;
const quirksOf = (chosen: Case<Name>) =>
  Object.fromEntries(NAMES.map((name) => [name, QUIRK_VALUES[name][chosen[name]]])) as Quirks;

describe('the main job, every claim true and the device equal to the server', () => {
  it.each(single)('under $name: $value', ({ quirks, max }) => doMainJob(quirks, max));
});

const pairs = coveringArray(sizes);

it('lets every two values of every two quirks meet', () => {
  for (const a of NAMES) {
    for (const b of NAMES) {
      if (a === b) continue;
      const met = new Set(pairs.map((one) => `${one[a]} ${one[b]}`));
      expect(met.size).toBe(sizes[a] * sizes[b]);
    }
  }
});

if (process.env.DEEP === '1')
  describe('and under all pairs of quirks', () => {
    it.each(pairs.map((one, index) => ({ index, quirks: quirksOf(one) })))(
      'case $index',
      ({ index, quirks }) => doMainJob(quirks, index % 2 ? NARROW : 100),
    );
  });
