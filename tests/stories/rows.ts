import type { Collection } from '../../lib/highlevel/collection.ts';

const id = (n: number) => `65b0a1${n.toString(16).padStart(18, '0')}`;
const seo = (title: string) => ({
  title,
  description: `${title}: chosen by our coaches, free delivery over 50.`,
});

/** [name, slug, products, what it lacks] */
const FIRST: [string, string, number, ('seo' | 'image')?][] = [
  ['Best Sellers', 'best-sellers', 48],
  ['Summer 2026', 'summer-2026', 112],
  ['Yoga Mats & Blocks', 'yoga-mats-blocks', 23, 'seo'],
  ['Resistance Bands', 'resistance-bands', 17],
  ['Gift Cards', 'gift-cards', 4, 'image'],
  ['Kettlebells', 'kettlebells', 31],
  ['Recovery', 'recovery', 26, 'seo'],
  ['New Arrivals', 'new-arrivals', 64],
  ['Clearance', 'clearance', 88],
  ['Default', 'default', 0],
  ['Yoga Straps', 'yoga-straps', 9, 'seo'],
  ['Hot Yoga Towels', 'hot-yoga-towels', 14],
  ['Kids Yoga', 'kids-yoga', 11],
  ['Clearance (old)', 'clearance', 3],
];

/** Names as people really write them. */
const UNPLEASANT = [
  'مستلزمات اليوغا للمبتدئين والمحترفين',
  '🧘‍♀️✨ Yoga & Ruhe ✨🧘‍♀️',
  '<b>Sale</b> "50%" & more',
  'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen im Sonderangebot für Vereine',
  'A name that goes on and on because somebody pasted the whole of the first paragraph of the product page into it, twice, and then saved it without looking at it again',
  '   ',
  '\u200b\u3164\u2800',
];

const make = (n: number, name: string, slug: string, count: number, lacks?: 'seo' | 'image'): Collection => ({
  id: id(n),
  name,
  slug,
  image: lacks === 'image' ? '' : `https://storage.example/media/${slug}.png`,
  seo: lacks === 'seo' ? { title: '', description: '' } : seo(name),
  createdAt: new Date(Date.UTC(2026, 5, 1) - n * 3_600_000).toISOString(),
  productCount: count,
});

/** The shop of the design's pictures, filled up to `total` rows. */
export function shopRows(total = 1248): Collection[] {
  const rows = FIRST.map(([name, slug, count, lacks], n) => make(n, name, slug, count, lacks));
  for (let n = rows.length; n < total; n += 1)
    rows.push(make(n, `Season ${n}`, `season-${n}`, n % 40, n % 17 === 0 ? 'seo' : undefined));
  return rows.slice(0, total);
}

export const unpleasantRows = (): Collection[] =>
  UNPLEASANT.map((name, n) => make(n, name, `${'unpleasant-'.repeat(n + 1)}name`, n * 2222, 'image'));
