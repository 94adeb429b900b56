import { browser } from 'wxt/browser';

/**
 * The tab in front, asked for before the rest of the panel is evaluated: until that is done the browser has answered.
 * wxt.config.ts puts this into the one small file that all others need first; the settings page asks for nothing.
 */
export const asked = location.pathname.startsWith('/sidepanel')
  ? browser.tabs.query({ active: true, currentWindow: true })
  : undefined;
