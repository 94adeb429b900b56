import { Check } from 'lucide-react';
import { useEffect } from 'react';
import { FIELDS, type Fields } from '../../lib/drafts/fields.ts';
import { changedFields } from '../../lib/panel/editor-draft.ts';
import type { Open } from '../../lib/panel/editor-state.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { isAboutTheWay } from '../../lib/panel/shop-call.ts';
import { count, t } from '../../lib/text/t.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Footer } from '../ui/footer.tsx';
import { Kbd } from '../ui/kbd.tsx';
import styles from './editor-footer.module.css';
import { useVanished } from './use-vanished.ts';

const SAVE_KEY = /mac/i.test(navigator.userAgent) ? '⌘S' : 'Ctrl S';

/** What is unsaved and where it is kept, and what to do with it. */
export function EditorFooter({ shop, open }: { shop: Shop; open: Open }) {
  const { notices } = usePanel();
  const { draft, outcome, busy } = open;
  const vanished = useVanished(shop, open);
  const changes = changedFields(draft).length;
  const { text, tone } = standing(open, changes);
  const told = busy === undefined && outcome !== undefined;
  useEffect(() => {
    if (told) notices.say(text);
  }, [told, text, notices]);
  // What was accepted is on its way: it is not sent again unless something new was written.
  const underway = outcome?.state === 'accepted' && sameFields(outcome.sent, draft.fields);
  const nothing = changes === 0 && draft.kind === 'edit';
  const idle = nothing || busy !== undefined || open.elsewhere || vanished || underway;
  return (
    <Footer
      end={
        <>
          {changes > 0 && !open.elsewhere && (
            <Button
              variant="ghost"
              aria-disabled={busy !== undefined}
              onClick={() => {
                if (busy !== undefined) return;
                shop.editor.discard();
                notices.say(t('editor.discarded'));
              }}
            >
              {t('editor.discard')}
            </Button>
          )}
          <Button
            type="submit"
            variant="primary"
            aria-disabled={idle}
            aria-keyshortcuts="Control+S Meta+S"
            onClick={(event) => {
              if (idle) event.preventDefault();
            }}
          >
            {label(open)}
            {busy === undefined && (
              <span className={styles.key} aria-hidden>
                <Kbd bare>{SAVE_KEY}</Kbd>
              </span>
            )}
          </Button>
        </>
      }
    >
      <span className={styles[tone]}>
        {tone === 'ok' && <Check aria-hidden />}
        {text}
      </span>
    </Footer>
  );
}

const sameFields = (a: Fields, b: Fields) => FIELDS.every((field) => a[field] === b[field]);

function label({ busy, draft }: Open): string {
  if (busy === 'deleting') return t('editor.deleting');
  if (draft.kind === 'new') return t(busy === 'saving' ? 'editor.creating' : 'editor.create');
  return t(busy === 'saving' ? 'editor.saving' : 'editor.save');
}

function standing(open: Open, changes: number): { text: string; tone: 'ok' | 'bad' | 'plain' } {
  const { draft, outcome, kept } = open;
  if (!kept) return { text: t('editor.unsaved_lost'), tone: 'bad' };
  // A plain "Saved" would say that it is there as it was written.
  if (outcome?.state === 'saved' && outcome.stored.length > 0 && changes === 0)
    return { text: t('editor.saved_otherwise'), tone: 'plain' };
  if (outcome?.state === 'saved')
    return {
      text: t(changes > 0 ? 'editor.saved_rest' : outcome.created ? 'editor.created' : 'editor.saved'),
      tone: 'ok',
    };
  if (outcome?.state === 'accepted')
    return { text: t(outcome.sure ? 'editor.accepted' : 'editor.interrupted'), tone: 'plain' };
  if (outcome?.state === 'slug-taken') return { text: t('editor.not_saved'), tone: 'bad' };
  if (outcome?.state === 'failed')
    return {
      text: t(isAboutTheWay(outcome.error.code) || changes > 0 ? 'editor.not_saved' : 'editor.not_done'),
      tone: 'bad',
    };
  if (draft.kind === 'new')
    return { text: t(changes > 0 ? 'editor.unsaved_new' : 'editor.clean_new'), tone: 'plain' };
  return { text: changes > 0 ? count('editor.unsaved', changes) : t('editor.clean'), tone: 'plain' };
}
