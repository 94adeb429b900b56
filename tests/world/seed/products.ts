import type { Random } from '../random.ts';
import type { RawProduct } from '../types.ts';
import { imageUrl } from './collections.ts';
import { slugFrom } from './slug.ts';
import type { Thing } from './words.ts';

const FIRST = [
  'Grip',
  'Calm',
  'Trail',
  'Studio',
  'Core',
  'Flow',
  'Ridge',
  'Tide',
  'Ember',
  'Birch',
  'Onyx',
  'Cloud',
];
/** What a picture of this kind sells as; everything else is a thing. */
const TYPES: Record<string, string[]> = {
  card: ['SERVICE', 'DIGITAL', 'PHYSICAL/DIGITAL'],
  sun: ['SERVICE'],
};
const TAX = '654492a4e6bef380114de15a';
const SIZES = ['S', 'M', 'L', 'XL'];
const COLOURS = ['Sage', 'Sand', 'Clay', 'Ink'];
const BORN = Date.UTC(2023, 10, 21, 8);

const SENTENCES = [
  '<p>Made from <strong>recycled rubber</strong> and finished by hand.</p>',
  '<p>Tested in our studio for a year. <em>It still looks new.</em></p><ul><li>Machine washable</li><li>Two year warranty</li></ul>',
  '<p>Small enough for a suitcase, tough enough for every day.</p>',
  'Plain words, no markup: light, quiet, and easy to clean.',
  '<p>Ships in 1&ndash;2 days.</p><p><a href="https://shop.acme-fitness.example/size-guide">Size guide</a></p>',
  '',
];

const variant = (name: string, options: string[], random: Random) => ({
  id: random.hex(11),
  name,
  options: options.map((option) => ({ id: random.hex(11), name: option })),
});

export type SeededProduct = { product: RawProduct; picture: string };

/** "Yoga Mats" on a shelf is one "Yoga Mat". */
const single = (name: string) => (/[^s]s$/.test(name) ? name.slice(0, -1) : name);

function base(id: string, locationId: string, name: string, picture: string, at: number, random: Random) {
  const image = imageUrl(locationId, picture, random);
  return {
    _id: id,
    locationId,
    name,
    slug: slugFrom(name),
    productType: 'PHYSICAL',
    description: '',
    image,
    medias: [{ id: random.hex(11), title: `${picture}.svg`, url: image, type: 'image', isFeatured: true }],
    variants: [] as unknown[],
    availableInStore: true,
    statementDescriptor: '',
    collectionIds: [] as string[],
    isTaxesEnabled: false,
    taxes: [] as string[],
    isLabelEnabled: false,
    isFeatured: false,
    taxInclusive: false,
    seo: { title: name, description: '' },
    prices: [`${Math.floor(at / 1000).toString(16)}${random.hex(16)}`],
    createdAt: new Date(at).toISOString(),
    updatedAt: new Date(at + random.below(60_000_000) * 1000).toISOString(),
    __v: 0,
  };
}

/** The product of the pictures and of the documentation's examples. */
function awesomeYogaMat(locationId: string, random: Random): SeededProduct {
  const product = {
    ...base('655b33a82209e60b6adb87a5', locationId, 'Awesome Yoga Mat', 'mat', BORN, random),
    description:
      '<p>A 6 mm natural rubber mat with a grip that holds in a hot room. Rolls up small, ships in a cotton bag.</p>',
    variants: [variant('Size', ['S', 'M', 'XL'], random), variant('Colour', ['Sage', 'Sand'], random)],
    statementDescriptor: 'ACME FIT',
    isTaxesEnabled: true,
    taxes: [TAX],
    automaticTaxCategoryId: '65d71377c326ea78e1c47df5',
    isLabelEnabled: true,
    label: {
      title: 'Featured',
      startDate: '2026-06-01T05:43:35.000Z',
      endDate: '2026-06-30T05:43:39.000Z',
    },
    createdAt: '2023-11-20T10:23:36.515Z',
    updatedAt: '2026-01-23T09:57:04.846Z',
  };
  return { product, picture: 'mat' };
}

export function seedProducts(
  locationId: string,
  size: number,
  things: readonly Thing[],
  withMat: boolean,
  random: Random,
): SeededProduct[] {
  const slugs = new Set(withMat ? ['awesome-yoga-mat'] : []);
  return Array.from({ length: size }, (_, index): SeededProduct => {
    if (index === 0 && withMat) return awesomeYogaMat(locationId, random);
    const at = BORN + index * 5_400_000;
    const [plural, picture] = things[(index * 7) % things.length] ?? ['Things', 'bag'];
    const plain = `${FIRST[(index + Math.floor(index / things.length) * 5) % FIRST.length]} ${single(plural)}`;
    const name = slugs.has(slugFrom(plain)) ? `${plain} No. ${index}` : plain;
    slugs.add(slugFrom(name));
    const id = `${Math.floor(at / 1000).toString(16)}${random.hex(16)}`;
    const taxed = random.next() < 0.4;
    const product: RawProduct = {
      ...base(id, locationId, name, picture, at, random),
      productType: random.pick(TYPES[picture] ?? ['PHYSICAL']),
      description: random.pick(SENTENCES),
      availableInStore: random.next() < 0.85,
      variants:
        picture === 'shirt'
          ? [variant('Size', SIZES, random), variant('Colour', COLOURS.slice(0, 1 + random.below(4)), random)]
          : [],
      isTaxesEnabled: taxed,
      taxes: taxed ? [TAX] : [],
    };
    if (random.next() < 0.1) Object.assign(product, { isLabelEnabled: true, label: { title: 'New' } });
    return { product, picture };
  });
}
