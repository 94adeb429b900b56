import { createRandom } from '../random.ts';
import type { Answer } from '../types.ts';
import { DRAWINGS, type Ink } from './drawings.ts';
import { missing } from './html.ts';
import { gradientPng } from './png.ts';

type Palette = Ink & { from: string; to: string };

const PALETTES: readonly Palette[] = [
  { from: '#e3f1ec', to: '#f6e7d3', main: '#5fae9a', deep: '#2f7566', light: '#f4d9a8' },
  { from: '#f7e9df', to: '#e7dcef', main: '#d98f6c', deep: '#a25e42', light: '#f8e3c9' },
  { from: '#e4ebf7', to: '#dff1f1', main: '#6b8fc9', deep: '#3e5f9a', light: '#dbe8fb' },
  { from: '#f3ecdd', to: '#e5efdd', main: '#8da868', deep: '#5c7740', light: '#eee6bd' },
  { from: '#f6e3e6', to: '#fbefdd', main: '#cf7f93', deep: '#94495f', light: '#fbdcc9' },
  { from: '#ebe7f5', to: '#e2eef4', main: '#8a7cc0', deep: '#5a4d92', light: '#ddd6f3' },
  { from: '#e6ecee', to: '#f1ede6', main: '#5f7684', deep: '#37495a', light: '#e9c9a0' },
];

const drawn = new Map<string, Answer>();

function svg(kind: string, palette: Palette): string {
  const drawing = DRAWINGS[kind] ?? DRAWINGS.star;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800" viewBox="0 0 1200 800"><defs><linearGradient id="g" x2="1" y2="1"><stop stop-color="${palette.from}"/><stop offset="1" stop-color="${palette.to}"/></linearGradient></defs><path fill="url(#g)" d="M0 0h1200v800H0z"/><ellipse cx="600" cy="632" rx="300" ry="36" fill="${palette.deep}" opacity=".13"/>${drawing?.(palette) ?? ''}</svg>`;
}

function draw(kind: string, seed: string, type: string): Answer {
  if (type === 'png') {
    const body = gradientPng(1200, 630, [124, 199, 181], [240, 194, 122]);
    return { status: 200, headers: { 'content-type': 'image/png' }, body };
  }
  const body = svg(kind, createRandom(seed).pick(PALETTES));
  return { status: 200, headers: { 'content-type': 'image/svg+xml' }, body };
}

/** `/<location>/media/<kind>-<hex>.<svg|png>`: drawn from its own name, so every address shows something, always the same. */
export function picture(path: string): Answer {
  const [, kind = '', hex = '', type = ''] =
    /^\/\w+\/media\/([a-z]*)-([0-9a-f]+)\.(svg|png)$/.exec(path) ?? [];
  if (type === '') return missing();
  const known = drawn.get(path) ?? draw(kind, hex, type);
  drawn.set(path, known);
  return known;
}
