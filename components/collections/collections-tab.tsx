import { useStore } from 'zustand';
import { usePanel } from '../panel/context.ts';
import { Editor } from '../panel/later.tsx';
import { CollectionList } from './collection-list.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { useFront } from './use-front.ts';

/** The list, or the collection that was opened from it. */
export function CollectionsTab() {
  const { route } = usePanel();
  const front = useFront();
  const editor = useStore(route, (state) => state.editor);
  if (front === undefined) return null;
  return editor === undefined ? (
    <CollectionList key={front.locationId} front={front} />
  ) : (
    <Editor to={editor} meanwhile={<EditorSkeleton />} />
  );
}
