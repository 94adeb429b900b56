import type { RawProduct } from '../../../world/types.ts';
import type { WorldOptions } from '../../../world/world.ts';
import { ACME, createHome, type Home, type Worker } from '../sync/home.ts';

/** A small shop with a product that has everything, in the first two collections. */
export function createShelf(options: Omit<WorldOptions, 'clock'> = {}) {
  const home = createHome({ sizes: { acme: 8, globex: 1 }, ...options });
  const all = home.shop.collections.map(({ _id }) => _id);
  const [a = '', b = '', c = '', d = '', ...others] = all;
  const first = home.shop.products[0]!;
  home.shop.products[0] = { ...first, name: 'Yoga mat', collectionIds: [a, b] };
  return { home, a, b, c, d, others, id: first._id, ...shelfOf(home, first._id) };
}

/** The same with a worker that has synced it. */
export async function createStocked(options: Omit<WorldOptions, 'clock'> = {}) {
  const shelf = createShelf(options);
  const worker = await shelf.home.start();
  await worker.refresh();
  shelf.home.world.log.length = 0;
  shelf.home.heard.length = 0;
  const move = (add: string[], remove: string[] = [], sure?: boolean) =>
    shelf.moveBy(worker, add, remove, sure);
  return { ...shelf, worker, move };
}

export type Stocked = Awaited<ReturnType<typeof createStocked>>;

function shelfOf(home: Home, id: string) {
  const product = (): RawProduct => home.shop.products.find(({ _id }) => _id === id)!;
  return {
    product,
    /** What the server holds, in no order. */
    sets: () => [...product().collectionIds].sort(),
    /** Everything of it that a change of its collections must not touch. */
    rest() {
      const { collectionIds: _, updatedAt: __, ...rest } = product();
      return structuredClone(rest);
    },
    /** Somebody else changes the product, at once. */
    theyChange(change: Partial<RawProduct>) {
      const at = home.shop.products.findIndex(({ _id }) => _id === id);
      home.shop.products[at] = {
        ...product(),
        updatedAt: new Date(home.clock.now()).toISOString(),
        ...change,
      } as RawProduct;
    },
    moveBy: (worker: Worker, add: string[], remove: string[] = [], sure?: boolean) =>
      worker.saves.setCollections({
        locationId: ACME,
        productId: id,
        name: 'Yoga mat',
        add,
        remove,
        ...(sure && { sure }),
      }),
    asked: () => home.world.log.map(({ method }) => method),
    puts: () => home.world.log.filter(({ method }) => method === 'PUT'),
  };
}
