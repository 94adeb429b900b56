import { createStore, type StoreApi } from 'zustand/vanilla';
import type { JournalEntry } from '../bridge/answers.ts';
import { createSearch, type Entry, parseQuery, SORTS, type Sort } from '../catalog/search.ts';
import type { Draft } from '../drafts/store.ts';
import type { Collection } from '../highlevel/collection.ts';
import { createDraftBook } from './collections-drafts.ts';
import { createAsking } from './collections-find.ts';
import { createLoader } from './collections-load.ts';
import { keepName, saveName } from './collections-rename.ts';
import type { CollectionsParts, CollectionsState } from './collections-state.ts';
import { matchingDrafts, namedFirst } from './collections-view.ts';
import { createSights, SIGHT_ROWS } from './sight.ts';

export type CollectionsStore = StoreApi<CollectionsState> & {
  /** Reads what is on the device, then follows what changes; answers the function that stops. */
  start(): () => void;
  /** Reads the device's copy again, after it could not be read. */
  readAgain(): Promise<void>;
  /** Where the list was scrolled to (px) when it was last in sight. */
  place: { offset: number };
  search(query: string): void;
  sortBy(sort: Sort): void;
  select(id: string | undefined): void;
  beginRename(id: string): void;
  endRename(): void;
  /** Saves the name; another one that is still on its way goes first. */
  rename(id: string, name: string): Promise<void>;
  /** Ends renaming without saving: what was written stays as a draft. */
  leaveRename(id: string, name: string): Promise<void>;
  row(id: string): Collection | undefined;
  /** The row with what search knows of it. */
  entry(id: string): Entry | undefined;
  draft(id: string): Draft | undefined;
  /** Whether the device's drafts are in memory. */
  draftsRead(): boolean;
  noteDraft(id: string, draft: Draft | undefined): void;
  hearJournal(entries: readonly JournalEntry[]): void;
  slugOwner(slug: string, exceptId: string): Collection | undefined;
  nearestName(): string | undefined;
  /** What is found by these words, by name, but first what begins so; when nothing is, what is called most like them. */
  matching(text: string): readonly Entry[];
};

const SORT_KEY = 'aisle.sort';

/** The list of one location's collections. */
export function createCollectionsStore(parts: CollectionsParts): CollectionsStore {
  const { locationId, clock, events, storage } = parts;
  const search = createSearch();
  const sights = createSights(storage);
  /** The first rows shown: until all is read they stand, because others would push them about. */
  let first: { sort: Sort; ids: readonly string[] } | undefined;
  const kept = storage.getItem(SORT_KEY);
  const store = createStore<CollectionsState>(() => ({
    read: 'nothing',
    unreadable: false,
    entries: [],
    fresh: [],
    counts: undefined,
    size: 0,
    query: '',
    sort: SORTS.find((sort) => sort === kept) ?? 'newest',
    selected: undefined,
    sync: undefined,
    error: undefined,
    asking: false,
    drafts: new Map(),
    notSaved: new Set(),
    renaming: undefined,
    sending: new Map(),
  }));
  const get = store.getState;

  function show(more: Partial<CollectionsState> = {}) {
    const { query, sort, read, counts, size } = { ...get(), ...more };
    const drafts = book.all();
    const parsed = parseQuery(query);
    const stand = read === 'first' && query === '' && first?.sort === sort ? first.ids : undefined;
    const entries =
      stand?.flatMap((id) => search.get(id) ?? []) ?? namedFirst(search.find(parsed, sort), parsed);
    if (read === 'first') first ??= { sort, ids: entries.map(({ row }) => row.id) };
    store.setState({
      ...more,
      entries,
      fresh: matchingDrafts(drafts, parsed, entries, (id) => read === 'all' && isGone(id)),
      counts: read === 'all' ? search.counts() : counts,
      size: read === 'all' ? search.size() : Math.max(size, search.size()),
      drafts,
      notSaved: book.notSaved(),
    });
    if (read === 'all' && query === '') void keepSight();
  }

  let keeping = false;
  /** Behind the frame: nobody waits for it. */
  async function keepSight() {
    if (keeping) return;
    keeping = true;
    await parts.rested();
    keeping = false;
    const { entries, fresh, sort, counts, size, query } = get();
    if (query !== '' || counts === undefined || !parts.connected()) return;
    const rows = entries.slice(0, SIGHT_ROWS).map(({ row }) => row);
    sights.write(locationId, { sort, rows, fresh: fresh.length > 0, counts, size });
  }

  /** Where they cannot be read, the rows are shown without them. */
  const loadDrafts = () => book.load().catch(() => {});

  async function readAll() {
    store.setState({ unreadable: false });
    const seen = sights.read(locationId, get().sort);
    // Drafts stand above the rows: coming later, they would push them down.
    if (seen?.fresh) await loadDrafts();
    if (seen !== undefined) {
      const { rows, counts, size } = seen;
      search.put(rows);
      show({ read: 'first', counts, size });
    }
    const drafts = seen?.fresh ? undefined : parts.rested().then(loadDrafts);
    const read = await loader.readAll(seen?.rows ?? [], () => {
      // The device has the newest first: in any other order, all rows come before it is known which are the first.
      if (get().sort === 'newest') show({ read: 'first' });
    });
    await drafts;
    if (read) show({ read: 'all' });
  }

  /** Only a device that has everything can tell. */
  const isGone = (id: string) => get().sync?.complete === true && search.get(id) === undefined;
  const book = createDraftBook(parts, () => {
    if (get().read !== 'nothing') show();
  });
  const loader = createLoader({
    ...parts,
    search,
    onRows: (rows) => {
      book.meet(rows);
      show();
    },
    onUnreadable: () => store.setState({ unreadable: true }),
  });
  const asking = createAsking({
    ...parts,
    wanted: () => (get().sync?.complete ? undefined : get().query),
    onAsking: (asks) => store.setState({ asking: asks }),
    onFound: (ids) => loader.fetch(ids),
  });

  function meetSync() {
    const { states, errors } = parts.sync.getState();
    const sync = states[locationId];
    const error = errors[locationId] ?? sync?.error;
    if (sync === get().sync && error === get().error) return;
    const completed = sync?.complete === true && !get().sync?.complete;
    store.setState({ sync, error });
    if (completed && book.all().size > 0) show();
  }

  const naming = {
    ...parts,
    now: () => clock.now(),
    draftOf: (id: string) => book.all().get(id),
    onDraft: book.note,
  };

  /** Sends a new name, and then the one that was given while it was on its way. */
  async function send(row: Collection, name: string): Promise<void> {
    const { id } = row;
    store.setState({ sending: new Map(get().sending).set(id, name) });
    await saveName(naming, row, name);
    await loader.fetch([id]);
    const next = get().sending.get(id);
    const now = search.get(id)?.row;
    if (now !== undefined && next !== undefined && next !== name) return send(now, next);
    const sending = new Map(get().sending);
    sending.delete(id);
    store.setState({ sending });
  }

  const collections: Omit<CollectionsStore, keyof StoreApi<CollectionsState>> = {
    start() {
      const stop = events.on((event) => {
        if (event.type === 'collections' && event.locationId === locationId) loader.hear(event);
        if (event.type === 'drafts' && event.locationId === locationId) void book.reread(event.id);
      });
      const stopSync = parts.sync.subscribe(meetSync);
      meetSync();
      void readAll();
      return () => {
        stop();
        stopSync();
        asking.stop();
      };
    },
    place: { offset: 0 },
    readAgain: readAll,
    search(query) {
      show({ query });
      asking.typed();
    },
    sortBy(sort) {
      storage.setItem(SORT_KEY, sort);
      show({ sort });
    },
    select: (selected) => store.setState({ selected }),
    beginRename: (id) => store.setState({ renaming: id, selected: id }),
    endRename: () => store.setState({ renaming: undefined }),
    async rename(id, text) {
      const row = search.get(id)?.row;
      const name = text.trim();
      store.setState({ renaming: undefined });
      if (row === undefined || name === '') return;
      if (!get().sending.has(id)) {
        if (name !== row.name) await send(row, name);
        return;
      }
      store.setState({ sending: new Map(get().sending).set(id, name) });
      await keepName(naming, row, name);
    },
    async leaveRename(id, text) {
      const row = search.get(id)?.row;
      const name = text.trim();
      store.setState({ renaming: undefined });
      if (row !== undefined && name !== '' && name !== row.name) await keepName(naming, row, name);
    },
    row: (id) => search.get(id)?.row,
    entry: (id) => search.get(id),
    draft: (id) => book.all().get(id),
    draftsRead: book.loaded,
    noteDraft: book.note,
    hearJournal: book.hear,
    slugOwner: (slug, exceptId) => search.slugOwner(slug, exceptId),
    nearestName: () => search.nearestName(get().query),
    matching(text) {
      const found = search.find(parseQuery(text), 'name');
      const nearest = found.length === 0 ? search.nearestName(text) : undefined;
      const all = nearest === undefined ? found : search.find(parseQuery(nearest), 'name');
      const wanted = (nearest ?? text).trim().toLowerCase();
      if (wanted === '') return all;
      const begins = ({ row }: Entry) => row.name.toLowerCase().startsWith(wanted);
      return [...all.filter(begins), ...all.filter((entry) => !begins(entry))];
    },
  };

  return Object.assign(store, collections);
}
