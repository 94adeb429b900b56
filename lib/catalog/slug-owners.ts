import { slugKey } from './flags.ts';

/** Who has which slug in a location. A missing slug is shared with nobody. */
export type SlugOwners = {
  add(id: string, slug: string): void;
  remove(id: string, slug: string): void;
  of(slug: string): readonly string[];
};

export function createSlugOwners(): SlugOwners {
  const owners = new Map<string, string[]>();
  return {
    add(id, slug) {
      const key = slugKey(slug);
      const sharing = owners.get(key);
      if (sharing) sharing.push(id);
      else if (key !== '') owners.set(key, [id]);
    },
    remove(id, slug) {
      const key = slugKey(slug);
      const left = (owners.get(key) ?? []).filter((owner) => owner !== id);
      if (left.length > 0) owners.set(key, left);
      else owners.delete(key);
    },
    of: (slug) => owners.get(slugKey(slug)) ?? [],
  };
}
