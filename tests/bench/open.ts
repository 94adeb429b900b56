import { type Ground, showPlace } from './ground.ts';
import { type Measure, median } from './measure.ts';
import type { Opening } from './opening.ts';

const ROUNDS = 7;
/** Openings of the same browser after the first. */
const AGAIN = 3;

type Which = 'aisle' | 'static';
type Kept = Record<Which, { first: Opening[]; again: Opening[] }>;

/** A browser just started, with the rows on its device: its panel is opened once, and then again. */
async function round(ground: Ground, which: Which, kept: Kept) {
  const chromium = await ground.opening(which);
  for (let count = 0; count <= AGAIN; count++) {
    await showPlace(chromium, 'acme');
    const told = ground.told();
    await chromium.clickAction();
    kept[which][count === 0 ? 'first' : 'again'].push(await told);
    await chromium.closePanel();
  }
  await chromium.close();
}

/**
 * Side panel opened → first rows painted, and the first row answering a click, against the static panel. Both are
 * opened in turns, so that a busy machine is busy for both; times count from the beginning of the page's navigation,
 * a few ms after the click on the toolbar button. Nothing is attached to the panel meanwhile: that would cost both
 * of them more than the static one costs.
 */
export async function benchOpening(ground: Ground): Promise<Measure[]> {
  const kept: Kept = { aisle: { first: [], again: [] }, static: { first: [], again: [] } };
  for (let count = 0; count < ROUNDS; count++)
    for (const which of count % 2 === 0 ? (['aisle', 'static'] as const) : (['static', 'aisle'] as const))
      await round(ground, which, kept);

  const of = (which: Which, when: 'first' | 'again', what: keyof Opening) =>
    median(kept[which][when].map((opening) => opening[what]));
  const WHATS = [
    ['painted', 'first rows painted'],
    ['answered', 'a click opened the first row'],
  ] as const;
  return (['first', 'again'] as const).flatMap((when) =>
    WHATS.flatMap(([what, words]): Measure[] => [
      { name: `opening, ${when}: ${words} (ms)`, value: of('aisle', when, what) },
      { name: `opening, ${when}: ${words}, static panel (ms)`, value: of('static', when, what) },
      {
        name: `opening, ${when}: ${words} ÷ static panel`,
        value: of('aisle', when, what) / of('static', when, what),
        target: when === 'first' ? 2 : 1.3,
      },
    ]),
  );
}
