type ScriptingApi = {
  executeScript(what: { target: { tabId: number }; func: () => string }): Promise<{ result?: unknown }[]>;
};

/** What is selected in a tab. Works on pages that a click or a shortcut let us see (`activeTab`); '' elsewhere. */
export const createSelection =
  (scripting: ScriptingApi) =>
  async (tabId: number): Promise<string> => {
    try {
      const func = () => String(getSelection() ?? '');
      const [page] = await scripting.executeScript({ target: { tabId }, func });
      return typeof page?.result === 'string' ? page.result : '';
    } catch {
      return '';
    }
  };
