import { slugKey } from '../../catalog/flags.ts';
import type { Collection } from '../../highlevel/collection.ts';
import type { Desk } from './desk.ts';

/** Who has the slug, and the nearest one that is free. */
export type Taken = { slug: string; name: string; free: string };

/** Owners the replica knows that are asked after: more would be a catalogue of duplicates anyway. */
const ASKED = 3;

/**
 * Whether another collection has this slug: those the replica knows, if HighLevel's copy still says so, and those it lists
 * under the same name. HighLevel itself does not reliably refuse a duplicate.
 */
export async function checkSlug(
  desk: Desk,
  slug: string,
  name: string,
  except: string,
): Promise<Taken | undefined> {
  const { client, replica, locationId } = desk;
  const key = slugKey(slug);
  if (key === '') return undefined;
  const isRival = (row: Collection) => row.id !== except && slugKey(row.slug) === key;

  async function known(): Promise<Collection[]> {
    const rows = (await replica.bySlug(locationId, slug)).filter(isRival).slice(0, ASKED);
    const copies = await Promise.all(rows.map(({ id }) => client.getCollection(id)));
    return copies.flatMap((copy) => (copy.ok && isRival(copy.value) ? [copy.value] : []));
  }
  async function listed(): Promise<Collection[]> {
    if (name.trim() === '') return [];
    const page = await client.listCollections({ limit: 100, offset: 0, name });
    return page.ok ? page.value.rows : [];
  }

  const [owners, namesakes] = await Promise.all([known(), listed()]);
  const owner = owners[0] ?? namesakes.find(isRival);
  if (!owner) return undefined;
  const taken = new Set(namesakes.map((row) => slugKey(row.slug)));
  for (let number = 2; ; number++) {
    const free = `${slug}-${number}`;
    if (taken.has(slugKey(free)) || (await replica.bySlug(locationId, free)).length > 0) continue;
    return { slug, name: owner.name, free };
  }
}
