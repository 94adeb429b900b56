/** A hand at the page: finds things by their names and uses them as a person would. */
export type Hand = {
  /** The first thing in sight with this role and this name (or a name that begins so). */
  find(role: Role, name: string): Promise<HTMLElement>;
  click(role: Role, name: string): Promise<void>;
  /** Replaces what is in the field. */
  type(label: string, text: string): Promise<void>;
  press(key: string): Promise<void>;
  /** Waits until this text stands on the page. */
  text(text: string): Promise<void>;
};

export type Role = 'button' | 'tab' | 'menuitem' | 'menuitemradio' | 'radio' | 'field' | 'row';

const SELECTORS: Record<Role, string> = {
  button: 'button, summary',
  tab: '[role="tab"]',
  menuitem: '[role="menuitem"]',
  menuitemradio: '[role="menuitemradio"]',
  radio: 'input[type="radio"]',
  field: 'input, textarea',
  row: 'li button, li a',
};

const nextFrame = () => new Promise<void>((resolve) => requestAnimationFrame(() => resolve()));

async function until<Value>(what: string, look: () => Value | undefined): Promise<Value> {
  for (let frame = 0; frame < 300; frame += 1) {
    const found = look();
    if (found !== undefined) return found;
    await nextFrame();
  }
  throw new Error(`nothing like ${what} on the page`);
}

function nameOf(element: Element): string {
  const labels =
    element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement ? element.labels : null;
  const label = labels?.[0]?.textContent;
  return (element.getAttribute('aria-label') ?? label ?? element.textContent ?? '').trim();
}

const seen = (element: HTMLElement) => element.checkVisibility() && element.closest('[inert]') === null;

const find = (role: Role, name: string) =>
  until(`${role} “${name}”`, () => {
    const all = [...document.querySelectorAll<HTMLElement>(SELECTORS[role])].filter(seen);
    return all.find((each) => nameOf(each) === name) ?? all.find((each) => nameOf(each).startsWith(name));
  });

/** React hears only a change that went through the element's own setter. */
function write(field: HTMLElement, text: string) {
  const kind = field instanceof HTMLTextAreaElement ? HTMLTextAreaElement : HTMLInputElement;
  Object.getOwnPropertyDescriptor(kind.prototype, 'value')?.set?.call(field, text);
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
}

export const hand: Hand = {
  find,
  async click(role, name) {
    const element = await find(role, name);
    element.focus();
    element.click();
    await nextFrame();
  },
  async type(label, text) {
    const field = await find('field', label);
    field.focus();
    write(field, text);
    await nextFrame();
  },
  async press(key) {
    const target = document.activeElement ?? document.body;
    target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await nextFrame();
  },
  async text(text) {
    await until(`“${text}”`, () => (document.body.innerText.includes(text) ? true : undefined));
  },
};
