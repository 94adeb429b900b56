/** Resolves once the browser has painted what was last drawn. */
export const painted = () =>
  new Promise<void>((resolve) => {
    // A hidden page paints nothing: it need not wait.
    if (document.visibilityState === 'hidden') setTimeout(resolve);
    else requestAnimationFrame(() => setTimeout(resolve));
  });
