type ScriptingApi = {
  executeScript(what: {
    target: { tabId: number; allFrames: boolean };
    func: () => string;
    injectImmediately: boolean;
  }): Promise<{ result?: unknown }[]>;
};

/**
 * What is selected in a tab, in a frame or a text field too. Works on pages that a click or a shortcut let us see
 * (`activeTab`), and there in the frames of the page's own origin; '' elsewhere.
 */
export const createSelection =
  (scripting: ScriptingApi) =>
  async (tabId: number): Promise<string> => {
    try {
      const target = { tabId, allFrames: true };
      // At once: a frame that never ends loading must not keep anybody waiting.
      const frames = await scripting.executeScript({ target, func: selected, injectImmediately: true });
      const texts = frames.map(({ result }) => (typeof result === 'string' ? result : ''));
      return texts.find((text) => text.trim() !== '') ?? '';
    } catch {
      return '';
    }
  };

/** Runs in the page, as its source text: what stands outside of it is not there. */
export function selected(): string {
  const field = document.activeElement;
  let text = String(getSelection() ?? '');
  if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement) {
    const { type, value, selectionStart, selectionEnd } = field;
    text = type === 'password' ? '' : value.slice(selectionStart ?? 0, selectionEnd ?? 0) || text;
  }
  return text.slice(0, 1_048_576);
}
