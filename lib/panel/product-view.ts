import type { Product } from '../highlevel/product.ts';

/** The part of the DOM that is needed to read a parsed text. */
type ReadNode = {
  nodeType: number;
  nodeName: string;
  nodeValue: string | null;
  childNodes: Iterable<ReadNode>;
};

const TEXT = 3;
const ELEMENT = 1;
const FRAGMENT = 11;
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'IFRAME', 'OBJECT', 'TITLE', 'HEAD']);
const BLOCKS = new Set(
  'ADDRESS ARTICLE ASIDE BLOCKQUOTE DIV DL DD DT FIGURE FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION TABLE TR UL'.split(
    ' ',
  ),
);

/**
 * HTML as the text a reader sees: paragraphs and list items on lines of their own, no markup, nothing loaded.
 * `parse` must make an inert document, as DOMParser does.
 */
export function textOfHtml(html: string, parse: (html: string) => ReadNode): string {
  if (!/[<&]/.test(html)) return html.trim();
  const parts: string[] = [];
  let last = '\n';
  // Joined as they come, one space at most: what a shop wrote may be a megabyte of nothing.
  const say = (words: string) => {
    const more = last === ' ' || last === '\n' ? words.replace(/^ /, '') : words;
    if (more === '') return;
    parts.push(more);
    last = more.slice(-1);
  };
  const walk = (node: ReadNode): void => {
    if (node.nodeType === TEXT) say((node.nodeValue ?? '').replace(/\s+/g, ' '));
    // In SVG and MathML names are written small.
    const name = node.nodeName.toUpperCase();
    if (node.nodeType === FRAGMENT) for (const child of node.childNodes) walk(child);
    if (node.nodeType !== ELEMENT || SILENT.has(name)) return;
    const block = BLOCKS.has(name);
    if (block || name === 'BR') say('\n');
    if (name === 'LI') say('• ');
    for (const child of node.childNodes) walk(child);
    if (block) say('\n');
  };
  walk(parse(html));
  const lines = parts.join('').split('\n');
  return lines
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

/** When a label shows, by its dates in ms; an unreadable date counts as none. */
export type LabelSpan =
  | { kind: 'always' }
  | { kind: 'until' | 'ended'; end: number }
  | { kind: 'since' | 'from'; start: number }
  | { kind: 'between'; start: number; end: number };

export function labelSpan({ startDate, endDate }: NonNullable<Product['label']>, now: number): LabelSpan {
  const start = timeOf(startDate);
  const last = timeOf(endDate);
  const end = last !== undefined && DAY.test(endDate ?? '') ? last + DAY_MS - 1 : last;
  if (end !== undefined && end < now) return { kind: 'ended', end };
  if (start !== undefined && start > now)
    return end === undefined ? { kind: 'from', start } : { kind: 'between', start, end };
  if (end !== undefined) return { kind: 'until', end };
  return start === undefined ? { kind: 'always' } : { kind: 'since', start };
}

const DAY = /^\d{4}-\d\d-\d\d$/;
const DAY_MS = 86_400_000;

/** ms of an ISO date, if it is one. A day without a time is the reader's day: in UTC it might be the one before. */
export function timeOf(iso: string | undefined): number | undefined {
  const at = iso === undefined ? Number.NaN : Date.parse(DAY.test(iso) ? `${iso}T00:00` : iso);
  return Number.isNaN(at) ? undefined : at;
}
