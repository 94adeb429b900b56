import { type ActivityStore, createActivityStore } from './activity.ts';
import type { CollectionsStore } from './collections.ts';
import { createEditorStore, type EditorStore } from './editor.ts';
import { changedFields } from './editor-draft.ts';
import type { Notice } from './editor-state.ts';
import type { Front, Fronts } from './front.ts';
import { createMembersStore, type MembersStore } from './members.ts';
import type { Panel } from './parts.ts';
import { createProductStore, type ProductStore, type Wish } from './product.ts';
import { createRecents } from './product-recents.ts';
import { isPassing } from './shop-call.ts';
import { collectionWished } from './shop-wish.ts';

/** Everything the panel keeps in memory about one location. */
export type Shop = {
  locationId: string;
  collections: CollectionsStore;
  editor: EditorStore;
  product: ProductStore;
  members: MembersStore;
  activity: ActivityStore;
  /** Does what the context menu or a paste asked, once: a collection opens, anything else is looked up. */
  grant(wish: Wish): Promise<void>;
};

export type Shops = {
  /** The shop of a location, made and started when it is first asked for. */
  at(locationId: string): Shop;
};

type ShopsParts = Pick<
  Panel,
  | 'call'
  | 'events'
  | 'replica'
  | 'drafts'
  | 'clock'
  | 'locks'
  | 'createId'
  | 'session'
  | 'tab'
  | 'sync'
  | 'route'
  | 'problem'
> & {
  fronts: Fronts;
  storage: Pick<Storage, 'getItem' | 'setItem'>;
  /** Says a notice of this location. */
  notify: (notice: Notice, shop: Shop) => void;
};

export function createShops(parts: ShopsParts): Shops {
  // A front that is put away takes its shop along.
  const open = new WeakMap<Front, Shop>();
  const granted = new WeakSet<Wish>();
  return {
    at(locationId) {
      const front = parts.fronts.at(locationId);
      const shop = open.get(front) ?? openShop(parts, front, granted);
      open.set(front, shop);
      return shop;
    },
  };
}

function openShop(parts: ShopsParts, front: Front, granted: WeakSet<Wish>): Shop {
  const { locationId, collections, call } = front;
  const { clock, session, route, sync } = parts;
  const now = () => clock.now();
  const notify = (notice: Notice) => parts.notify(notice, shop);
  const editor = createEditorStore({
    ...parts,
    call,
    locationId,
    now,
    notify,
    known: (id) => ({
      collection: collections.row(id),
      draft: collections.draft(id),
      draftsRead: collections.draftsRead(),
    }),
    slugOwner: collections.slugOwner,
    onDraft: collections.noteDraft,
    leave: route.leaveEditor,
  });
  const activity = createActivityStore({
    ...parts,
    call,
    locationId,
    notify,
    onEntries: (entries) => {
      collections.hearJournal(entries);
      members.hearJournal(entries);
    },
    onProduct: (changed) => product.renew(changed),
  });
  const product = createProductStore({
    call,
    locationId,
    now,
    recentsOf: (id) => createRecents(parts.storage, id),
    inTab: () => parts.tab.getState().place.locationId === locationId,
  });
  const members = createMembersStore({
    locationId,
    call,
    ask: parts.call,
    product,
    notify,
    now,
    nameOf: (id) => collections.row(id)?.name ?? id,
  });
  const shop: Shop = {
    locationId,
    collections,
    editor,
    product,
    members,
    activity,
    async grant(wish) {
      if (granted.has(wish)) return;
      granted.add(wish);
      const here = wish.locationId === null || wish.locationId === locationId;
      const collection = here ? await collectionWished(collections, wish) : undefined;
      if (collection === undefined) await product.take(wish);
      else route.edit(collection);
    },
  };

  const follow = ({ editor: to }: ReturnType<typeof route.getState>) => {
    if (to === undefined) editor.close();
    else if (session.getState().locationId !== locationId) return;
    else if (to.kind === 'edit') void editor.edit(to.id);
    else editor.create(to.fields);
  };
  const dirty = () => {
    const { open } = editor.getState();
    return open !== undefined && !open.elsewhere && changedFields(open.draft).length > 0;
  };
  let was = false;
  const stops = [
    editor.start(),
    activity.start(),
    // A refresh that came through takes away what said that there was no way through.
    sync.subscribe(({ states }, before) => {
      const { syncedAt, error } = states[locationId] ?? {};
      if (error !== undefined || syncedAt === before.states[locationId]?.syncedAt) return;
      const { problem } = parts.problem.getState();
      if (problem !== undefined && isPassing(problem.error.code)) parts.problem.clear(locationId);
    }),
    // The panel stays with this location while changes are open that are not saved.
    editor.subscribe((state, before) => {
      const is = dirty();
      const written = state.open?.draft.at !== before.open?.draft.at;
      if (is ? !was || written : was) session.editing(is ? locationId : undefined);
      was = is;
    }),
    route.subscribe((state, before) => {
      if (state.editor !== before.editor) follow(state);
    }),
    session.subscribe((state, before) => {
      const came = state.locationId === locationId && before.locationId !== locationId;
      if (came && dirty()) session.editing(locationId);
    }),
  ];
  front.join({
    again(id) {
      if (collections.draft(id) === undefined) parts.problem.clear(locationId);
      else void editor.saveAgain(id);
    },
    say: notify,
    stop: () => {
      for (const stop of stops) stop();
    },
  });
  follow(route.getState());
  return shop;
}
