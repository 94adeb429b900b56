// Functions that run in a page of the extension's origin and look into its sidebar.

type View = Window & typeof globalThis;
declare const browser: { extension: { getViews(filter: { type: 'sidebar' }): View[] } };

export const canLook = () =>
  typeof browser !== 'undefined' && typeof browser.extension?.getViews === 'function';

export const readText = () =>
  browser.extension.getViews({ type: 'sidebar' })[0]?.document.body?.innerText ?? '';

/** Finds a visible, enabled control by how its name begins; types `value` into it when there is one. */
export function findControl(asked: { selector: string; name: string; value: string | null }) {
  const view = browser.extension.getViews({ type: 'sidebar' })[0];
  if (!view) return null;
  type Control = HTMLElement & { labels?: NodeListOf<HTMLLabelElement>; value?: string };
  const nameOf = (element: Control) => {
    const by = element.getAttribute('aria-labelledby');
    const named = element.getAttribute('aria-label') ?? (by && view.document.getElementById(by)?.innerText);
    const seen = element.cloneNode(true) as Control;
    for (const hidden of seen.querySelectorAll('[aria-hidden=true]')) hidden.remove();
    return (named ?? element.labels?.[0]?.innerText ?? seen.textContent).trim();
  };
  const controls = Array.from(view.document.querySelectorAll<Control>(asked.selector));
  const found = controls.find(
    (each) => nameOf(each).startsWith(asked.name) && each.checkVisibility() && !each.matches(':disabled'),
  );
  if (!found) return null;
  if (asked.value !== null) {
    // React listens to the element's own setter, not to an assignment on the wrapped one.
    const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(found), 'value');
    own?.set?.call(found, asked.value);
    found.dispatchEvent(new view.Event('input', { bubbles: true }));
  }
  found.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = found.getBoundingClientRect();
  return { x: x + width / 2, y: y + height / 2, value: found.value ?? '' };
}
