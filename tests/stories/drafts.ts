import { type Fields, fieldsOf } from '../../lib/drafts/fields.ts';
import type { Draft } from '../../lib/drafts/store.ts';
import type { Collection } from '../../lib/highlevel/collection.ts';
import { NO_FIELDS } from '../../lib/panel/editor-draft.ts';
import { ACME, MINUTE, NOW } from './fixtures.ts';

/** What someone wrote over a collection; `base` where HighLevel has moved on since. */
export function draftOf(
  row: Collection | undefined,
  fields: Partial<Fields>,
  base: Partial<Fields> = {},
): Draft {
  if (row === undefined) throw new Error('no such row');
  const from = { ...fieldsOf(row), ...base };
  return {
    locationId: ACME,
    id: row.id,
    kind: 'edit',
    base: from,
    fields: { ...from, ...fields },
    slugTouched: true,
    at: NOW - 2 * MINUTE,
  };
}

export const freshDraft = (fields: Partial<Fields>): Draft => ({
  locationId: ACME,
  id: 'f'.repeat(24),
  kind: 'new',
  base: NO_FIELDS,
  fields: { ...NO_FIELDS, ...fields },
  slugTouched: false,
  at: NOW - MINUTE,
});
