import type { Fields } from '../../lib/drafts/fields.ts';
import type { Remark } from '../../lib/panel/editor-remarks.ts';
import type { EditorOutcome } from '../../lib/panel/editor-state.ts';
import { draftOf } from './drafts.ts';
import { editor } from './editor.ts';
import { at, fails, id, saves, summer, theirs } from './editor-scenes.ts';
import { entry, NOW } from './fixtures.ts';
import type { Chapter, Story } from './story.ts';
import { never } from './worker.ts';

const remarked = (fields: Partial<Fields>, wait: string): Story =>
  at({ drafts: [draftOf(summer, fields)] }, (hand) => hand.text(wait));

/** Everything that can stand under a field. */
export const remarks: Chapter<Remark['kind']> = {
  refused: fails(
    { code: 'invalid', fields: { name: ['name must be shorter than 60 characters'] } },
    'shorter than',
  ),
  'name-empty': remarked({ name: '' }, 'needs a name'),
  'slug-empty': remarked({ slug: '' }, 'needs a slug'),
  'slug-characters': remarked({ slug: 'Summer 2026!' }, 'Only letters'),
  'slug-owned': remarked({ slug: 'recovery' }, 'already has this slug'),
  contested: at({ drafts: [draftOf(summer, { name: 'Ours' }, { name: 'As it was' })] }, (hand) =>
    hand.text('You choose when you save'),
  ),
  stored: saves(
    {
      'collection.save': () =>
        summer === undefined
          ? never
          : {
              ok: true,
              value: {
                state: 'saved',
                journalId: 'j1',
                collection: { ...summer, name: 'Summer 2026 - Outdoor' },
                stored: [{ field: 'name', sent: 'Summer 2026 – Outdoor', got: 'Summer 2026 - Outdoor' }],
              },
            },
    },
    'stored it as',
  ),
  links: remarked({ slug: 'summer-2026-outdoor' }, 'will stop working'),
  'follows-name': editor['new-named'],
  'title-suggestion': editor['no-seo'],
};

/** How a save ends. */
export const outcomes: Chapter<
  EditorOutcome['state'] | 'interrupted' | 'refused' | 'gone' | 'scope' | 'conflict-picked'
> = {
  saved: saves(
    {
      'collection.save': () =>
        summer === undefined
          ? never
          : {
              ok: true,
              value: {
                state: 'saved',
                journalId: 'j1',
                collection: { ...summer, name: 'Summer 2026 – Outdoor' },
                stored: [],
              },
            },
    },
    'Saved',
  ),
  accepted: saves(
    {
      'collection.save': () => ({ ok: true, value: { state: 'accepted', journalId: 'j1' } }),
      'activity.check': () => ({ ok: true, value: entry({ id: 'j1', state: 'accepted', at: NOW }) }),
    },
    'not yet confirmed',
  ),
  interrupted: saves(
    {
      'collection.save': () => ({ ok: false, error: { code: 'no-worker' } }),
      'activity.list': () => ({
        ok: true,
        value: [entry({ id: 'j1', targetId: id, state: 'sending', at: NOW })],
      }),
      'activity.check': () => ({ ok: true, value: entry({ id: 'j1', state: 'sending', at: NOW }) }),
    },
    'finding out whether',
  ),
  'slug-taken': saves(
    {
      'collection.save': () => ({
        ok: true,
        value: { state: 'slug-taken', slug: 'summer-2026', name: 'Summer (old)', free: 'summer-2026-2' },
      }),
    },
    'is taken',
  ),
  conflict: conflict(false),
  'conflict-picked': conflict(true),
  failed: fails({ code: 'offline' }),
  scope: fails({ code: 'scope-missing', scope: 'products/collection.write' }),
  refused: fails({ code: 'refused', message: 'Location is suspended', status: 403 }),
  gone: fails({ code: 'gone' }),
};

function conflict(picked: boolean): Story {
  const ours = {
    seoTitle: 'Recovery tools | Acme Fitness',
    seoDescription: 'Foam rollers, massage balls and bands.',
  };
  return at(
    {
      drafts: [draftOf(summer, ours)],
      answers: {
        'collection.save': () => ({
          ok: true,
          value: {
            state: 'conflict',
            journalId: 'j1',
            theirs: theirs({
              seoTitle: 'Recover faster',
              seoDescription: 'Everything your body needs the day after.',
            }),
            fields: ['seoTitle', 'seoDescription'],
          },
        }),
      },
    },
    async (hand) => {
      await hand.click('button', 'Save');
      await hand.text('Changed elsewhere');
      if (!picked) return;
      await hand.click('radio', 'YoursRecovery');
      await hand.click('radio', 'Theirs · nowEverything');
    },
  );
}
