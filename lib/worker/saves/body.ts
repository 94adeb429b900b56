import type { Field, Fields } from '../../drafts/fields.ts';
import type { CollectionBody } from '../../highlevel/client.ts';

/** The whole known set, as HighLevel may erase what an update leaves out. `nulls`: texts emptied the other way. */
export const bodyOf = (fields: Fields, nulls: readonly Field[] = []): CollectionBody => {
  const text = (field: Field) => (nulls.includes(field) ? null : fields[field]);
  return {
    name: text('name'),
    slug: text('slug'),
    image: text('image'),
    seo: { title: text('seoTitle'), description: text('seoDescription') },
  };
};
