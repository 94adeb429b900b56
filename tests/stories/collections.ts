import type { ListScreen, RowMark } from '../../lib/panel/collections-state.ts';
import { draftOf, freshDraft } from './drafts.ts';
import { entry, MINUTE, NOW, synced } from './fixtures.ts';
import { shopRows, unpleasantRows } from './rows.ts';
import type { Chapter, Story } from './story.ts';
import { never } from './worker.ts';

const rows = shopRows();
const few = shopRows(14);
const type =
  (query: string): NonNullable<Story['play']> =>
  (hand) =>
    hand.type('Search collections', query);

/** The list, in every state and with everything that comes and goes in it. */
export const collections: Chapter<
  | ListScreen
  | 'filtered'
  | 'renaming'
  | 'renamed'
  | 'rename-failed'
  | 'rename-empty'
  | 'nothing-flag'
  | 'nothing-long'
  | 'sort'
  | 'first-sync'
  | 'stale'
  | 'unpleasant'
> = {
  rows: { scene: { rows } },
  loading: { scene: { rows: [], sync: synced({ running: true, complete: false, rows: 0 }) } },
  empty: { scene: { rows: [], sync: synced({ rows: 0 }) }, play: (hand) => hand.text('No collections yet') },
  failed: {
    scene: { rows: [], sync: synced({ complete: false, rows: 0, error: { code: 'offline' } }) },
    play: (hand) => hand.text('No collections on this device'),
  },
  unreadable: {
    scene: { rows, unreadable: true },
    play: (hand) => hand.text('Aisle cannot read'),
  },
  nothing: { scene: { rows }, play: type('kettel') },
  'nothing-long': { scene: { rows }, play: type('a sentence nobody searches for '.repeat(10)) },
  asking: {
    scene: {
      rows: few,
      sync: synced({ running: true, complete: false, rows: 14, total: 1248 }),
      answers: { 'catalog.find': () => never },
    },
    play: type('pilates'),
  },
  filtered: { scene: { rows }, play: type('is:no-seo yoga') },
  'nothing-flag': {
    scene: { rows: few.filter(({ image }) => image !== '') },
    play: (hand) => hand.click('button', 'No image'),
  },
  sort: { scene: { rows }, play: (hand) => hand.click('button', 'Sort') },
  renaming: {
    scene: { rows },
    play: async (hand) => {
      await hand.type('Search collections', 'yoga');
      (await hand.find('row', 'Yoga Straps')).focus();
      await hand.press('F2');
      await hand.type('New name of Yoga Straps', 'Yoga Straps & Bolsters');
    },
  },
  renamed: {
    scene: {
      rows,
      answers: {
        'collection.save': ({ id, patch }) => {
          const row = rows.find((each) => each.id === id) ?? few[0];
          if (row === undefined) return never;
          const collection = { ...row, name: patch.name ?? '' };
          return { ok: true, value: { state: 'saved', journalId: 'j1', collection, stored: [] } };
        },
      },
    },
    play: async (hand) => {
      (await hand.find('row', 'Recovery')).focus();
      await hand.press('F2');
      await hand.type('New name of Recovery', 'Recovery & Rest');
      await hand.press('Enter');
      await hand.text('Renamed');
    },
  },
  'rename-empty': {
    scene: { rows },
    play: async (hand) => {
      (await hand.find('row', 'Recovery')).focus();
      await hand.press('F2');
      await hand.type('New name of Recovery', ' ');
      await hand.press('Enter');
      await hand.text('needs a name');
    },
  },
  'rename-failed': {
    scene: { rows, answers: { 'collection.save': () => ({ ok: false, error: { code: 'offline' } }) } },
    play: async (hand) => {
      (await hand.find('row', 'Recovery')).focus();
      await hand.press('F2');
      await hand.type('New name of Recovery', 'Recovery & Rest');
      await hand.press('Enter');
      await hand.text('was not saved');
    },
  },
  'first-sync': {
    scene: { rows: shopRows(300), sync: synced({ running: true, complete: false, rows: 340, total: 1248 }) },
  },
  stale: {
    scene: { rows, sync: synced({ error: { code: 'offline' }, syncedAt: NOW - 6 * MINUTE }) },
  },
  unpleasant: { scene: { rows: unpleasantRows() } },
};

const marked = few.slice(0, 6);
const [first, second] = marked;

/** What a row can say beside its count. */
export const marks: Chapter<RowMark | 'slug-missing' | 'slug-characters'> = {
  'not-saved': {
    scene: {
      rows: marked,
      drafts: [draftOf(first, { name: 'Best Sellers 2026' })],
      journal: [entry({ targetId: first?.id ?? '', state: 'failed', at: NOW - MINUTE })],
    },
    play: (hand) => hand.text('Not saved'),
  },
  draft: {
    scene: {
      rows: marked,
      drafts: [draftOf(second, { seoTitle: 'Summer' }), freshDraft({ name: 'Pilates', slug: 'pilates' })],
    },
  },
  saving: {
    scene: { rows: marked, answers: { 'collection.save': () => never } },
    play: async (hand) => {
      (await hand.find('row', 'Recovery').catch(() => hand.find('row', 'Best Sellers'))).focus();
      await hand.press('F2');
      await hand.type('New name of', 'Best Sellers 2026');
      await hand.press('Enter');
    },
  },
  slug: { scene: { rows: few }, play: type('clearance') },
  'slug-missing': { scene: { rows: marked.map((row, n) => (n === 0 ? { ...row, slug: '' } : row)) } },
  'slug-characters': { scene: { rows: marked.map((row, n) => (n === 0 ? { ...row, slug: 'a b!' } : row)) } },
  empty: { scene: { rows: few }, play: type('default') },
  'no-image': { scene: { rows: few }, play: type('gift') },
  'no-seo': { scene: { rows: few }, play: type('recovery') },
};
