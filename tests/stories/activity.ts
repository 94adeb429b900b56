import type { JournalEntry } from '../../lib/bridge/answers.ts';
import { fieldsOf } from '../../lib/drafts/fields.ts';
import { entry, MINUTE, NOW } from './fixtures.ts';
import { shopRows } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Chapter, Story } from './story.ts';
import { never } from './worker.ts';

const rows = shopRows(40);
const ids = rows.map((row) => row.id);
const before = rows[1] && fieldsOf(rows[1]);
const patch = { name: 'Summer 2026', seoTitle: 'Summer 2026 outdoor gear' };
const day = 24 * 60 * MINUTE;

const journal: JournalEntry[] = [
  entry({
    title: 'Summer 2026',
    at: NOW - MINUTE,
    targetId: ids[1] ?? '',
    patch,
    ...(before && { before: { ...before, name: 'Summer', seoTitle: '' }, after: { ...before, ...patch } }),
  }),
  entry({ title: 'Recovery', at: NOW - 6 * MINUTE, state: 'accepted', patch: { seoTitle: 'Recover' } }),
  entry({ title: 'Gift Cards', at: NOW - 44 * MINUTE, kind: 'create', patch: { name: 'Gift Cards' } }),
  entry({
    title: 'Clearance',
    at: NOW - 62 * MINUTE,
    state: 'failed',
    patch: { slug: 'clearance' },
    error: { code: 'invalid', fields: { slug: ['slug “clearance” is taken'] } },
  }),
  entry({
    title: 'Awesome Yoga Mat',
    at: NOW - 70 * MINUTE,
    kind: 'membership',
    had: ids.slice(1, 4),
    added: ids.slice(0, 1),
    removed: ids.slice(1, 3),
  }),
  entry({
    title: 'Kettlebell 16 kg',
    at: NOW - 71 * MINUTE,
    kind: 'membership',
    state: 'conflict',
    added: ids.slice(8, 9),
  }),
  entry({ title: 'Kettlebells', at: NOW - day, state: 'undone', patch: { name: 'Kettles' } }),
  entry({ title: 'مستلزمات اليوغا', at: NOW - day, state: 'conflict', patch: { name: 'x', slug: 'y' } }),
  entry({ title: 'New one', at: NOW - 2 * day, state: 'waiting', kind: 'create' }),
  entry({ title: 'Old one', at: NOW - 3 * day, kind: 'delete', ...(before && { before }) }),
  entry({ title: 'Interrupted', at: NOW - 5 * MINUTE, state: 'sending' }),
  entry({ title: 'On its way', at: NOW - 1000, state: 'sending', patch: { image: 'x' } }),
];

const at = (scene: Scene, play?: Story['play']): Story => ({
  scene: { rows, before: ({ route }) => route.show('activity'), ...scene },
  ...(play && { play }),
});

/** The activity tab, in every state. */
export const activity: Chapter<
  'list' | 'details' | 'membership' | 'refused' | 'empty' | 'loading' | 'failed' | 'menu' | 'clear'
> = {
  list: at({ journal }, (hand) => hand.text('Kettlebells')),
  details: at({ journal }, async (hand) => {
    await hand.text('Kettlebells');
    await hand.click('button', 'Summer 2026');
  }),
  membership: at({ journal }, async (hand) => {
    await hand.text('Kettlebells');
    await hand.click('button', 'Awesome Yoga Mat');
  }),
  refused: at(
    { journal, answers: { 'activity.undo': () => ({ ok: false, error: { code: 'changed-since' } }) } },
    async (hand) => {
      await hand.click('button', 'Undo: Summer 2026');
      await hand.text('Someone changed this since');
    },
  ),
  empty: at({ journal: [] }, (hand) => hand.text('Nothing changed yet')),
  loading: at({ answers: { 'activity.list': () => never } }),
  failed: at({ answers: { 'activity.list': () => ({ ok: false, error: { code: 'no-worker' } }) } }, (hand) =>
    hand.text('could not be read'),
  ),
  menu: at({ journal }, (hand) => hand.click('button', 'Manage activity')),
  clear: at({ journal }, async (hand) => {
    await hand.click('button', 'Manage activity');
    await hand.click('menuitem', 'Clear');
  }),
};
