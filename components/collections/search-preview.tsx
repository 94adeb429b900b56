import type { Fields } from '../../lib/drafts/fields.ts';
import { cut } from '../../lib/seo/width.ts';
import { t } from '../../lib/text/t.ts';
import styles from './search-preview.module.css';

/** How Google would show it: cut where Google cuts. */
export function SearchPreview({ fields }: { fields: Fields }) {
  const title = cut(fields.seoTitle.trim(), 'title').shown;
  const description = cut(fields.seoDescription.trim(), 'description').shown;
  return (
    <section className={styles.preview} aria-label={t('editor.preview')}>
      <p className={styles.path} dir="auto">
        {t('editor.preview_path', { slug: fields.slug || '…' })}
      </p>
      <p className={title === '' ? styles.none : styles.title} dir="auto">
        {title || t('editor.preview_no_title')}
      </p>
      <p className={description === '' ? styles.none : styles.description} dir="auto">
        {description || t('editor.preview_no_description')}
      </p>
    </section>
  );
}
