/** The part of `browser.contextMenus` that is needed. */
export type MenusApi = {
  removeAll(): Promise<void>;
  create(
    item: { id: string; title: string; contexts: [Context, ...Context[]]; documentUrlPatterns?: string[] },
    done: () => void,
  ): unknown;
};
type Context = 'selection' | 'link' | 'image' | 'page';

/**
 * Paths that show a location, a product or a collection, on whatever domain: HighLevel's dashboard under an agency's own
 * name, and storefronts, whose pages may stand below others.
 */
const TELLING = [
  'https://*/v2/location/*',
  'https://*/location/*',
  ...['product', 'collections'].flatMap((name) => [`*://*/${name}/*`, `*://*/*/${name}/*`]),
];

/**
 * "Look up in Aisle", where it can work: on what is selected or linked anywhere, on images, and on the page
 * itself where its address or the thing under the pointer can name a product. Two items, never both at once:
 * browsers offer `page` only where nothing else applies. (A linked image is link and image, so these two must
 * share one item: two items of one extension would become a submenu.)
 */
export async function createMenus(menus: MenusApi, title: string, sites: readonly string[]): Promise<void> {
  await menus.removeAll();
  const add = (item: Parameters<MenusApi['create']>[0]) =>
    new Promise<void>((resolve) => menus.create(item, resolve));
  await add({ id: 'look-up', title, contexts: ['selection', 'link', 'image'] });
  await add({
    id: 'look-up-page',
    title,
    contexts: ['page'],
    documentUrlPatterns: [...sites, ...TELLING],
  });
}
