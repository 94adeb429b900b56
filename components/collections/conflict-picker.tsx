import { Check } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { FIELDS, type Field } from '../../lib/drafts/fields.ts';
import { changedFields, type Side } from '../../lib/panel/editor-draft.ts';
import type { EditorOutcome, Open } from '../../lib/panel/editor-state.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { count, t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Footer } from '../ui/footer.tsx';
import { Note } from '../ui/note.tsx';
import styles from './conflict-picker.module.css';
import form from './editor-form.module.css';
import { FIELD_NAMES, fieldList } from './field-names.ts';
import { SidePicker } from './side-picker.tsx';

type Conflict = Extract<EditorOutcome, { state: 'conflict' }>;

/** Both changed the same field: a person picks, field by field. Nothing is picked beforehand. */
export function ConflictPicker({ shop, open, conflict }: { shop: Shop; open: Open; conflict: Conflict }) {
  const { notices } = usePanel();
  const { editor } = shop;
  const box = useRef<HTMLFormElement>(null);
  const [tried, setTried] = useState(false);
  const { draft } = open;
  const { fields, theirs, picks } = conflict;
  const merged = changedFields(draft).filter((field) => !fields.includes(field));
  const same = FIELDS.filter(
    (field) => !fields.includes(field) && !merged.includes(field) && theirs[field] === draft.base[field],
  );
  const theirsOnly = merged.length === 0 && fields.every((field) => picks[field] === 'theirs');

  const unpicked = fields.filter((field) => picks[field] === undefined);
  const missing = t('editor.pick_missing', { fields: fieldList(unpicked) });

  useEffect(() => notices.say(t('editor.conflict')), [notices]);

  const save = () => {
    const [open] = unpicked;
    if (open === undefined) return void editor.savePicked();
    setTried(true);
    notices.say(missing);
    // After a click no browser shows a ring around it: the sentence says where to look.
    const first = box.current?.elements.namedItem(open);
    const radio = first instanceof RadioNodeList ? first[0] : undefined;
    if (radio instanceof HTMLElement) radio.focus();
  };

  return (
    <form
      ref={box}
      data-editor
      noValidate
      className={form.form}
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <div className={form.fields}>
        <Note title={t('editor.conflict')}>{t('editor.conflict_text')}</Note>
        {fields.map((field) => (
          <SidePicker
            key={field}
            field={field}
            label={t(FIELD_NAMES[field])}
            yours={draft.fields[field]}
            theirs={theirs[field]}
            picked={picks[field]}
            onPick={(side: Side) => editor.pick(field, side)}
          />
        ))}
        <Agreed fields={same} words="editor.same" />
        <Agreed fields={merged} words="editor.merged" />
      </div>
      <Footer
        end={
          <span className={styles.actions}>
            <Button variant="ghost" onClick={editor.keepEditing}>
              {t('editor.keep_editing')}
            </Button>
            <Button type="submit" variant="primary">
              {t(theirsOnly ? 'editor.keep_theirs' : 'editor.save_picked')}
            </Button>
          </span>
        }
      >
        {tried && unpicked.length > 0 && <span className={styles.missing}>{missing}</span>}
      </Footer>
    </form>
  );
}

function Agreed({ fields, words }: { fields: readonly Field[]; words: 'editor.same' | 'editor.merged' }) {
  if (fields.length === 0) return null;
  return (
    <p className={styles.agreed}>
      <Check aria-hidden />
      {count(words, fields.length, { fields: fieldList(fields) })}
    </p>
  );
}
