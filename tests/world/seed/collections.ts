import type { Random } from '../random.ts';
import { IMAGE_HOST, type RawCollection } from '../types.ts';
import { slugFrom } from './slug.ts';
import { type FirstRow, FOR_WHOM, ODD_NAMES, SHADES, type Thing } from './words.ts';

export type Seeded = { row: RawCollection; picture: string; products: number };

/** From this row on, every `ODD_EVERY`th name is an odd one until there are no more. */
const ODD_FROM = 17;
const ODD_EVERY = 7;
const BORN = Date.UTC(2024, 1, 5, 9, 30);

/** Nothing, as a shop that grew over years has it: absent, null inside, or empty texts. */
function noSeo(random: Random): RawCollection['seo'] {
  const way = random.below(3);
  if (way === 0) return null;
  return way === 1 ? { title: null, description: null } : { title: '', description: '' };
}

function seoFor(name: string, shop: string, random: Random): RawCollection['seo'] {
  const ends = [
    'picked by our coaches, with free delivery on orders over $50 and 30 days to return.',
    'made to last, tested in our own studio and ready to ship today.',
    'for every level. See what is new this week and find your size.',
  ];
  return {
    title: `${name.trim().slice(0, 60)} | ${shop}`,
    description: `${name.trim()}: ${random.pick(ends)}`,
  };
}

export const imageUrl = (locationId: string, picture: string, random: Random, type = 'svg') =>
  `https://${IMAGE_HOST}/${locationId}/media/${picture}-${random.hex(12)}.${type}`;

/** Every thing for everyone once, then again in each shade: about 50,000 different names before one comes twice. */
function ordinary(index: number, things: readonly Thing[]): Thing {
  const round = things.length * FOR_WHOM.length;
  // A stride that shares no factor with the round visits every combination once, out of order.
  const place = (index * 389 + 61) % round;
  const thing = things[place % things.length];
  if (thing === undefined) throw new Error('no things');
  const whom = FOR_WHOM[Math.floor(place / things.length)] ?? '';
  const shade = SHADES[Math.floor(index / round) % SHADES.length] ?? '';
  return [`${whom} ${thing[0]}${shade}`.trim(), thing[1]];
}

function nameAt(index: number, things: readonly Thing[]): Thing {
  const odd = (index - ODD_FROM) / ODD_EVERY;
  const name = Number.isInteger(odd) && odd >= 0 ? ODD_NAMES[odd] : undefined;
  return name === undefined ? ordinary(index, things) : [name, 'star'];
}

export function seedCollections(
  shop: { id: string; name: string },
  size: number,
  first: readonly FirstRow[],
  things: readonly Thing[],
  random: Random,
): Seeded[] {
  return Array.from({ length: size }, (_, index): Seeded => {
    const at = BORN + index * 3_600_000;
    const id = `${Math.floor(at / 1000).toString(16)}${random.hex(16)}`;
    const fixed = first[index];
    const [name, picture] = fixed ? [fixed[0], fixed[3]] : nameAt(index, things);
    const lacksSeo = fixed ? fixed[4].includes('s') : random.next() < 0.35;
    const lacksImage = fixed ? fixed[4].includes('i') : random.next() < 0.12;
    const seo = lacksSeo ? noSeo(random) : seoFor(name, shop.name, random);
    const image = lacksImage
      ? random.below(2) === 0
        ? null
        : ''
      : imageUrl(shop.id, picture, random, picture === 'sun' ? 'png' : 'svg');
    const row = {
      _id: id,
      altId: shop.id,
      name,
      slug: fixed?.[1] ?? (slugFrom(name) || `collection-${index}`),
      image,
      seo,
      createdAt: new Date(at).toISOString(),
    };
    return { row, picture, products: fixed?.[2] ?? (random.next() < 0.04 ? 0 : 1 + random.below(8)) };
  });
}
