import { activity } from './activity.ts';
import { collections, marks } from './collections.ts';
import { connect, unlock } from './connect.ts';
import { editor } from './editor.ts';
import { outcomes, remarks } from './editor-outcomes.ts';
import { errors, scopes } from './errors.ts';
import { frame, screens, statuses } from './frame.ts';
import { products } from './products.ts';
import { settings } from './settings.ts';
import type { Story } from './story.ts';

/** Every story by "chapter.state". */
export const CHAPTERS: Record<string, Record<string, Story>> = {
  screen: screens,
  status: statuses,
  frame,
  error: errors,
  scope: scopes,
  connect,
  unlock,
  settings,
  collections,
  mark: marks,
  editor,
  remark: remarks,
  outcome: outcomes,
  products,
  activity,
};

export const NAMES: readonly string[] = Object.entries(CHAPTERS).flatMap(([chapter, stories]) =>
  Object.keys(stories).map((state) => `${chapter}.${state}`),
);

export function storyOf(name: string): Story | undefined {
  const [chapter = '', ...state] = name.split('.');
  return CHAPTERS[chapter]?.[state.join('.')];
}
