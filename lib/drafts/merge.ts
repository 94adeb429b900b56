import { FIELDS, type Field, type Fields } from './fields.ts';

export type Merge = {
  /** What to write. A field in conflict keeps theirs: nothing of theirs is overwritten unasked. */
  merged: Fields;
  /** Both sides changed it, each to something else. */
  conflicts: Field[];
  /** Fields of `merged` that differ from theirs: nothing to write when empty. */
  changed: Field[];
};

/** Three-way merge by field: whoever changed a field since `base` wins it; the same change on both sides is one change. */
export function merge(base: Fields, theirs: Fields, ours: Fields): Merge {
  const merged = { ...theirs };
  const conflicts: Field[] = [];
  for (const field of FIELDS) {
    const untouched = ours[field] === base[field] || ours[field] === theirs[field];
    if (untouched) continue;
    if (theirs[field] === base[field]) merged[field] = ours[field];
    else conflicts.push(field);
  }
  return { merged, conflicts, changed: FIELDS.filter((field) => merged[field] !== theirs[field]) };
}
