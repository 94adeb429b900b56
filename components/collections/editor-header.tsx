import { Copy, Ellipsis, ExternalLink, Files, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useStore } from 'zustand';
import { freeSlug, slugify } from '../../lib/drafts/slug.ts';
import { collectionsUrl } from '../../lib/highlevel/addresses.ts';
import { showsAnything } from '../../lib/panel/collections-view.ts';
import type { Open } from '../../lib/panel/editor-state.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Crumb } from '../panel/crumb.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, MenuItem } from '../ui/menu.tsx';
import { DeleteDialog } from './delete-dialog.tsx';
import styles from './editor-header.module.css';
import { useOrigin } from './use-origin.ts';

/** The way back, what is edited and in whose shop, and what else can be done with it. */
export function EditorHeader({ shop, open }: { shop: Shop; open: Open }) {
  const { route, connections, notices, copy } = usePanel();
  const location = useStore(connections, ({ labels }) => labels[shop.locationId]) || shop.locationId;
  const origin = useOrigin(shop.locationId);
  const [deleting, setDeleting] = useState(false);
  const { draft, collection } = open;
  const made = draft.kind === 'edit' && !open.absent;
  // What it was when it was opened, or last saved: a heading does not change under one's hands.
  const heading = draft.kind === 'edit' ? draft.base.name : draft.fields.name;
  const nameless = draft.kind === 'edit' ? 'collections.no_name' : 'editor.new';

  const duplicate = () => {
    const { name, slug, ...rest } = draft.fields;
    const named = t('editor.copy_name', { name });
    const taken = (each: string) => shop.collections.slugOwner(each, '') !== undefined;
    route.create({ ...rest, name: named, slug: freeSlug(slugify(slug || name) || 'copy', taken) });
  };
  const copied = (text: string) => void copy(text).then(() => notices.toast(t('editor.copied')));

  return (
    <>
      <Crumb
        back={t('editor.back')}
        onBack={route.leaveEditor}
        title={showsAnything(heading) ? heading : t(nameless)}
        location={location}
      >
        {made && (
          <>
            <IconButton label={t('editor.duplicate')} icon={<Files />} onClick={duplicate} />
            <a
              className={styles.link}
              href={collectionsUrl(shop.locationId, origin)}
              target="_blank"
              rel="noreferrer"
              title={t('editor.open')}
              aria-label={t('editor.open')}
            >
              <ExternalLink aria-hidden />
            </a>
            <Menu label={t('editor.more')} icon={<Ellipsis />}>
              <MenuItem icon={<Copy />} onSelect={() => copied(draft.id)}>
                {t('editor.copy_id')}
              </MenuItem>
              <MenuItem icon={<Copy />} onSelect={() => copied(collection?.slug ?? draft.fields.slug)}>
                {t('editor.copy_slug')}
              </MenuItem>
              <MenuItem icon={<Trash2 />} danger onSelect={() => setDeleting(true)}>
                {t('editor.delete')}
              </MenuItem>
            </Menu>
          </>
        )}
      </Crumb>
      <DeleteDialog
        asking={deleting}
        open={open}
        onClose={() => setDeleting(false)}
        onDelete={() => {
          setDeleting(false);
          void shop.editor.remove();
        }}
      />
    </>
  );
}
