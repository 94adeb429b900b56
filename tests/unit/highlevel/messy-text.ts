import fc from 'fast-check';

const chars = (text: string) => fc.constantFrom(...text);
export const locationId = fc.string({
  unit: chars('ABCXYZabcxyz0189'),
  minLength: 15,
  maxLength: 30,
});
export const objectId = fc.string({ unit: chars('0123456789abcdef'), minLength: 24, maxLength: 24 });
export const slug = fc
  .stringMatching(/^[a-z][a-z0-9]{1,10}(?:-[a-z0-9]{1,8}){1,4}$/)
  .filter((text) => !/^pit-/.test(text));
/** Pieces that addresses, and attacks on whoever reads them, are made of. */
const piece = fc.oneof(
  fc.constantFrom(
    'https://',
    'http:',
    '//',
    '/',
    '\\',
    '@',
    ':',
    ':8443',
    '?',
    '#',
    '&',
    '=',
    '%',
    '%25',
    '%2e%2e',
    '%2F',
    '%00',
    '..',
    '.',
    ' ',
    '\n',
    '\u200b',
    '\u202e',
    '\0',
    '"',
    "'",
    '(',
    ')',
    '[',
    ']',
    'javascript:',
    'data:',
    'pit-',
    'app.gohighlevel.com',
    'evil.example',
    '/v2/location/',
    '/location/',
    '/payments/products/',
    '/product/',
    '/collections/',
    '/payment-link/',
    '/courses/',
    '/v2/preview/',
    'locationId=',
    'productId=',
    'collections',
    '😀',
    'é',
  ),
  locationId,
  objectId,
  slug,
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'binary', maxLength: 12 }),
);
/** Selections and addresses, hostile ones among them; `more` pieces come up often. */
export const messyText = (...more: string[]) => {
  const pieces = more.length === 0 ? piece : fc.oneof(piece, fc.constantFrom(...more));
  return fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join(''));
};
