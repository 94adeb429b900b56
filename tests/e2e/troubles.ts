import type { ConsoleMessage } from '@playwright/test';
import type { Chromium } from './chromium.ts';

/** An answer with an error status is the world's business; the browser logs it all the same. */
const isAnswer = (text: string) => /^Failed to load resource|net::ERR_/.test(text);

/** Collects what the extension's own pages and worker complain about: exceptions, refused scripts and styles. */
export async function listen(chromium: Chromium): Promise<string[]> {
  const troubles: string[] = [];
  const hear = (where: string) => (message: ConsoleMessage) => {
    if (message.type() === 'error' && !isAnswer(message.text())) troubles.push(`${where}: ${message.text()}`);
  };
  (await chromium.worker()).on('console', hear('worker'));
  chromium.context.on('serviceworker', (worker) => worker.on('console', hear('worker')));
  chromium.onPanel((panel) => {
    panel.on('console', hear('panel'));
    panel.on('pageerror', (error) => troubles.push(`panel: ${error.message}`));
  });
  return troubles;
}
