import type { BridgeError } from '../../lib/bridge/contract.ts';
import { type Fields, fieldsOf } from '../../lib/drafts/fields.ts';
import { draftOf } from './drafts.ts';
import { shopRows } from './rows.ts';
import type { Scene } from './scene.ts';
import type { Story } from './story.ts';

export const rows = shopRows(40).map((row) =>
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
export const summer = rows[1];
export const recovery = rows[6];
export const id = summer?.id ?? '';
export const theirs = (fields: Partial<Fields>): Fields => {
  if (summer === undefined) throw new Error('no such row');
  return { ...fieldsOf(summer), ...fields };
};

/** The editor over one collection of a small shop. */
export const at = (scene: Scene = {}, play?: Story['play'], target = id): Story => ({
  scene: { rows, before: ({ route }) => route.edit(target), ...scene },
  ...(play && { play }),
});
export const written = (fields: Partial<Fields>, more: Scene = {}) =>
  at({ drafts: [draftOf(summer, fields)], ...more }, (hand) => hand.text('unsaved'));

/** A changed draft, saved. */
export const saves = (answer: Scene['answers'], wait: string): Story =>
  at(
    { drafts: [draftOf(summer, { name: 'Summer 2026 – Outdoor' })], ...(answer && { answers: answer }) },
    async (hand) => {
      await hand.click('button', 'Save');
      await hand.text(wait);
    },
  );
export const fails = (error: BridgeError, wait = 'Not saved') =>
  saves({ 'collection.save': () => ({ ok: false, error }) }, wait);
