import { FIELDS, type Field } from '../../lib/drafts/fields.ts';
import { list } from '../../lib/text/format.ts';
import { type Key, t } from '../../lib/text/t.ts';

/** The fields as labels. */
export const FIELD_NAMES = {
  name: 'editor.field_name',
  slug: 'editor.field_slug',
  image: 'editor.field_image',
  seoTitle: 'editor.field_seoTitle',
  seoDescription: 'editor.field_seoDescription',
} as const satisfies Record<Field, Key>;

/** The fields inside a sentence. */
const MID = {
  name: 'editor.mid_name',
  slug: 'editor.mid_slug',
  image: 'editor.mid_image',
  seoTitle: 'editor.mid_seoTitle',
  seoDescription: 'editor.mid_seoDescription',
} as const satisfies Record<Field, Key>;

/** "Name, slug and image": at the head of a sentence, in the order of the editor. */
export function fieldList(fields: readonly Field[]): string {
  const text = list(FIELDS.filter((field) => fields.includes(field)).map((field) => t(MID[field])));
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
