import type { Browser } from 'puppeteer-core';

type Connection = { send(method: string, parameters: object): Promise<{ result: unknown }> };
type Tree = { contexts: { context: string; url: string }[] };
type Evaluated =
  | { type: 'success'; result: { value?: string } }
  | { type: 'exception'; exceptionDetails: { text: string } };

export type Chrome = ReturnType<typeof createChrome>;

/** Runs functions inside Firefox's own window, where its real toolbar, menus and sidebar are. */
export function createChrome(browser: Browser) {
  // puppeteer has no public door to BiDi's chrome scope: its exact version is pinned for this one.
  const connection: Connection = Reflect.get(browser, 'connection');
  const findWindow = async () => {
    const { result } = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const found = (result as Tree).contexts.find(({ url }) => url.includes('browser.xhtml'));
    if (!found) throw new Error('Firefox shows no browser window');
    return found.context;
  };
  let window: Promise<string> | undefined;

  return {
    /** `does` travels as its source text: it sees only `given` and that window's own globals. */
    async run<Given, Answer>(does: (given: Given) => Answer, given: Given): Promise<Awaited<Answer>> {
      window ??= findWindow();
      const { result } = await connection.send('script.evaluate', {
        expression: `(async () => JSON.stringify({ answer: await (${does})(${JSON.stringify(given)}) }))()`,
        awaitPromise: true,
        target: { context: await window },
      });
      const evaluated = result as Evaluated;
      if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails.text);
      return JSON.parse(evaluated.result.value ?? '{}').answer;
    },
  };
}
