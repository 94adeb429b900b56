import { useEffect } from 'react';
import { findProductRef } from '../../lib/highlevel/addresses.ts';
import type { Panel } from '../../lib/panel/parts.ts';
import { isWriting } from './use-keys.ts';

/** Longer texts are no id and no address. */
const LONGEST = 2000;

/** An id or a link that is pasted where nobody is writing is looked up. A lone word is not: it may be meant for nothing. */
export function usePaste({ route }: Panel, active: boolean) {
  useEffect(() => {
    if (!active) return;
    const hear = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData('text').trim() ?? '';
      if (event.defaultPrevented || isWriting(event.target) || document.querySelector('dialog[open]')) return;
      if (text === '' || text.length > LONGEST) return;
      const link = text.includes('://');
      const found = findProductRef(text);
      const locationId = found.locationId ?? null;
      if (found.found === 'product') {
        if (link || found.ref.kind === 'id') route.lookUp({ ...found, locationId, text });
      } else if (link && found.found !== 'nothing') {
        const { id, slug } = found;
        const named = { ...(id && { collectionId: id }), ...(slug && { collectionSlug: slug }) };
        route.lookUp({ found: found.found, ref: null, locationId, text, ...named });
      }
    };
    document.addEventListener('paste', hear);
    return () => document.removeEventListener('paste', hear);
  }, [route, active]);
}
