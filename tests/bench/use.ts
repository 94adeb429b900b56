import type { CDPSession, Page } from '@playwright/test';
import type { Chromium } from '../e2e/chromium.ts';
import { ACTS } from './acts.ts';
import { closePanel, type Ground, openAt, type Place, SIZES, wholeOf } from './ground.ts';
import { type Measure, p95, worst } from './measure.ts';
import { takeWork, type Work, watchWork } from './work.ts';

const MB = 1_000_000;
/** What the web counts as a good answer to a person (ms). */
const GOOD = 200;
/** A list in use is smooth while no task is longer (ms). */
const LONG = 50;
const KEY: Record<Place, number> = { initech: 5, acme: 5, globex: 12 };

type Act = keyof typeof ACTS;

/** The whole list in memory, and nothing left to do. */
async function openWhole(chromium: Chromium, place: Place): Promise<Page> {
  const panel = await openAt(chromium, place);
  await panel.locator(wholeOf(place)).first().waitFor({ timeout: 60_000 });
  await watchWork(panel);
  await takeWork(panel);
  return panel;
}

/** CPU time (ms) of the page's main thread since its metrics were enabled: it does not grow while others have the processor. */
async function cpuTime(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN) * 1000;
}

/** All the CPU time that a keystroke costs on average: handlers, layout, paint, and what the page does between. */
async function cpuOfKeys(panel: Page): Promise<number> {
  const session = await panel.context().newCDPSession(panel);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  const before = await cpuTime(session);
  await ACTS.typing(panel);
  const spent = (await cpuTime(session)) - before;
  await session.detach();
  return spent / (await takeWork(panel)).handled.length;
}

async function workOf(panel: Page, acts: readonly Act[]): Promise<[Act, Work][]> {
  const works: [Act, Work][] = [];
  for (const act of acts) {
    await ACTS[act](panel);
    works.push([act, await takeWork(panel)]);
  }
  return works;
}

const rowsOf = (place: Place) => `${SIZES[place].toLocaleString('en')} rows`;

/** Keys and long tasks of one location in the real panel, at full speed. */
async function atFullSpeed(chromium: Chromium, place: Place, acts: readonly Act[]): Promise<Measure[]> {
  const panel = await openWhole(chromium, place);
  const works = await workOf(panel, acts);
  const cpu = await cpuOfKeys(panel);
  await closePanel(chromium, panel);
  const typing = works.find(([act]) => act === 'typing')?.[1];
  const of = (what: string) => `panel, ${rowsOf(place)}: ${what}`;
  return [
    ...(typing
      ? [
          {
            name: of('keystroke handled and the list changed, p95 (ms)'),
            value: p95(typing.handled),
            target: KEY[place],
          },
          { name: of('keystroke to the next frame painted, p95 (ms)'), value: p95(typing.painted) },
          { name: of('keystroke, CPU time of the page on average (ms)'), value: cpu },
        ]
      : []),
    ...works.map(([act, { long }]) => ({
      name: of(`longest task over 50 ms while ${act} (ms)`),
      value: worst(long),
      target: LONG,
    })),
  ];
}

async function slowedDown(chromium: Chromium, place: Place): Promise<Measure[]> {
  const panel = await openWhole(chromium, place);
  const session = await panel.context().newCDPSession(panel);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
  const works = await workOf(panel, ['typing', 'sorting', 'renaming']);
  await closePanel(chromium, panel);
  return works.map(([act, { interactions }]) => ({
    name: `panel, ${rowsOf(place)}, CPU 4 × slower: slowest interaction while ${act} (ms)`,
    value: worst(interactions),
    target: GOOD,
  }));
}

async function heap(chromium: Chromium, place: Place): Promise<Measure> {
  const panel = await openWhole(chromium, place);
  await ACTS.typing(panel);
  const session = await panel.context().newCDPSession(panel);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await closePanel(chromium, panel);
  return { name: `panel, ${rowsOf(place)}: heap after a search (MB)`, value: usedSize / MB, target: 60 };
}

/** From the beginning of the panel's navigation to the last row in memory. */
async function reading(chromium: Chromium, place: Place): Promise<Measure> {
  const panel = await openAt(chromium, place);
  const value = await panel.evaluate(
    (whole) =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.querySelector(whole) ? resolve(performance.now()) : requestAnimationFrame(look);
        look();
      }),
    wholeOf(place),
  );
  await closePanel(chromium, panel);
  return { name: `panel, ${rowsOf(place)}: opened, and all of it read from the device (ms)`, value };
}

/** The panel in use, at 10,000 and 50,000 rows. */
export async function benchUse({ aisle }: Ground): Promise<Measure[]> {
  const chromium = await aisle();
  const measures = [
    ...(await atFullSpeed(chromium, 'acme', ['typing', 'scrolling', 'sorting', 'renaming'])),
    ...(await atFullSpeed(chromium, 'globex', ['typing', 'scrolling', 'sorting'])),
    ...(await slowedDown(chromium, 'acme')),
    await heap(chromium, 'globex'),
    await reading(chromium, 'globex'),
  ];
  await chromium.close();
  return measures;
}
