import { type Fields, fieldsOf, type Patch } from '../../../../lib/drafts/fields.ts';
import { readCollection } from '../../../../lib/highlevel/parse-collection.ts';
import type { WorldOptions } from '../../../world/world.ts';
import { ACME, createHome, type Home, type Worker } from '../sync/home.ts';

export const NEW_ID = '6650000000000000000000aa';
export const NEW: Fields = {
  name: 'Autumn 2026',
  slug: 'autumn-2026',
  image: 'https://storage.example/autumn.png',
  seoTitle: 'Autumn',
  seoDescription: 'Warm things for cold days.',
};

/** A small shop whose first collection has every text, with a worker that has synced it. */
export async function createDesk(options: Omit<WorldOptions, 'clock'> = {}) {
  const home = createHome({ sizes: { acme: 6, globex: 1 }, ...options });
  const raw = home.shop.collections[0]!;
  home.shop.collections[0] = {
    ...raw,
    name: 'Summer',
    slug: 'summer',
    image: 'https://storage.example/summer.png',
    seo: { title: 'Summer things', description: 'All for summer.' },
  };
  const worker = await home.start();
  await worker.refresh();
  home.world.log.length = 0;
  home.heard.length = 0;
  return { home, worker, id: raw._id, ...handsOf(home, raw._id) };
}

export function handsOf(home: Home, id: string) {
  const onServer = (of = id): Fields | undefined => {
    const row = home.shop.collections.find(({ _id }) => _id === of);
    return row && fieldsOf(readCollection(row)!);
  };
  return {
    onServer,
    /** Somebody else changes the collection, at once. */
    theyChange(patch: Patch) {
      const index = home.shop.collections.findIndex(({ _id }) => _id === id);
      const row = home.shop.collections[index]!;
      const seo = { title: row.seo?.title ?? null, description: row.seo?.description ?? null };
      if (patch.seoTitle !== undefined) seo.title = patch.seoTitle;
      if (patch.seoDescription !== undefined) seo.description = patch.seoDescription;
      const { name = row.name, slug = row.slug, image = row.image } = patch;
      home.shop.collections[index] = { ...row, name, slug, image, seo };
    },
    /** Saves a change that began from what the server has now. */
    save: (worker: Worker, patch: Patch, base = onServer()!) =>
      worker.saves.save({ locationId: ACME, id, base, patch }),
    asked: () => home.world.log.map(({ method }) => method),
    writes: () => home.world.log.filter(({ method }) => method !== 'GET'),
  };
}

export const entries = async (worker: Worker) => {
  const answer = await worker.saves.list({ locationId: ACME });
  return answer.ok ? answer.value : [];
};

/** What a fault answers in place of HighLevel. */
export const json = (status: number, body: unknown) =>
  ({ kind: 'answer', status, body: JSON.stringify(body) }) as const;
