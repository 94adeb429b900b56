import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const sources = ['lib', 'components', 'entrypoints'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => `${folder}/${name.replaceAll('\\', '/')}`),
);
const sourcesWith = (pattern: RegExp) =>
  sources.filter((path) => pattern.test(readFileSync(join(root, path), 'utf8'))).sort();

it('nothing but the entrypoints touches runtime messages, and they only hand them to the bridge', () => {
  const doors = sourcesWith(
    /\b(?:sendMessage|onMessage|onConnect|onMessageExternal|onConnectExternal)\b/,
  ).filter((path) => !path.startsWith('lib/bridge/'));
  expect(doors.every((path) => path.startsWith('entrypoints/'))).toBe(true);
  expect(doors).toContain('entrypoints/background.ts');
  expect(sourcesWith(/\bonMessage\b/)).toEqual(['entrypoints/background.ts', 'lib/bridge/serve.ts']);
  // Other extensions and web pages have no door at all.
  expect(
    sourcesWith(
      /\b(?:onMessageExternal|onConnectExternal|runtime\.(?:onConnect|connect)|window\.postMessage)\b/,
    ),
  ).toEqual([]);
});

it('only the client sends requests, and only the worker has it', () => {
  expect(sourcesWith(/highlevel\/client\.ts['"]/).every((path) => path.startsWith('lib/worker/'))).toBe(true);
  expect(sourcesWith(/XMLHttpRequest|WebSocket|EventSource|sendBeacon/)).toEqual([]);
});

it('nothing writes to storage.local: content scripts could read it in Firefox', () => {
  expect(sourcesWith(/storage\.(?:local|sync|managed)\.(?:set|get)\b/)).toEqual([]);
});
