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
  let text = '';
  const walk = (node: ReadNode): void => {
    if (node.nodeType === TEXT) text += (node.nodeValue ?? '').replace(/\s+/g, ' ');
    if (node.nodeType !== ELEMENT || SILENT.has(node.nodeName)) return;
    if (node.nodeName === 'BR') text += '\n';
    const block = BLOCKS.has(node.nodeName);
    if (block) text += '\n';
    if (node.nodeName === 'LI') text += '• ';
    for (const child of node.childNodes) walk(child);
    if (block) text += '\n';
  };
  walk(parse(html));
  return text
    .replace(/[ \u00a0]*\n[ \u00a0]*/g, '\n')
    .replace(/\n{2,}/g, '\n')
    .trim();
}

/** When a label shows, by its dates in ms; an unreadable date counts as none. */
export type LabelSpan =
  | { kind: 'always' }
  | { kind: 'until' | 'ended'; end: number }
  | { kind: 'since' | 'from'; start: number }
  | { kind: 'between'; start: number; end: number };

export function labelSpan({ startDate, endDate }: NonNullable<Product['label']>, now: number): LabelSpan {
  const start = timeOf(startDate);
  const end = timeOf(endDate);
  if (end !== undefined && end < now) return { kind: 'ended', end };
  if (start !== undefined && start > now)
    return end === undefined ? { kind: 'from', start } : { kind: 'between', start, end };
  if (end !== undefined) return { kind: 'until', end };
  return start === undefined ? { kind: 'always' } : { kind: 'since', start };
}

/** ms of an ISO date, if it is one. */
export function timeOf(iso: string | undefined): number | undefined {
  const at = iso === undefined ? Number.NaN : Date.parse(iso);
  return Number.isNaN(at) ? undefined : at;
}
