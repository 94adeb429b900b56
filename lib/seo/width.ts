import { ARIAL, COMMON, EM } from './arial.ts';

export type SeoKind = 'title' | 'description';

/** Where Google cuts, in px: titles at 20 px Arial, descriptions at 14 px. */
export const LIMITS: Record<SeoKind, number> = { title: 580, description: 920 };
const SIZES: Record<SeoKind, number> = { title: 20, description: 14 };

/** Full-width scripts fill their square; an emoji is drawn by a font that is wider still. */
const WIDE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff01-\uff60]/u;
const EMOJI = /^(?:\p{Emoji_Presentation}|\p{Extended_Pictographic}\ufe0f|\p{Regional_Indicator})/u;
const EMOJI_WIDTH = 1.25 * EM;
/** Marks sit on the letter before them; controls and joiners are not drawn. */
const NOTHING = /^[\p{M}\p{Cc}\p{Cf}]/u;

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Width in px that Google's result page gives this text: exact for Latin, Greek and Cyrillic but for kerning, a guess elsewhere. */
export function pixelWidth(text: string, kind: SeoKind): number {
  let units = 0;
  for (const { segment } of characters.segment(text)) units += widthOf(segment);
  return (units * SIZES[kind]) / EM;
}

function widthOf(character: string): number {
  if (EMOJI.test(character)) return EMOJI_WIDTH;
  const [first = ''] = character;
  if (first === '\n' || first === '\t') return widthOf(' ');
  if (NOTHING.test(first)) return 0;
  if (WIDE.test(first)) return EM;
  return ARIAL.get(first) ?? ARIAL.get(first.normalize('NFD').charAt(0)) ?? COMMON;
}

const MORE = ' …';

/** What is left of a text when Google cuts it, `…` included, and how many of its words are not, or not wholly, shown. */
export function cut(text: string, kind: SeoKind): { shown: string; cutWords: number } {
  const words = text.trim().split(/\s+/);
  const whole = words.join(' ');
  const limit = LIMITS[kind];
  if (pixelWidth(whole, kind) <= limit) return { shown: whole, cutWords: 0 };

  const room = limit - pixelWidth(MORE, kind);
  const space = pixelWidth(' ', kind);
  let width = 0;
  let count = 0;
  for (const word of words) {
    const next = width + (count === 0 ? 0 : space) + pixelWidth(word, kind);
    if (next > room) break;
    width = next;
    count += 1;
  }
  const shown = words.slice(0, count).join(' ');
  // A script without spaces, or one endless word: cut inside it rather than show next to nothing.
  const inside = width < limit / 2 ? startOf(words[count] ?? '', room - width - space, kind) : '';
  const parts = [shown, inside].filter((part) => part !== '').join(' ');
  return { shown: `${parts}${MORE}`.trim(), cutWords: words.length - count };
}

function startOf(word: string, room: number, kind: SeoKind): string {
  let end = 0;
  let width = 0;
  for (const { segment, index } of characters.segment(word)) {
    width += pixelWidth(segment, kind);
    if (width > room) break;
    end = index + segment.length;
  }
  return word.slice(0, end);
}
