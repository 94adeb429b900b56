import type { Page } from '@playwright/test';

/** What a page's main thread did while somebody used it, in ms each. */
export type Work = {
  /** Of each input event: until its handlers were through and the document was changed; layout and paint follow. */
  handled: number[];
  /** Of each input event: until the next frame was painted. */
  painted: number[];
  /** Tasks longer than 50 ms. */
  long: number[];
  /** Of each slow interaction, as the browser itself counts it: from the event to the frame that shows its effect. */
  interactions: number[];
};

declare global {
  interface Window {
    work: Work;
  }
}

/** Runs in the page and stands alone. */
function watch(): void {
  window.work = { handled: [], painted: [], long: [], interactions: [] };
  const soon = (then: () => void) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    port2.postMessage(null);
  };
  let began = 0;
  window.addEventListener(
    'input',
    () => {
      began = performance.now();
      const { painted } = window.work;
      const from = began;
      requestAnimationFrame(() => soon(() => painted.push(performance.now() - from)));
    },
    true,
  );
  // The last listener of all: what those before it left for afterwards (microtasks) is done as well.
  window.addEventListener('input', () => window.work.handled.push(performance.now() - began));
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) window.work.long.push(duration);
  }).observe({ type: 'longtask' });
  const events: PerformanceObserverInit & { durationThreshold: number } = {
    type: 'event',
    durationThreshold: 16,
  };
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries())
      if (Reflect.get(entry, 'interactionId') !== 0) window.work.interactions.push(entry.duration);
  }).observe(events);
}

export const watchWork = (panel: Page): Promise<void> => panel.evaluate(watch);

/** Two frames and a moment: what was set off is done and has been counted. */
export const settle = (panel: Page): Promise<void> =>
  panel.evaluate(
    () =>
      new Promise<void>((resolve) =>
        requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 50))),
      ),
  );

/** The work since it was last taken. */
export async function takeWork(panel: Page): Promise<Work> {
  await settle(panel);
  return panel.evaluate(() => {
    const { work } = window;
    window.work = { handled: [], painted: [], long: [], interactions: [] };
    return work;
  });
}
