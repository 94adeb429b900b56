import type { JournalEntry } from '../../lib/bridge/answers.ts';
import type { BridgeError } from '../../lib/bridge/contract.ts';
import type { Product } from '../../lib/highlevel/product.ts';
import type { MemberNote } from '../../lib/panel/members.ts';
import type { Kept } from '../../lib/panel/members-kept.ts';
import type { ProductShown } from '../../lib/panel/product.ts';
import { ACME, connection, entry, GLOBEX, globex, MINUTE, NOW } from './fixtures.ts';
import type { Hand } from './hand.ts';
import { shopRows } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Chapter, Story } from './story.ts';
import { type Answers, never } from './worker.ts';

const rows = shopRows(40);
const ID = '655b33a82209e60b6adb87a5';
const options = (names: string[]) => names.map((name) => ({ id: name, name }));

const mat: Product = {
  id: ID,
  locationId: ACME,
  name: 'Awesome Yoga Mat',
  productType: 'PHYSICAL',
  createdAt: '2025-03-02T08:00:00.000Z',
  updatedAt: '2026-01-23T09:57:00.000Z',
  description:
    '<p>A 6 mm natural rubber mat with a grip that holds in a hot room.</p><p>Rolls up small, ships in a cotton bag.</p>',
  variants: [
    { id: 'v1', name: 'Size', options: options(['S', 'M', 'XL']) },
    { id: 'v2', name: 'Colour', options: options(['Sage', 'Sand']) },
  ],
  availableInStore: true,
  statementDescriptor: 'ACME FIT',
  image: 'https://storage.example/media/mat.png',
  collectionIds: [rows[0]?.id ?? '', rows[2]?.id ?? ''],
  isTaxesEnabled: true,
  taxes: [{ id: 't1', name: 'VAT' }],
  automaticTaxCategoryId: 'txcd_99999999',
  label: { title: 'Featured', endDate: '2026-06-30T00:00:00.000Z' },
  slug: 'awesome-yoga-mat',
  raw: { _id: ID, name: 'Awesome Yoga Mat', productType: 'PHYSICAL' },
};

const look = (text: string, scene: Scene, wait?: string): Story => ({
  scene: { rows, before: ({ route }) => route.show('product'), ...scene },
  play: async (hand) => {
    await hand.type('Product id, slug or link', text);
    const field = await hand.find('field', 'Product id, slug or link');
    (field as HTMLInputElement).form?.requestSubmit();
    if (wait !== undefined) await hand.text(wait);
  },
});
const finds = (product: Product, wait = 'ID'): Story =>
  look(product.id, { answers: { 'product.lookup': () => ({ ok: true, value: product }) } }, wait);
const fails = (error: BridgeError, wait: string): Story =>
  look(ID, { answers: { 'product.lookup': () => ({ ok: false, error }) } }, wait);

/** Looked up from a page that shows no location, with two of them connected. */
const chat: Scene = {
  url: null,
  connections: [connection(), globex],
  before: ({ session, route }) => {
    session.choose(ACME);
    route.show('product');
  },
};

const hostile: Product = {
  ...mat,
  name: '<img src=x onerror=alert(1)> مستلزمات اليوغا',
  description: `<script>alert(1)</script><h2>Wichtig</h2><ul>${'<li>Ein langer Punkt über die Matte &amp; mehr</li>'.repeat(12)}</ul>`,
  productType: 'PHYSICAL/DIGITAL',
  availableInStore: false,
  image: 'http://storage.example/mat.png',
  variants: [
    { id: 'v', name: '', options: options(Array.from({ length: 14 }, (_, n) => `Variante Nummer ${n}`)) },
  ],
  collectionIds: ['d'.repeat(24)],
  isTaxesEnabled: false,
  label: { title: 'Ended', startDate: '2026-01-01T00:00:00Z', endDate: '2026-02-01T00:00:00Z' },
};
const bare: Product = {
  id: ID,
  locationId: ACME,
  name: 'Bare',
  productType: 'GIFT_CARD',
  variants: [],
  taxes: [],
  raw: {},
};

const { collectionIds: _, ...silent } = mat;

/** The card, with something done to its collections. */
const moves = (scene: Scene, play: Story['play'], product = mat): Story => {
  const answers = { 'product.lookup': () => ({ ok: true, value: product }) as const, ...scene.answers };
  const story = look(product.id, { ...scene, answers }, 'ID');
  return {
    ...story,
    play: async (hand) => {
      await story.play?.(hand);
      await play?.(hand);
    },
  };
};
const out = 'Remove from Best Sellers';
const tells = (answer: Answers['product.setCollections'], wait: string) =>
  moves({ answers: { 'product.setCollections': answer } }, async (hand) => {
    await hand.click('button', out);
    await hand.text(wait);
  });
const pick = async (hand: Hand) => {
  await hand.click('button', 'Add to a collection');
  await hand.find('field', 'Find a collection');
};
const moved = (change: Partial<JournalEntry>): JournalEntry =>
  entry({ kind: 'membership', targetId: ID, title: mat.name, ...change });

/** The product tab, in every state. */
export const products: Chapter<
  | ProductShown['state']
  | `move-${MemberNote['state']}`
  | `${Kept['how']}-${Kept['does']}`
  | 'pick'
  | 'pick-typed'
  | 'pick-none'
  | 'adding'
  | 'moved'
  | 'unsafe-sets'
  | 'finding'
  | 'barred'
  | 'recent'
  | 'hostile'
  | 'bare'
  | 'raw'
  | 'stale'
  | 'elsewhere'
  | 'guess'
  | 'other-location'
  | 'not-found'
  | 'not-found-everywhere'
  | 'scope'
  | 'payment-link'
  | 'course'
  | 'collection'
  | 'collection-elsewhere'
> = {
  nothing: { scene: { rows, before: ({ route }) => route.show('product') } },
  recent: {
    scene: {
      rows,
      before: ({ route }) => {
        const recents = [
          { id: ID, name: mat.name, image: mat.image, at: NOW - 3 * MINUTE },
          { id: 'a'.repeat(24), name: 'Kettlebell 16 kg', at: NOW - 26 * 60 * MINUTE },
        ];
        localStorage.setItem(`aisle.recent.${ACME}`, JSON.stringify(recents));
        route.show('product');
      },
    },
  },
  asking: look(ID, { answers: { 'product.lookup': () => never } }),
  found: finds(mat, 'Best Sellers'),
  hostile: finds(hostile, 'Wichtig'),
  bare: finds(bare),
  raw: {
    ...finds(mat),
    play: async (hand) => {
      await finds(mat).play?.(hand);
      await hand.click('button', 'Raw JSON');
    },
  },
  stale: (() => {
    const answers = [mat];
    const story = look(ID, {
      answers: {
        'product.lookup': () => {
          const [value] = answers.splice(0, 1);
          return value ? { ok: true, value } : { ok: false, error: { code: 'offline' } };
        },
      },
    });
    return {
      ...story,
      play: async (hand) => {
        await story.play?.(hand);
        await hand.text('Best Sellers');
        await story.play?.(hand);
        await hand.text('when last looked up');
      },
    };
  })(),
  elsewhere: look(
    `https://app.gohighlevel.com/v2/location/${GLOBEX}/payments/products/${ID}`,
    { answers: { 'product.lookup': () => ({ ok: true, value: { ...mat, locationId: GLOBEX } }) } },
    'Globex',
  ),
  guess: look(
    'awesome-yoga-mat',
    { ...chat, answers: { 'product.lookup': () => ({ ok: true, value: mat }) } },
    'ID',
  ),
  pick: moves({}, pick),
  'pick-typed': moves({}, async (hand) => {
    await pick(hand);
    await hand.type('Find a collection', 'yoga');
    await hand.press('ArrowDown');
  }),
  'pick-none': moves({}, async (hand) => {
    await pick(hand);
    await hand.type('Find a collection', 'qqqqqq');
    await hand.text('No other collection');
  }),
  adding: moves({ answers: { 'product.setCollections': () => never } }, async (hand) => {
    await pick(hand);
    await hand.type('Find a collection', 'kettle');
    await hand.press('Enter');
    await hand.text('adding…');
    await hand.click('button', out);
    await hand.text('removing…');
  }),
  moved: moves(
    {
      answers: {
        'product.setCollections': () => ({
          ok: true,
          value: { state: 'saved', journalId: 'j', product: { ...mat, collectionIds: [rows[2]?.id ?? ''] } },
        }),
      },
    },
    async (hand) => {
      await hand.click('button', out);
      await hand.text('Removed from');
    },
  ),
  'move-accepted': tells(
    () => ({ ok: true, value: { state: 'accepted', journalId: 'j' } }),
    'not yet confirmed',
  ),
  'move-unsafe': tells(
    () => ({ ok: true, value: { state: 'unsafe', lacks: ['medias', 'seo', 'taxInclusive'] } }),
    'did not show all',
  ),
  finding: moves(
    { answers: { 'product.setCollections': () => never } },
    async (hand) => {
      await hand.click('button', 'Find out');
      await hand.text('asking…');
    },
    silent,
  ),
  'unsafe-sets': tells(
    () => ({ ok: true, value: { state: 'unsafe', lacks: ['collectionIds'] } }),
    'does not say which',
  ),
  'move-failed': tells(
    () => ({ ok: false, error: { code: 'scope-missing', scope: 'products.write' } }),
    'may not edit products',
  ),
  barred: moves(
    { connections: [connection({ rights: { ...connection().rights, 'products.write': 'no' } })] },
    (hand) => hand.text('may not edit products'),
  ),
  'kept-add': moves({ journal: [moved({ state: 'conflict', added: [rows[5]?.id ?? ''] })] }, (hand) =>
    hand.text('did not take it'),
  ),
  'kept-remove': moves({ journal: [moved({ state: 'conflict', removed: [rows[0]?.id ?? ''] })] }, (hand) =>
    hand.text('kept it in'),
  ),
  'back-add': moves({ journal: [moved({ added: [rows[5]?.id ?? ''] })] }, (hand) => hand.text('not in it')),
  'back-remove': moves({ journal: [moved({ removed: [rows[0]?.id ?? ''] })] }, (hand) =>
    hand.text('in it again'),
  ),
  failed: fails({ code: 'offline' }, 'No connection'),
  'other-location': look(
    `https://app.gohighlevel.com/v2/location/${GLOBEX}/payments/products/${ID}`,
    { answers: { 'product.lookup': () => ({ ok: false, error: { code: 'not-connected' } }) } },
    'not connected',
  ),
  'not-found': fails({ code: 'not-found' }, 'No such product'),
  'not-found-everywhere': look(
    ID,
    { ...chat, answers: { 'product.lookup': () => ({ ok: false, error: { code: 'not-found' } }) } },
    'were asked too',
  ),
  scope: fails({ code: 'scope-missing', scope: 'products.readonly' }, 'may not view products'),
  other: look('what is this thing, please?', {}, 'No product in this'),
  'payment-link': look(`https://shop.example/payment-link/${ID}`, {}, 'payment link'),
  course: look('https://shop.example/courses/offers/3f2a9c1d-77aa-4b0e-9d2c-51f0c1d2a3f9', {}),
  collection: look('https://shop.example/collections/summer-2026', {}, 'This is a collection'),
  'collection-elsewhere': look(
    `https://app.gohighlevel.com/v2/location/${GLOBEX}/payments/products/collections/${ID}`,
    {},
    'belongs to Globex',
  ),
};
