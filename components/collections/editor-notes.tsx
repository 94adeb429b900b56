import { standsByFields } from '../../lib/panel/editor-remarks.ts';
import type { Open } from '../../lib/panel/editor-state.ts';
import type { Shop } from '../../lib/panel/shop.ts';
import { isAboutTheWay } from '../../lib/panel/shop-call.ts';
import { t } from '../../lib/text/t.ts';
import { words } from '../../lib/text/words.ts';
import { usePanel } from '../panel/context.ts';
import { Button } from '../ui/button.tsx';
import { Note } from '../ui/note.tsx';
import { useVanished } from './use-vanished.ts';

/** What must be known above the fields. What is about the token or the network stands in the panel's banner. */
export function EditorNotes({ shop, open }: { shop: Shop; open: Open }) {
  const { clock } = usePanel();
  const { editor, collections } = shop;
  const { outcome, busy } = open;
  const vanished = useVanished(shop, open);
  if (open.elsewhere)
    return (
      <Note
        tone="info"
        title={t('editor.elsewhere')}
        action={
          <Button small onClick={editor.editHere}>
            {t('editor.edit_here')}
          </Button>
        }
      >
        {t('editor.elsewhere_text')}
      </Note>
    );
  if (vanished)
    return (
      <Note
        title={t('editor.vanished')}
        action={
          <Button small onClick={editor.createAgain}>
            {t('editor.create_again')}
          </Button>
        }
      >
        {t('editor.vanished_text')}
      </Note>
    );
  switch (outcome?.state) {
    case 'accepted':
      return (
        <Note
          tone="info"
          title={t(outcome.sure ? 'editor.accepted' : 'editor.interrupted')}
          action={
            <Button small aria-disabled={outcome.checking} onClick={() => void editor.check()}>
              {t(outcome.checking ? 'editor.checking' : 'editor.check')}
            </Button>
          }
        >
          {t(outcome.sure ? 'editor.accepted_text' : 'editor.interrupted_text')}
        </Note>
      );
    case 'slug-taken':
      // The device knows it too: it stands under the field.
      if (collections.slugOwner(open.draft.fields.slug, open.draft.id) !== undefined) return null;
      return (
        <Note
          tone="bad"
          title={t('editor.slug_taken', { slug: outcome.slug })}
          action={
            <Button small onClick={() => editor.write('slug', outcome.free)}>
              {t('editor.slug_suggest', { slug: outcome.free })}
            </Button>
          }
        >
          {t('editor.slug_taken_text', { name: outcome.name, free: outcome.free })}
        </Note>
      );
    case 'failed': {
      const { error } = outcome;
      if (busy !== undefined || isAboutTheWay(error.code) || standsByFields(error)) return null;
      const { title, next, said } = words(error, clock.now());
      return (
        <Note
          tone="bad"
          title={title}
          action={
            (error.code === 'gone' || error.code === 'not-found') && (
              <Button small onClick={editor.createAgain}>
                {t('editor.create_again')}
              </Button>
            )
          }
        >
          {next}
          {said !== undefined && <> {t('errors.said', { words: said })}</>}
        </Note>
      );
    }
    default:
      return null;
  }
}
