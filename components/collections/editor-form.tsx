import { useEffect, useRef, useState } from 'react';
import type { Field as FieldName } from '../../lib/drafts/fields.ts';
import { blocks, remarkOn } from '../../lib/panel/editor-remarks.ts';
import type { Open } from '../../lib/panel/editor-state.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { t } from '../../lib/text/t.ts';
import { Field } from '../ui/field.tsx';
import { CollectionProducts } from './collection-products.tsx';
import { EditorFooter } from './editor-footer.tsx';
import styles from './editor-form.module.css';
import { EditorNotes } from './editor-notes.tsx';
import { ImageField } from './image-field.tsx';
import { remarkHint } from './remark-hint.tsx';
import { SearchPreview } from './search-preview.tsx';
import { SeoField } from './seo-field.tsx';

/** The fields of one collection. What is written is a draft at once; only Save sends it. */
export function EditorForm({ shop, open, focus }: { shop: Shop; open: Open; focus: FieldName }) {
  const { editor, collections } = shop;
  const form = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { draft } = open;
  const at = (field: FieldName) => {
    const remark = remarkOn(field, open, collections.slugOwner, tried);
    return {
      name: field,
      value: draft.fields[field],
      dirty: draft.fields[field] !== draft.base[field],
      readOnly: open.elsewhere || open.busy === 'deleting',
      autoComplete: 'off',
      onChange: (event: { currentTarget: { value: string } }) =>
        editor.write(field, event.currentTarget.value),
      ...remarkHint(remark, editor.write),
    };
  };

  useEffect(() => {
    const field = form.current?.elements.namedItem(focus);
    if (!(field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)) return;
    field.focus({ preventScroll: true });
    field.setSelectionRange(field.value.length, field.value.length);
    field.scrollIntoView({ block: 'nearest' });
  }, [focus]);

  const save = () => {
    const stuck = (['name', 'slug'] as const).find((field) =>
      blocks(remarkOn(field, open, collections.slugOwner, true)),
    );
    setTried(stuck !== undefined);
    const field = stuck && form.current?.elements.namedItem(stuck);
    if (field instanceof HTMLInputElement) field.focus();
    else void editor.save();
  };

  return (
    <form
      ref={form}
      data-editor
      noValidate
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={styles.fields}>
        <EditorNotes shop={shop} open={open} />
        <Field label={t('editor.name')} {...at('name')} required />
        <Field label={t('editor.slug')} mono spellCheck={false} autoCapitalize="off" {...at('slug')} />
        <ImageField {...at('image')} />
        <SeoField kind="title" label={t('editor.seo_title')} {...at('seoTitle')} />
        <SeoField kind="description" label={t('editor.seo_description')} {...at('seoDescription')} />
        <SearchPreview fields={draft.fields} />
        {open.collection !== undefined && !open.absent && (
          <CollectionProducts shop={shop} collectionId={draft.id} known={open.collection.productCount} />
        )}
      </div>
      <EditorFooter shop={shop} open={open} />
    </form>
  );
}
