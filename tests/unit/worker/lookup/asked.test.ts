import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contract } from '../../../../lib/bridge/contract.ts';
import { asked, type Click } from '../../../../lib/worker/lookup/asked.ts';

const acme = '3SwdhCsvxI8Au3KsPJt6';
const globex = 'Zt4mVqL81pWcXyR0aKjU';
const one = '655b33a82209e60b6adb87a5';
const two = '655c78980f6ab086ab8ac266';
const dash = (path: string, location = acme) => `https://app.gohighlevel.com/v2/location/${location}/${path}`;
const chat = 'https://chat.example/rooms/7';
const products = dash('payments/products');
const byId = (value: string) => ({ found: 'product', ref: { kind: 'id', value } });

describe('a click asks for', () => {
  it.each<[string, Click, object]>([
    [
      'the selected id',
      { selectionText: ` “${one}”. `, pageUrl: chat, tabUrl: chat },
      { ...byId(one), locationId: null },
    ],
    [
      'the selected id, in the tab’s location',
      { selectionText: one, tabUrl: products },
      { ...byId(one), locationId: acme },
    ],
    [
      'the selected slug',
      { selectionText: 'awesome-yoga-mat', tabUrl: products },
      { found: 'product', ref: { kind: 'slug', value: 'awesome-yoga-mat' }, locationId: acme },
    ],
    [
      'the link rather than the page',
      { linkUrl: dash(`payments/products/${two}`), tabUrl: dash(`payments/products/${one}`) },
      byId(two),
    ],
    [
      'the link’s own location rather than the tab’s',
      { linkUrl: dash(`payments/products/${two}`, globex), tabUrl: products },
      { ...byId(two), locationId: globex },
    ],
    [
      'the selection rather than the link',
      { selectionText: one, linkUrl: dash(`payments/products/${two}`), tabUrl: products },
      byId(one),
    ],
    [
      'the link when the selection names nothing',
      { selectionText: 'Buy now!', linkUrl: `https://shop.example/x/product/${two}`, tabUrl: chat },
      byId(two),
    ],
    [
      'the thing under the pointer',
      { pageUrl: products, tabUrl: products, pointed: [{ id: two, of: 'unknown' }] },
      { ...byId(two), locationId: acme },
    ],
    [
      'the thing under the pointer rather than the page',
      { pageUrl: dash(`payments/products/${one}`), pointed: [{ id: two, of: 'product' }] },
      byId(two),
    ],
    [
      'the page',
      { pageUrl: dash(`payments/products/${one}`), tabUrl: dash(`payments/products/${one}`) },
      { ...byId(one), locationId: acme },
    ],
    [
      'the storefront page',
      { pageUrl: 'https://shop.example/store/product/mat', tabUrl: 'https://shop.example/store/product/mat' },
      { found: 'product', locationId: null },
    ],
    [
      'a payment link, by name',
      { linkUrl: `https://pay.example/payment-link/${one}`, tabUrl: chat },
      { found: 'payment-link', ref: null },
    ],
    [
      'a collection under the pointer',
      {
        pageUrl: dash('payments/products/collections'),
        tabUrl: products,
        pointed: [{ id: one, of: 'collection' }],
      },
      { found: 'collection', ref: null, collectionId: one, locationId: acme },
    ],
    [
      'a collection’s link',
      { linkUrl: 'https://shop.example/store/collections/summer', tabUrl: chat },
      { found: 'collection', ref: null, collectionSlug: 'summer' },
    ],
    ['nothing', { pageUrl: products, tabUrl: products }, { found: 'nothing', ref: null, locationId: acme }],
    ['nothing at all', {}, { found: 'nothing', ref: null, locationId: null, text: '' }],
  ])('%s', (_, click, expected) => {
    expect(asked(click)).toMatchObject(expected);
  });

  it('says what was clicked, in a line', () => {
    expect(asked({ selectionText: '  Two\n\n words ' }).text).toBe('Two words');
    expect(asked({ selectionText: 'word! '.repeat(1_000) }).text).toHaveLength(200);
  });

  it('never hands a token on, whatever stands around it', () => {
    const token = 'pit-0a1b2c3d-0000-4000-8000-00000000abcd';
    for (const selectionText of [token, `token: ${token}.`, `https://chat.example/?text=${token}`])
      expect(JSON.stringify(asked({ selectionText }))).not.toContain('0000');
  });

  it('whatever is clicked, the panel understands the answer', () => {
    const text = fc.option(
      fc.oneof(
        fc.string(),
        fc.webUrl({ withQueryParameters: true }),
        fc.constant(one),
        fc.string({ minLength: 1_000, maxLength: 9_000 }),
      ),
      { nil: undefined },
    );
    const click = fc.record({
      selectionText: text,
      linkUrl: text,
      srcUrl: text,
      pageUrl: text,
      tabUrl: text,
    });
    fc.assert(
      fc.property(click, (given) => {
        const answer = asked(given);
        expect(contract['lookup.take'].answer.safeParse(answer)).toMatchObject({
          success: true,
          data: answer,
        });
      }),
      { numRuns: 1_000 },
    );
  });
});
