import { describe, expect, it } from 'vitest';
import { type Stamp, senderClass } from '../../../lib/bridge/senders.ts';

const self = { id: 'aisle-id', base: 'chrome-extension://aisle-id/' };
const home = 'chrome-extension://aisle-id';
const tab = { id: 7, windowId: 1 };
const page = 'https://app.gohighlevel.com/v2/location/3SwdhCsvxI8Au3KsPJt6';
const panel: Stamp = { id: 'aisle-id', origin: home, url: `${home}/sidepanel.html` };
const script: Stamp = {
  id: 'aisle-id',
  origin: 'https://app.gohighlevel.com',
  url: page,
  frameId: 0,
  tab,
};

describe('who a message is from', () => {
  it.each<[string, Stamp, string | undefined]>([
    ['the side panel', panel, 'panel'],
    ['the side panel where the browser stamps frame 0', { ...panel, frameId: 0 }, 'panel'],
    ['the side panel opened in a tab', { ...panel, tab, frameId: 0 }, 'panel'],
    ['the options page', { ...panel, url: `${home}/options.html` }, 'options'],
    ['the options page at one of its parts', { ...panel, url: `${home}/options.html?a=1#sites` }, 'options'],
    ['an older Firefox that stamps no origin', { id: panel.id, url: panel.url }, 'panel'],
    ['the pointer script', script, 'pointer'],
    ['the pointer script in a frame', { ...script, frameId: 3 }, 'pointer'],
  ])('%s', (_, stamp, is) => {
    expect(senderClass(stamp, self)).toBe(is);
  });

  it.each<[string, Stamp]>([
    ['another extension', { ...panel, id: 'other' }],
    ['another extension with our page', { ...panel, id: 'other', origin: 'chrome-extension://other' }],
    ['no id', { ...panel, id: undefined }],
    ['our panel framed by a web page', { ...panel, tab, frameId: 4 }],
    ['a page we do not have', { ...panel, url: `${home}/other.html` }],
    ['a page whose name only begins like ours', { ...panel, url: `${home}/sidepanel.html.evil` }],
    ['a page below one of ours', { ...panel, url: `${home}/x/sidepanel.html` }],
    ['a path named like a built-in', { ...panel, url: `${home}/__proto__` }],
    ['the root of the extension', { ...panel, url: `${home}/` }],
    ['no address', { ...panel, url: undefined }],
    ['a web page with our path', { ...script, tab: undefined, url: 'https://evil.example/sidepanel.html' }],
    ['our address under a foreign origin', { ...panel, origin: 'https://evil.example' }],
    ['a foreign address under our origin', { ...script, origin: home }],
    [
      'an origin that only begins like ours',
      { ...panel, origin: `${home}x`, url: `${home}x/sidepanel.html` },
    ],
    ['a sandboxed frame of ours', { ...panel, origin: 'null' }],
    ['a content script without a tab', { ...script, tab: undefined }],
    [
      'a content script of a page without TLS',
      { ...script, origin: 'http://a.example', url: 'http://a.example/' },
    ],
    ['a content script of a blank frame', { ...script, origin: 'null', url: 'about:blank' }],
    ['a file', { ...script, origin: 'file://', url: 'file:///etc/passwd' }],
    ['an empty stamp', {}],
  ])('refuses %s', (_, stamp) => {
    expect(senderClass(stamp, self)).toBeUndefined();
  });

  it('knows Firefox by its own address', () => {
    const fox = { id: 'aisle@aisle.example', base: 'moz-extension://5c1/' };
    const stamp = { id: fox.id, origin: 'moz-extension://5c1', url: 'moz-extension://5c1/sidepanel.html' };
    expect(senderClass(stamp, fox)).toBe('panel');
    expect(senderClass({ ...stamp, origin: 'moz-extension://other' }, fox)).toBeUndefined();
  });
});
