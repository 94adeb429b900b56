import { useEffect } from 'react';
import { usePanel } from '../panel/context.ts';

/** ⌘S or Ctrl+S saves wherever the focus is; Escape goes back, which loses nothing. */
export function useEditorKeys() {
  const { route } = usePanel();
  useEffect(() => {
    const hear = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing) return;
      if (document.querySelector('dialog[open], [popover]:popover-open')) return;
      const saves = event.key.toLowerCase() === 's' && (event.metaKey || event.ctrlKey) && !event.altKey;
      if (!saves && event.key !== 'Escape') return;
      event.preventDefault();
      if (!saves) route.leaveEditor();
      // The form's own checks first: it points at the field that stands in the way.
      else document.querySelector<HTMLFormElement>('form[data-editor]')?.requestSubmit();
    };
    document.addEventListener('keydown', hear);
    return () => document.removeEventListener('keydown', hear);
  }, [route]);
}
