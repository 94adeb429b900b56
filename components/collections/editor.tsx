import { SearchX } from 'lucide-react';
import { useStore } from 'zustand';
import type { EditorRoute } from '../../lib/panel/route.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Crumb } from '../panel/crumb.tsx';
import { Button } from '../ui/button.tsx';
import { Empty } from '../ui/empty.tsx';
import { ConflictPicker } from './conflict-picker.tsx';
import { EditorForm } from './editor-form.tsx';
import { EditorHeader } from './editor-header.tsx';
import { EditorSkeleton } from './editor-skeleton.tsx';
import { useEditorKeys } from './use-editor-keys.ts';
import { useShop } from './use-shop.ts';

/** One collection, opened from the list. */
export function Editor({ to }: { to: EditorRoute }) {
  const shop = useShop();
  return shop === undefined ? null : <OpenEditor key={shop.locationId} shop={shop} to={to} />;
}

function OpenEditor({ shop, to }: { shop: Shop; to: EditorRoute }) {
  const { route, connections } = usePanel();
  const { open, missing } = useStore(shop.editor);
  useEditorKeys();
  if (open === undefined)
    return (
      <>
        <Crumb
          back={t('editor.back')}
          onBack={route.leaveEditor}
          title={t('collections.tab')}
          location={connections.nameOf(shop.locationId)}
        />
        {missing ? (
          <Empty
            icon={<SearchX aria-hidden />}
            title={t('editor.missing')}
            action={<Button onClick={route.leaveEditor}>{t('editor.back')}</Button>}
          >
            {t('editor.missing_text')}
          </Empty>
        ) : (
          <EditorSkeleton />
        )}
      </>
    );
  const focus = to.kind === 'edit' ? to.field : undefined;
  return (
    <>
      <EditorHeader shop={shop} open={open} />
      {open.outcome?.state === 'conflict' ? (
        <ConflictPicker key={open.draft.id} shop={shop} open={open} conflict={open.outcome} />
      ) : (
        <EditorForm key={open.draft.id} shop={shop} open={open} focus={focus ?? 'name'} />
      )}
    </>
  );
}
