import type { BridgeError } from '../../lib/bridge/contract.ts';
import { type Fields, fieldsOf } from '../../lib/drafts/fields.ts';
import type { Product } from '../../lib/highlevel/product.ts';
import type { Remark } from '../../lib/panel/editor-remarks.ts';
import type { EditorOutcome } from '../../lib/panel/editor-state.ts';
import { draftOf } from './drafts.ts';
import { ACME, entry, NOW } from './fixtures.ts';
import type { Hand } from './hand.ts';
import { shopRows } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Chapter, Story } from './story.ts';
import { type Answers, never } from './worker.ts';

const rows = shopRows(40).map((row) =>
  row.slug === 'summer-2026'
    ? {
        ...row,
        seo: {
          title: 'Summer 2026 outdoor gear – Acme Fitness',
          description:
            'Train outside all summer: mats, bands and kettlebells picked by our coaches, with free delivery on orders over $50 and 30 days to return.',
        },
      }
    : row,
);
const summer = rows[1];
const recovery = rows[6];
const id = summer?.id ?? '';
const theirs = (fields: Partial<Fields>): Fields => {
  if (summer === undefined) throw new Error('no such row');
  return { ...fieldsOf(summer), ...fields };
};

const at = (scene: Scene = {}, play?: Story['play'], target = id): Story => ({
  scene: { rows, before: ({ route }) => route.edit(target), ...scene },
  ...(play && { play }),
});
const written = (fields: Partial<Fields>, more: Scene = {}) =>
  at({ drafts: [draftOf(summer, fields)], ...more }, (hand) => hand.text('unsaved'));

const saves = (answer: Scene['answers'], wait: string): Story =>
  at(
    { drafts: [draftOf(summer, { name: 'Summer 2026 – Outdoor' })], ...(answer && { answers: answer }) },
    async (hand) => {
      await hand.click('button', 'Save');
      await hand.text(wait);
    },
  );
const fails = (error: BridgeError, wait = 'Not saved') =>
  saves({ 'collection.save': () => ({ ok: false, error }) }, wait);

const create = async (hand: Hand, name: string) => {
  await hand.type('Name', name);
};

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
  | 'no-seo'
  | 'image-http'
  | 'image-failed'
  | 'image-odd'
  | 'long'
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
  delete: at({}, async (hand) => {
    await hand.click('button', 'More');
    await hand.click('menuitem', 'Delete');
    await hand.text('112 products');
  }),
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
};

const remarked = (fields: Partial<Fields>, wait: string): Story =>
  at({ drafts: [draftOf(summer, fields)] }, (hand) => hand.text(wait));

/** Everything that can stand under a field. */
export const remarks: Chapter<Remark['kind']> = {
  refused: fails(
    { code: 'invalid', fields: { name: ['name must be shorter than 60 characters'] } },
    'shorter than',
  ),
  'name-empty': remarked({ name: '' }, 'needs a name'),
  'slug-empty': remarked({ slug: '' }, 'needs a slug'),
  'slug-characters': remarked({ slug: 'Summer 2026!' }, 'Only letters'),
  'slug-owned': remarked({ slug: 'recovery' }, 'already has this slug'),
  contested: at({ drafts: [draftOf(summer, { name: 'Ours' }, { name: 'As it was' })] }, (hand) =>
    hand.text('You choose when you save'),
  ),
  stored: saves(
    {
      'collection.save': () =>
        summer === undefined
          ? never
          : {
              ok: true,
              value: {
                state: 'saved',
                journalId: 'j1',
                collection: { ...summer, name: 'Summer 2026 - Outdoor' },
                stored: [{ field: 'name', sent: 'Summer 2026 – Outdoor', got: 'Summer 2026 - Outdoor' }],
              },
            },
    },
    'stored it as',
  ),
  links: remarked({ slug: 'summer-2026-outdoor' }, 'will stop working'),
  'follows-name': editor['new-named'],
  'title-suggestion': editor['no-seo'],
};

/** How a save ends. */
export const outcomes: Chapter<
  EditorOutcome['state'] | 'interrupted' | 'refused' | 'gone' | 'scope' | 'conflict-picked'
> = {
  saved: saves(
    {
      'collection.save': () =>
        summer === undefined
          ? never
          : {
              ok: true,
              value: {
                state: 'saved',
                journalId: 'j1',
                collection: { ...summer, name: 'Summer 2026 – Outdoor' },
                stored: [],
              },
            },
    },
    'Saved',
  ),
  accepted: saves(
    {
      'collection.save': () => ({ ok: true, value: { state: 'accepted', journalId: 'j1' } }),
      'activity.check': () => ({ ok: true, value: entry({ id: 'j1', state: 'accepted', at: NOW }) }),
    },
    'not yet confirmed',
  ),
  interrupted: saves(
    {
      'collection.save': () => ({ ok: false, error: { code: 'no-worker' } }),
      'activity.list': () => ({
        ok: true,
        value: [entry({ id: 'j1', targetId: id, state: 'sending', at: NOW })],
      }),
      'activity.check': () => ({ ok: true, value: entry({ id: 'j1', state: 'sending', at: NOW }) }),
    },
    'finding out whether',
  ),
  'slug-taken': saves(
    {
      'collection.save': () => ({
        ok: true,
        value: { state: 'slug-taken', slug: 'summer-2026', name: 'Summer (old)', free: 'summer-2026-2' },
      }),
    },
    'is taken',
  ),
  conflict: conflict(false),
  'conflict-picked': conflict(true),
  failed: fails({ code: 'offline' }),
  scope: fails({ code: 'scope-missing', scope: 'products/collection.write' }),
  refused: fails({ code: 'refused', message: 'Location is suspended', status: 403 }),
  gone: fails({ code: 'gone' }),
};

function conflict(picked: boolean): Story {
  const ours = {
    seoTitle: 'Recovery tools | Acme Fitness',
    seoDescription: 'Foam rollers, massage balls and bands.',
  };
  return at(
    {
      drafts: [draftOf(summer, ours)],
      answers: {
        'collection.save': () => ({
          ok: true,
          value: {
            state: 'conflict',
            journalId: 'j1',
            theirs: theirs({
              seoTitle: 'Recover faster',
              seoDescription: 'Everything your body needs the day after.',
            }),
            fields: ['seoTitle', 'seoDescription'],
          },
        }),
      },
    },
    async (hand) => {
      await hand.click('button', 'Save');
      await hand.text('Changed elsewhere');
      if (!picked) return;
      await hand.click('radio', 'YoursRecovery');
      await hand.click('radio', 'Theirs · nowEverything');
    },
  );
}
