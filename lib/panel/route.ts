import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Answer } from '../bridge/contract.ts';
import type { Field, Patch } from '../drafts/fields.ts';

export type TabName = 'collections' | 'product' | 'activity';

/** Which collection the editor is asked to show; `field` is where the work is. */
export type EditorRoute = { kind: 'edit'; id: string; field?: Field } | { kind: 'new'; fields?: Patch };

/** What the context menu, or a paste anywhere, asks to look up. `turn` tells two equal wishes apart. */
export type LookupRoute = NonNullable<Answer<'lookup.take'>> & { turn: number };

/** The list of keys, and a new token for this location. */
export type DialogName = 'shortcuts' | 'replace';

export type RouteState = {
  tab: TabName;
  editor: EditorRoute | undefined;
  lookup: LookupRoute | undefined;
  dialog: DialogName | undefined;
};

export type RouteStore = StoreApi<RouteState> & {
  show(tab: TabName): void;
  edit(id: string, field?: Field): void;
  create(fields?: Patch): void;
  /** Back to the list. */
  leaveEditor(): void;
  lookUp(wish: NonNullable<Answer<'lookup.take'>>): void;
  ask(dialog: DialogName | undefined): void;
};

/** Where a person is in the panel. */
export function createRoute(): RouteStore {
  const store = createStore<RouteState>(() => ({
    tab: 'collections',
    editor: undefined,
    lookup: undefined,
    dialog: undefined,
  }));
  let turn = 0;
  return Object.assign(store, {
    show: (tab: TabName) => store.setState({ tab }),
    edit: (id: string, field?: Field) =>
      store.setState({ tab: 'collections', editor: { kind: 'edit', id, ...(field && { field }) } }),
    create: (fields?: Patch) =>
      store.setState({ tab: 'collections', editor: { kind: 'new', ...(fields && { fields }) } }),
    leaveEditor: () => store.setState({ editor: undefined }),
    lookUp(wish: NonNullable<Answer<'lookup.take'>>) {
      turn += 1;
      store.setState({ tab: 'product', lookup: { ...wish, turn } });
    },
    ask: (dialog: DialogName | undefined) => store.setState({ dialog }),
  });
}
