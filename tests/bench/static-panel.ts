import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RawCollection } from '../world/types.ts';
import { WATCH } from './build.ts';

/** As many as Aisle draws at first: what is in sight, and some beyond. */
const DRAWN = 26;
const HEIGHT = 56;

const MANIFEST = {
  manifest_version: 3,
  name: 'Static rows',
  version: '1',
  permissions: ['sidePanel'],
  action: {},
  background: { service_worker: 'background.js' },
  side_panel: { default_path: 'sidepanel.html' },
};

const BACKGROUND =
  'chrome.action.onClicked.addListener(({ windowId }) => chrome.sidePanel.open({ windowId }));';

/** All that happens on a click: the list gives way to a form with the name in it. */
const SCRIPT = `document.addEventListener('click', ({ target }) => {
  const row = target.closest('[data-row]');
  if (!row) return;
  const form = document.createElement('form');
  const field = document.createElement('input');
  field.name = 'name';
  field.value = row.querySelector('b').textContent;
  form.append(field);
  document.querySelector('main').replaceChildren(form);
});`;

const STYLE = `* { box-sizing: border-box; margin: 0 }
html, body { block-size: 100% }
body { display: flex; flex-direction: column; font: 13px/1.45 system-ui, sans-serif }
header { padding: 12px; border-block-end: 1px solid #e4e6ea }
main { flex: 1; min-block-size: 0; overflow: auto }
ul { list-style: none; padding: 0; position: relative }
li { block-size: ${HEIGHT}px; border-block-end: 1px solid #e4e6ea }
button { align-items: center; background: none; block-size: 100%; border: 0; display: flex; font: inherit; gap: 10px; inline-size: 100%; padding: 0 12px; text-align: start }
img { block-size: 36px; border-radius: 6px; inline-size: 36px; object-fit: cover }
b, i { display: block; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
span { flex: 1; min-inline-size: 0 }
input { margin: 12px }`;

const safe = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

function rowOf({ _id, name, slug, image }: RawCollection): string {
  const picture = image === null ? '' : `<img src="${safe(image)}" alt="" loading="lazy" decoding="async">`;
  return `<li><button data-row="${_id}">${picture}<span><b>${safe(name)}</b><i>/${safe(slug)}</i></span></button></li>`;
}

function pageOf(rows: readonly RawCollection[]): string {
  const list = rows.slice(-DRAWN).reverse().map(rowOf).join('\n');
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Static rows</title>
<script src="/opening.js"></script><link rel="stylesheet" href="/style.css"><script src="/script.js" defer></script></head>
<body><header><h1>Collections</h1><input type="search"></header>
<main><ul style="block-size: ${rows.length * HEIGHT}px">${list}</ul></main></body></html>
`;
}

/**
 * The floor that the panel is compared with: an extension whose side panel opens in the same way, and is written
 * out as HTML. Of so many rows it holds only those that a list draws at first, at the height of all of them: with
 * all rows written out the page would be slower, and the comparison kinder to us.
 */
export async function writeStaticPanel(folder: string, rows: readonly RawCollection[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = {
    'manifest.json': JSON.stringify(MANIFEST),
    'background.js': BACKGROUND,
    'sidepanel.html': pageOf(rows),
    'style.css': STYLE,
    'script.js': SCRIPT,
    'opening.js': WATCH,
  };
  await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
}
