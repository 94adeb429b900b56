/** Resolves once the browser has painted what was last drawn. */
export const painted = () =>
  new Promise<void>((resolve) => {
    // A hidden page paints nothing: it need not wait.
    if (document.visibilityState === 'hidden') setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/** Reading a long list leaves no idle moment: after this long (ms) it is taken. */
const PATIENCE = 200;

/** Does this once nobody else wants the page, or after 200 ms; answers the function that calls it off. */
export function whenIdle(work: () => void): () => void {
  const idle = requestIdleCallback(work, { timeout: PATIENCE });
  return () => cancelIdleCallback(idle);
}

/** Resolves once what was last drawn is painted and nobody else wants the page; 200 ms after that in any case. */
export async function rested(): Promise<void> {
  await painted();
  await new Promise<void>((resolve) => whenIdle(resolve));
}
