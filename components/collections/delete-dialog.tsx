import { changedFields } from '../../lib/panel/editor-draft.ts';
import type { Open } from '../../lib/panel/editor-state.ts';
import { count, t } from '../../lib/text/t.ts';
import { Button } from '../ui/button.tsx';
import { Clamped } from '../ui/clamped.tsx';
import { Dialog } from '../ui/dialog.tsx';

/** Asks once, with everything that deleting means. */
export function DeleteDialog({
  asking,
  open,
  onClose,
  onDelete,
}: {
  asking: boolean;
  open: Open;
  onClose: () => void;
  onDelete: () => void;
}) {
  const { draft, collection } = open;
  return (
    <Dialog
      open={asking}
      title={<Clamped>{t('editor.delete_title', { name: collection?.name ?? draft.fields.name })}</Clamped>}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button variant="danger" onClick={onDelete}>
            {t('editor.delete')}
          </Button>
        </>
      }
    >
      <p>{productsIn(collection?.productCount)}</p>
      {changedFields(draft).length > 0 && <p>{t('editor.delete_draft')}</p>}
      <p>{t('editor.delete_text')}</p>
    </Dialog>
  );
}

function productsIn(n: number | undefined): string {
  if (n === undefined) return t('editor.delete_unknown');
  return n === 0 ? t('editor.delete_empty') : count('editor.delete_products', n);
}
