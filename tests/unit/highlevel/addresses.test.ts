import { describe, expect, it } from 'vitest';
import {
  collectionsUrl,
  findProductRef,
  isDashboardHost,
  privateIntegrationsUrl,
  productUrl,
  readAddress,
} from '../../../lib/highlevel/addresses.ts';

const L = '3SwdhCsvxI8Au3KsPJt6';
const HEX_L = '6578278e879ad2646715ba9c';
const P = '65f3a1b2c3d4e5f6a7b8c9d0';
const C = '655b33a82209e60b6adb87a5';
const APP = 'https://app.gohighlevel.com';

describe('an address of the dashboard', () => {
  it.each<[string, object]>([
    [`${APP}/v2/location/${L}/dashboard`, { locationId: L }],
    [`${APP}/v2/location/${L}`, { locationId: L }],
    [`${APP}/v2/location/${L}/`, { locationId: L }],
    [`${APP}/location/${L}/contacts?x=1#y`, { locationId: L }],
    [`${APP}/v2/location/${HEX_L}/dashboard`, { locationId: HEX_L }],
    [`https://app.leadconnectorhq.com/v2/location/${L}/payments`, { locationId: L }],
    [`https://app.msgsndr.com/location/${L}`, { locationId: L }],
    [`https://app.agency.example/v2/location/${L}/payments/products`, { locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/${P}`, { locationId: L, productId: P }],
    [`${APP}/v2/location/${L}/payments/products/${P}/variants/x9`, { locationId: L, productId: P }],
    [`${APP}/location/${L}/payments/products/${P}?tab=seo`, { locationId: L, productId: P }],
    [`${APP}/v2/location/${L}/payments/products/collections`, { locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/collections/${C}`, { locationId: L, collectionId: C }],
    [`${APP}/v2/location/${L}/payments/products/inventory`, { locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/create`, { locationId: L }],
    [`${APP}/v2/location/${L}/payments/invoices/${P}`, { locationId: L }],
    [`${APP}/integrations?locationId=${L}`, { locationId: L }],
    [`${APP}/v2/location/${L}/x?locationId=Zt4mVqL81pWcXyR0aKjU`, { locationId: L }],
  ])('%s', (url, place) => {
    expect(readAddress(url)).toEqual(place);
  });

  it.each([
    `${APP}/v2/preview/${L}`,
    `${APP}/agency_dashboard`,
    `${APP}/?url=%2Fv2%2Flocation%2F${L}`,
    `${APP}/v2/location/short/dashboard`,
    `${APP}/v2/location/${L}x0123456789abcdef/dashboard`,
    `${APP}/x/v2/location/${L}/dashboard`,
    `${APP}/v2%2Flocation%2F${L}/dashboard`,
    `${APP}/v2/location/${L}%2Fdashboard`,
    `${APP}/?locationId=not-one`,
    `https://user@app.gohighlevel.com/v2/location/${L}`,
    `https://app.gohighlevel.com:pw@evil.example/v2/location/${L}`,
    `javascript:location='${APP}/v2/location/${L}'`,
    `data:text/html,/v2/location/${L}`,
    `chrome://extensions/v2/location/${L}`,
    `/v2/location/${L}`,
    'about:blank',
    '',
    'https://',
    `${APP}/v2/location/${L}/${'a'.repeat(5000)}`,
  ])('is none: %s', (url) => {
    expect(readAddress(url)).toEqual({});
  });

  it('made by us leads back to what it is of, on any origin', () => {
    for (const origin of [undefined, 'https://app.agency.example']) {
      expect(readAddress(privateIntegrationsUrl(L, origin))).toEqual({ locationId: L });
      expect(readAddress(collectionsUrl(L, origin))).toEqual({ locationId: L });
      expect(readAddress(productUrl(L, P, origin))).toEqual({ locationId: L, productId: P });
    }
    expect(privateIntegrationsUrl(L)).toBe(`${APP}/v2/location/${L}/settings/private-integrations`);
    expect(productUrl(L, P, 'https://app.agency.example')).toMatch(/^https:\/\/app\.agency\.example\//);
  });
});

describe('a host', () => {
  it.each([
    ['app.gohighlevel.com', true],
    ['APP.GoHighLevel.com', true],
    ['app.leadconnectorhq.com', true],
    ['app.msgsndr.com', true],
    ['app.agency.example', true],
    ['app.gohighlevel.com.evil.example', false],
    ['xapp.gohighlevel.com', false],
    ['app-gohighlevel.com', false],
    ['evil.example', false],
    ['app.gohighlevel.com:8443', false],
    ['app.gohighlevel.com.', false],
    ['gohighlevel.com', false],
    ['services.leadconnectorhq.com', false],
    ['', false],
  ])('%s is a dashboard: %s', (host, is) => {
    expect(isDashboardHost(host, ['app.agency.example'])).toBe(is);
  });
});

const id = (value = P) => ({ found: 'product', ref: { kind: 'id', value } });
const slug = (value = 'yoga-mat') => ({ found: 'product', ref: { kind: 'slug', value } });
const nothing = { found: 'nothing' };

describe('an address as it is met', () => {
  const shop = 'https://www.acme-fitness.example';
  const wrapped = encodeURIComponent(`${shop}/product-details/product/yoga-mat?variant=1`);
  it.each<[string, object]>([
    // The dashboard, white-label or not
    [`${APP}/v2/location/${L}/payments/products/${P}/`, { ...id(), locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/${P}?tab=seo&utm_source=x#price`, { ...id(), locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/${P.toUpperCase()}`, { ...id(), locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/edit/${P}`, { ...id(), locationId: L }],
    [`https://crm.agency.example/location/${L}/payments/products/${P}`, { ...id(), locationId: L }],
    [`https://crm.agency.example:8443/v2/location/${L}/payments/products/${P}`, { ...id(), locationId: L }],
    [`${APP}/v2/location/${L}/payments/products/reviews/${P}`, { ...nothing, locationId: L }],
    [`${APP}/v2/location/${L}/contacts/detail/Kx02mVqL81pWcXyR0aKj`, { ...nothing, locationId: L }],
    [`${APP}/v2/location/${L}/funnels-websites/funnels/${P}/steps`, { ...nothing, locationId: L }],
    [`https://app.gohighlevel.com.evil.example/v2/location/${L}/dashboard`, { ...nothing, locationId: L }],
    // Shops, funnels
    [`${shop}/product-details/product/${P}`, id()],
    [`${shop}/product-details/product/yoga-mat?variant=65f3a1b2c3d4e5f6a7b8c9d1`, slug()],
    [`${shop}/store/product-details/product/yoga-mat#reviews`, slug()],
    [`${shop}/product/yoga-mat?utm_source=ig&utm_medium=social&fbclid=IwAR0x&gclid=Cj0`, slug()],
    [`${shop}/product/yoga-mat&utm_source=ig`, slug()],
    [`${shop}/product/yoga-mat%20`, slug()],
    [`${shop}/product/%D7%A7%D7%95%D7%A8%D7%A1-%D7%99%D7%95%D7%92%D7%94`, slug('קורס-יוגה')],
    [`${shop}/product/瑜伽垫`, slug('瑜伽垫')],
    [`${shop}/product/yoga_mat-2/reviews`, slug('yoga_mat-2')],
    [`HTTPS://WWW.ACME-FITNESS.EXAMPLE/product/yoga-mat`, slug()],
    ['www.acme-fitness.example/product/yoga-mat', slug()],
    ['//www.acme-fitness.example/product/yoga-mat', slug()],
    [`https://web.archive.org/web/20250101000000/${shop}/product/yoga-mat`, slug()],
    [`${shop}/checkout?productId=${P}`, id()],
    [`${shop}/product-list/collections/yoga?page=2`, { found: 'collection', slug: 'yoga' }],
    [`${shop}/collections/${C}`, { found: 'collection', id: C }],
    // What is none
    [`https://link.fastpay.example/payment-link/${P}?utm_source=sms`, { found: 'payment-link', id: P }],
    [`https://link.fastpay.example/payment-link/${P}/success`, { found: 'payment-link', id: P }],
    ['https://learn.acme.example/courses/library-v2?tab=all', { found: 'course' }],
    ['https://learn.acme.example/courses/offers/0f2a9c1d-77aa-4b0e-9d2c-51f0c1d2a3f9', { found: 'course' }],
    ['https://learn.acme.example/communities/groups/yoga/home', nothing],
    [`${shop}/blog/post/how-to-clean-a-yoga-mat`, nothing],
    [`${shop}/blog/post/${P}`, nothing],
    [`${shop}/order-confirmation?orderId=${P}`, nothing],
    [`https://api.agency.example/widget/form/z6a7dZmxkVc4lU8nayfJ`, nothing],
    [`https://widgets.agency.example/chat-widget/${P}`, nothing],
    // Pictures
    [`https://cdn.acme.example/product/${P}.png`, id()],
    [`https://cdn.acme.example/p/${P}.webp?w=200`, id()],
    [`https://storage.cdn.example/msgsndr/${L}/media/${P}.jpeg`, nothing],
    [`https://img.example/image/f_webp/r_1200/u_https://cdn.example/${L}/media/${P}.png`, nothing],
    // Links that stand around another one
    [`https://www.google.com/url?q=${wrapped}&sa=D&source=docs&ust=17000&usg=AOv`, slug()],
    [`https://l.facebook.com/l.php?u=${wrapped}&h=AT0`, slug()],
    [`https://eur01.safelinks.protection.outlook.com/?url=${wrapped}&data=05%7C02`, slug()],
    [`https://duckduckgo.com/l/?uddg=${wrapped}`, slug()],
    [`see https://slack-redir.net/link?url=${wrapped}.`, slug()],
    [
      `https://www.google.com/url?q=${encodeURIComponent(`${APP}/v2/location/${L}/payments/products/${P}`)}`,
      { ...id(), locationId: L },
    ],
    [`https://www.google.com/url?q=${encodeURIComponent(wrapped)}`, nothing],
    [`https://www.google.com/url?q=${encodeURIComponent(`https://x.example/?u=${wrapped}`)}`, nothing],
    [`https://www.google.com/url?q=javascript:open('/product/yoga-mat')`, nothing],
    [`https://www.google.com/search?q=yoga-mat`, nothing],
    // As chats, mails and sources write them
    [`<${shop}/product/yoga-mat|Yoga mat>`, slug()],
    [`<${shop}/product/yoga-mat>`, slug()],
    [`[Yoga mat](<${shop}/product/yoga-mat> "our mat")`, slug()],
    [`**${shop}/product/yoga-mat**`, slug()],
    [`Yoga mat: ${shop}/product/yoga-mat!!`, slug()],
    [`(${shop}/product/yoga-mat),`, slug()],
    [`„${shop}/product/yoga-mat“`, slug()],
    [`\u2060${shop}/product/yoga\u00ad-mat\u200b`, slug()],
    [`&lt;a href=&quot;${shop}/product/yoga-mat&quot;&gt;Mat&lt;/a&gt;`, slug()],
    [`{"url":"https:\\/\\/www.acme-fitness.example\\/product\\/yoga-mat"}`, slug()],
    [`{"_id":"${P}","locationId":"${L}","prices":["${C}"]}`, id()],
  ])('%s', (text, found) => {
    expect(findProductRef(text)).toEqual(found);
  });
});

describe('a text speaks of', () => {
  it.each<[string, object]>([
    // Ids
    [P, id()],
    [`  ${P}\n`, id()],
    [`“${P}”`, id()],
    [`(${P}).`, id()],
    [`{"_id":"${P}"}`, id()],
    [`id: ${P}, please`, id()],
    [`_id=${P}`, id()],
    [`**${P}**`, id()],
    [`\u200b${P}\ufeff`, id()],
    [P.toUpperCase(), id()],
    [`product-${P}`, id()],
    [`see ${P} and ${C}`, id()],
    // Slugs
    ['yoga-mat', slug()],
    ['"yoga-mat".', slug()],
    ['/yoga-mat', slug()],
    ['slug: yoga-mat', slug()],
    ['slug=yoga-mat', slug()],
    ['The slug is ‘yoga-mat’, thanks!', slug()],
    ['mat', slug('mat')],
    ['yoga_mat', slug('yoga_mat')],
    ['קורס-יוגה', slug('קורס-יוגה')],
    // Dashboard links
    [`${APP}/v2/location/${L}/payments/products/${P}`, { ...id(), locationId: L }],
    [`Look: ${APP}/v2/location/${L}/payments/products/${P}.`, { ...id(), locationId: L }],
    [`<a href="${APP}/v2/location/${L}/payments/products/${P}">`, { ...id(), locationId: L }],
    [`href=${APP}/v2/location/${L}/payments/products/${P}`, { ...id(), locationId: L }],
    [`app.agency.example/v2/location/${L}/payments/products/${P}/variants/9`, { ...id(), locationId: L }],
    [`/v2/location/${L}/payments/products/${P}`, { ...id(), locationId: L }],
    [
      `${APP}/v2/location/${L}/payments/products/collections/${C}`,
      { found: 'collection', id: C, locationId: L },
    ],
    [`${APP}/v2/location/${L}/payments/payment-links/${P}`, { found: 'payment-link', id: P, locationId: L }],
    [`${APP}/v2/location/${L}/memberships/courses/products/${P}`, { found: 'course', locationId: L }],
    [`${APP}/v2/location/${L}/payments/invoices/${P}`, { ...nothing, locationId: L }],
    [`${APP}/v2/location/${L}/dashboard`, { ...nothing, locationId: L }],
    // Storefront links
    [`https://shop.acme.example/store/product/${P}`, id()],
    ['https://shop.acme.example/store/product/yoga-mat?utm=1#x', slug()],
    ['https://shop.acme.example/store/product/yoga-mat).', slug()],
    ['https://shop.acme.example/store/product/yoga-mat/', slug()],
    ['http://shop.acme.example/product/yoga-mat', slug()],
    ['shop.acme.example/store/product/yoga-mat', slug()],
    ['[Yoga](https://shop.acme.example/store/product/yoga-mat)', slug()],
    ['https://shop.acme.example/product/product/yoga-mat', slug()],
    ['https://shop.acme.example/product/product', slug('product')],
    ['https://shop.acme.example/product/caf%C3%A9', slug('café')],
    [`https://shop.acme.example/collections/yoga/product/${P}`, id()],
    [`https://shop.acme.example/any?productId=${P}`, id()],
    [`https://sheet.example/row/${P}`, id()],
    ['https://shop.acme.example/collections/yoga', { found: 'collection', slug: 'yoga' }],
    [`https://shop.acme.example/payment-link/${P}`, { found: 'payment-link', id: P }],
    [`pay here https://shop.acme.example/payment-link/${P} thanks`, { found: 'payment-link', id: P }],
    [`https://learn.acme.example/courses/products/${P}/categories/1`, { found: 'course' }],
    // The first that can be a product, whatever stands before it
    [`https://shop.acme.example/payment-link/${C} or https://shop.acme.example/product/yoga-mat`, slug()],
    [`${APP}/v2/location/${L}/dashboard then ${P}`, id()],
  ])('%s', (text, found) => {
    expect(findProductRef(text)).toEqual(found);
  });

  it.each([
    '',
    '   ',
    '…',
    'x',
    'Yoga',
    'Yoga Mat Pro',
    'well-known and yoga-mat',
    '2024-05-01 10:00',
    '12/05/2024',
    L,
    'pit-12345678-1234-1234-1234-123456789012',
    'my token pit-12345678-1234-1234-1234-123456789012 here',
    '123e4567-e89b-12d3-a456-426614174000',
    P.slice(1),
    `${P}0`,
    `javascript:open('/product/yoga-mat')`,
    ` JavaScript:void('${P}')`,
    `data:text/plain,${P}`,
    `mailto:a@b.example?subject=${P}`,
    `https://user:pw@shop.example/product/${P}`,
    'https://shop.acme.example/product/',
    'https://shop.acme.example/product/..',
    'https://shop.acme.example/product/%2e%2e%2f',
    'https://shop.acme.example/product/yoga%252Dmat',
    'https://shop.acme.example/product/yoga%2Fmat',
    'https://shop.acme.example/product/%E0%A4%A',
    'https://shop.acme.example/product/a b'.replace(' ', '%20'),
    'https://shop.acme.example/product/pit-12345678-1234-1234-1234-123456789012',
    `https://pay.acme.example/invoice/${P}`,
    `https://storage.example/media/${P}.png`,
    '../../etc/passwd',
    `${APP}/v2/preview/${L}`,
  ])('nothing: %s', (text) => {
    expect(findProductRef(text)).toEqual(nothing);
  });
});
