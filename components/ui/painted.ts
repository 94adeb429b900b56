/** Resolves once the browser has painted what was last drawn. */
export const painted = () =>
  new Promise<void>((resolve) => {
    // A hidden page paints nothing: it need not wait.
    if (document.visibilityState === 'hidden') setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });

/** Resolves once that is done and nobody else wants the page; after 200 ms in any case. */
export async function rested(): Promise<void> {
  await painted();
  await new Promise<unknown>((resolve) => requestIdleCallback(resolve, { timeout: 200 }));
}
