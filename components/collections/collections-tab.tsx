import { useStore } from 'zustand';
import { usePanel } from '../panel/context.ts';
import { Editor } from '../panel/later.tsx';
import { CollectionList } from './collection-list.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { useShop } from './use-shop.ts';

/** The list, or the collection that was opened from it. */
export function CollectionsTab() {
  const { route } = usePanel();
  const shop = useShop();
  const editor = useStore(route, (state) => state.editor);
  if (shop === undefined) return null;
  return editor === undefined ? (
    <CollectionList key={shop.locationId} shop={shop} />
  ) : (
    <Editor key={shop.locationId} shop={shop} to={editor} meanwhile={<EditorSkeleton />} />
  );
}
