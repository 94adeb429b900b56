import type { Page } from '@playwright/test';

/**
 * Does something and answers how long (ms) the page took from the key press to the frame in which `selector`, with
 * `text` in it, was painted. Both ends are read in the page.
 */
export async function moment(
  panel: Page,
  key: string,
  { selector, text }: { selector: string; text: string },
): Promise<number> {
  const took = panel.evaluate(
    ([query, wanted]) =>
      new Promise<number>((resolve) => {
        let began = 0;
        window.addEventListener('keydown', () => (began = performance.now()), { capture: true, once: true });
        const watch = new MutationObserver(() => {
          const there = [...document.querySelectorAll<HTMLElement>(query)];
          if (began === 0 || !there.some((each) => each.innerText.trim().startsWith(wanted))) return;
          watch.disconnect();
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)));
        });
        watch.observe(document, { childList: true, subtree: true, characterData: true });
      }),
    [selector, text] as const,
  );
  await panel.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
  await panel.keyboard.press(key);
  return took;
}
