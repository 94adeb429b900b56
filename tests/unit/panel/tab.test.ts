import { describe, expect, it, vi } from 'vitest';
import { createTabStore } from '../../../lib/panel/tab.ts';
import { at, fakeBrowser, readPlace } from './browser-fakes.ts';
import { later } from './shop-fakes.ts';

type Asked = ReturnType<ReturnType<typeof fakeBrowser>['tabs']['query']>;

function follow(browser: ReturnType<typeof fakeBrowser>, asked?: Asked) {
  const tab = createTabStore({ ...browser, readAddress: readPlace, asked });
  const stop = tab.start();
  const shows = (locationId: string | undefined) =>
    vi.waitFor(() => expect(tab.getState()).toMatchObject({ looked: true, place: { locationId } }));
  return { tab, stop, shows };
}

describe('following the active tab', () => {
  it('begins with the tab that is active in its own window', async () => {
    const { tab, shows } = follow(fakeBrowser({ own: 2, urls: { 1: at('A'), 2: at('B') } }));
    await shows('B');
    expect(tab.getState().windowId).toBe(2);
  });

  it('begins with the answer to what was asked before it was there', async () => {
    const browser = fakeBrowser({ urls: { 1: at('B') } });
    const { tab, shows } = follow(browser, Promise.resolve([{ windowId: 1, active: true, url: at('A') }]));
    await shows('A');
    await tab.look();
    await shows('B');
  });

  it('begins without an address where that was refused', async () => {
    const { tab } = follow(fakeBrowser(), Promise.reject(new Error('No window')));
    await vi.waitFor(() => expect(tab.getState().looked).toBe(true));
    expect(tab.getState().place).toEqual({});
  });

  it('goes along when another tab comes to the front', async () => {
    const browser = fakeBrowser({ urls: { 1: at('A') } });
    const { shows } = follow(browser);
    await shows('A');
    browser.activate(11, 1, at('B'));
    await shows('B');
  });

  it('goes along when the tab changes its address without a load', async () => {
    const browser = fakeBrowser({ urls: { 1: at('A') } });
    const { shows } = follow(browser);
    await shows('A');
    browser.navigate(10, at('B'));
    await shows('B');
  });

  it('asks for the address where the event does not say it, as in Firefox', async () => {
    const browser = fakeBrowser({ urls: { 1: at('A') } });
    const { shows } = follow(browser);
    await shows('A');
    browser.navigate(10, at('B'), { url: false });
    await shows('B');
  });

  it('leaves other windows and tabs behind others alone', async () => {
    const browser = fakeBrowser({ urls: { 1: at('A'), 2: at('B') } });
    const { tab, shows } = follow(browser);
    await shows('A');
    browser.activate(21, 2, at('C'));
    browser.navigate(20, at('D'));
    browser.navigate(10, at('E'), { active: false });
    browser.navigate(10, at('F'));
    await shows('F');
    expect(tab.getState().url).toBe(at('F'));
  });

  it('shows no location where the browser does not let the address be known', async () => {
    const browser = fakeBrowser({ urls: { 1: at('A') } });
    const { tab, shows } = follow(browser);
    await shows('A');
    browser.activate(11, 1, undefined);
    await vi.waitFor(() => expect(tab.getState()).toMatchObject({ url: undefined, place: {} }));
  });

  it('keeps to the newest when an older answer comes later', async () => {
    const browser = fakeBrowser({ urls: { 1: at('A') } });
    const { tab, shows } = follow(browser);
    await shows('A');
    const slow = later<void>();
    browser.hold(slow.promise);
    browser.activate(11, 1, at('B'));
    browser.navigate(11, at('C'));
    slow.done();
    await slow.promise;
    await Promise.resolve();
    expect(tab.getState().place).toEqual({ locationId: 'C' });
  });

  it('looks again when it is told to, and listens no more once it is stopped', async () => {
    const browser = fakeBrowser({ urls: { 1: undefined } });
    const { tab, stop, shows } = follow(browser);
    await vi.waitFor(() => expect(tab.getState().looked).toBe(true));
    browser.navigate(10, at('A'), { active: true, url: false });
    await tab.look();
    await shows('A');
    stop();
    expect(browser.listening()).toBe(0);
  });
});
