import type { ReactNode } from 'react';
import type { Field } from '../../lib/drafts/fields.ts';
import type { Remark } from '../../lib/panel/editor-remarks.ts';
import { t } from '../../lib/text/t.ts';
import { LinkButton } from '../ui/link.tsx';

type Hint = { hint?: ReactNode; tone?: 'warn' | 'bad' };

/** The words of a remark under a field; `write` takes what it suggests. */
export function remarkHint(remark: Remark | undefined, write: (field: Field, text: string) => void): Hint {
  if (remark === undefined) return {};
  const bad = (said: string, suggestion: string): Hint => ({
    tone: 'bad',
    hint: (
      <>
        {said}
        {suggestion !== '' && (
          <>
            {'. '}
            <LinkButton onClick={() => write('slug', suggestion)}>
              {t('editor.slug_suggest', { slug: suggestion })}
            </LinkButton>
          </>
        )}
      </>
    ),
  });
  switch (remark.kind) {
    case 'refused':
      return { tone: 'bad', hint: remark.words };
    case 'name-empty':
      return { tone: 'bad', hint: t('editor.name_empty') };
    case 'slug-empty':
      return bad(t('editor.slug_empty'), remark.suggestion);
    case 'slug-characters':
      return bad(t('editor.slug_characters'), remark.suggestion);
    case 'slug-owned':
      return bad(t('editor.slug_owned', { name: remark.name }), remark.suggestion);
    case 'contested':
      return {
        tone: 'warn',
        hint:
          remark.theirs === ''
            ? t('editor.changed_elsewhere_empty')
            : t('editor.changed_elsewhere', { theirs: remark.theirs }),
      };
    case 'stored':
      return {
        tone: 'warn',
        hint: remark.got === '' ? t('editor.stored_empty') : t('editor.stored_as', { got: remark.got }),
      };
    case 'links':
      return { tone: 'warn', hint: t('editor.slug_links', { slug: remark.slug }) };
    case 'title-suggestion':
      return {
        hint: (
          <LinkButton onClick={() => write('seoTitle', remark.name)}>{t('editor.title_suggest')}</LinkButton>
        ),
      };
    case 'follows-name':
      return { hint: t('editor.slug_follows') };
  }
}
