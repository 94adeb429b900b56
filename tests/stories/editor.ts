import type { Product } from '../../lib/highlevel/product.ts';
import { draftOf } from './drafts.ts';
import { at, id, recovery, rows, summer, written } from './editor-scenes.ts';
import { ACME } from './fixtures.ts';
import type { Hand } from './hand.ts';
import type { Chapter } from './story.ts';
import { type Answers, never } from './worker.ts';

const create = async (hand: Hand, name: string) => {
  await hand.type('Name', name);
};

const deleting = async (hand: Hand) => {
  await hand.click('button', 'More');
  await hand.click('menuitem', 'Delete');
  await hand.text('112 products');
};
const called = (name: string) => rows.map((row) => (row.id === id ? { ...row, name } : row));

const goods = (names: readonly string[]): Product[] =>
  names.map((name, n) => ({
    id: `655b33a82209e60b6adb87${(160 + n).toString(16)}`,
    locationId: ACME,
    name,
    productType: 'PHYSICAL',
    image: `https://storage.example/media/goods-${n}.png`,
    slug: `goods-${n}`,
    variants: [],
    taxes: [],
    raw: {},
  }));
const GOODS = ['Awesome Yoga Mat', 'Kettlebell 16 kg', 'مستلزمات اليوغا', '<b>Block</b> & strap '.repeat(8)];
const listing = (answer: Answers['product.list'], wait?: string) =>
  at({ answers: { 'product.list': answer } }, async (hand) => {
    await hand.click('button', 'Products');
    if (wait !== undefined) await hand.text(wait);
    (await hand.find('button', 'Products')).scrollIntoView();
  });
const pages = (more: boolean, total: number) => () =>
  ({ ok: true, value: { products: goods(GOODS), next: 4, more, total } }) as const;

/** The editor at rest and at work. */
export const editor: Chapter<
  | 'clean'
  | 'products'
  | 'products-loading'
  | 'products-more'
  | 'products-more-failed'
  | 'products-empty'
  | 'products-failed'
  | 'products-scope'
  | 'dirty'
  | 'new'
  | 'new-named'
  | 'duplicate'
  | 'saving'
  | 'elsewhere'
  | 'vanished'
  | 'missing'
  | 'menu'
  | 'delete'
  | 'delete-long'
  | 'no-seo'
  | 'image-http'
  | 'image-failed'
  | 'image-odd'
  | 'long'
  | 'no-name'
> = {
  products: listing(pages(false, 4), 'Awesome'),
  'products-loading': listing(() => never),
  'products-more': listing(pages(true, 112), 'Show more'),
  'products-more-failed': (() => {
    const story = listing(
      ({ offset }) => (offset === 0 ? pages(true, 112)() : { ok: false, error: { code: 'timeout' } }),
      'Show more',
    );
    return {
      ...story,
      play: async (hand: Hand) => {
        await story.play?.(hand);
        await hand.click('button', 'Show more');
        await hand.text('Try again');
        (await hand.find('button', 'Try again')).scrollIntoView({ block: 'end' });
      },
    };
  })(),
  'products-empty': listing(
    () => ({ ok: true, value: { products: [], next: 0, more: false } }),
    'No products',
  ),
  'products-failed': listing(() => ({ ok: false, error: { code: 'offline' } }), 'No connection'),
  'products-scope': listing(
    () => ({ ok: false, error: { code: 'scope-missing', scope: 'products.readonly' } }),
    'may not view products',
  ),
  clean: at({}, (hand) => hand.text('1200 ×')),
  dirty: written({ name: 'Summer 2026 – Outdoor', slug: 'summer-2026-outdoor' }),
  new: { scene: { rows, before: ({ route }) => route.create() } },
  'new-named': {
    scene: { rows, before: ({ route }) => route.create() },
    play: (hand) => create(hand, 'Pilates & Balls'),
  },
  duplicate: at({}, async (hand) => {
    await hand.click('button', 'Duplicate');
    await hand.text('Not created yet');
  }),
  saving: at(
    {
      drafts: [draftOf(summer, { name: 'Summer 2026 – Outdoor' })],
      answers: { 'collection.save': () => never },
    },
    (hand) => hand.click('button', 'Save'),
  ),
  elsewhere: at(
    {
      drafts: [draftOf(summer, { name: 'Summer 2026 – Outdoor' })],
      before: ({ route, locks, session }) => {
        const name = `draft:${session.getState().locationId ?? '3SwdhCsvxI8Au3KsPJt6'}:${id}`;
        void locks.request(name, () => never);
        route.edit(id);
      },
    },
    (hand) => hand.text('another window'),
  ),
  vanished: {
    scene: {
      rows: rows.filter((row) => row.id !== id),
      drafts: [draftOf(summer, { name: 'Summer 2026 – Outdoor' })],
      before: ({ route }) => route.edit(id),
    },
    play: (hand) => hand.text('not in HighLevel any more'),
  },
  missing: at({}, (hand) => hand.text('not on this device'), 'e'.repeat(24)),
  menu: at({}, (hand) => hand.click('button', 'More')),
  delete: at({}, deleting),
  'delete-long': at({ rows: called('A name that was pasted. '.repeat(32)) }, deleting),
  'no-seo': at({}, undefined, recovery?.id),
  'image-http': written({ image: 'http://pictures.example/summer.png' }),
  'image-failed': at(
    { drafts: [draftOf(summer, { image: 'https://storage.example/missing.png' })] },
    (hand) => hand.text('gives no image'),
  ),
  'image-odd': written({ image: 'summer.png' }),
  long: written({
    name: 'مجموعة الصيف ٢٠٢٦ للتدريب في الهواء الطلق',
    seoTitle: 'Summer 2026 outdoor gear, mats, bands, kettlebells and everything else – Acme Fitness',
  }),
  'no-name': at({ rows: called('  ') }),
};
