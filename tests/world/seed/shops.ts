import { createRandom, type Random } from '../random.ts';
import { LOCATIONS, type Shop } from '../types.ts';
import { type Seeded, seedCollections } from './collections.ts';
import { type SeededProduct, seedProducts } from './products.ts';
import {
  ACME_FIRST,
  FITNESS,
  type FirstRow,
  GLOBEX_FIRST,
  NEW_STORE,
  type Thing,
  WELLNESS,
} from './words.ts';

/** Collections of each location. */
export type Sizes = { acme?: number; globex?: number; initech?: number };

type Plan = {
  id: string;
  name: string;
  size: number;
  products: number;
  first: readonly FirstRow[];
  things: readonly Thing[];
};

const AWESOME_IN = ['best-sellers', 'yoga-mats-blocks'];

/** Puts products on the shelves: those that suit a collection's picture first, then others, to exactly its count. */
function stock(collections: Seeded[], seeded: SeededProduct[], withMat: boolean, random: Random): void {
  const others = withMat ? seeded.slice(1) : seeded;
  const mat = withMat ? seeded[0]?.product : undefined;
  for (const { row, picture, products } of collections) {
    const special = mat !== undefined && AWESOME_IN.includes(row.slug) && products > 0;
    if (special) mat.collectionIds.push(row._id);
    const wanted = Math.min(special ? products - 1 : products, others.length);
    if (wanted === 0) continue;
    const start = random.below(others.length);
    const fitting = wanted > 8 ? others.filter((one) => one.picture === picture).slice(0, wanted) : [];
    const chosen = new Set(fitting);
    for (let step = 0; chosen.size < wanted; step += 1) {
      const next = others[(start + step) % others.length];
      if (next) chosen.add(next);
    }
    for (const { product } of chosen) product.collectionIds.push(row._id);
  }
}

function seedShop(seed: string, plan: Plan): Shop {
  const random = createRandom(`${seed}/${plan.id}`);
  const withMat = plan.id === LOCATIONS.acme;
  const seeded = seedProducts(plan.id, plan.products, plan.things, withMat, random);
  const collections = seedCollections(plan, plan.size, plan.first, plan.things, random);
  stock(collections, seeded, withMat, random);
  return {
    id: plan.id,
    name: plan.name,
    collections: collections.map(({ row }) => row),
    products: seeded.map(({ product }) => product),
  };
}

/** The three locations, from the seed alone: same seed and sizes, same shops to the last byte. */
export function seedShops(seed: string, sizes: Sizes): Map<string, Shop> {
  const acme = sizes.acme ?? 248;
  const globex = sizes.globex ?? 64;
  const initech = sizes.initech ?? 1;
  const plans: Plan[] = [
    {
      id: LOCATIONS.acme,
      name: 'Acme Fitness',
      size: acme,
      products: Math.max(120, Math.ceil(acme / 50)),
      first: ACME_FIRST,
      things: FITNESS,
    },
    {
      id: LOCATIONS.globex,
      name: 'Globex Wellness',
      size: globex,
      products: Math.max(60, Math.ceil(globex / 50)),
      first: GLOBEX_FIRST,
      things: WELLNESS,
    },
    {
      id: LOCATIONS.initech,
      name: 'Initech Studio',
      size: initech,
      products: initech > 1 ? 40 : 0,
      first: NEW_STORE,
      things: FITNESS,
    },
  ];
  return new Map(plans.map((plan) => [plan.id, seedShop(seed, plan)]));
}
