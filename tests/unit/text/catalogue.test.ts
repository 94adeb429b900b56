import { globSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { plural } from '../../../lib/text/format.ts';
import { messagesOf, speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const messages = messagesOf();
const keys = new Set(messages.map(([key]) => key));
const baseOf = (key: string) => key.replace(/_(zero|one|two|few|many|other)$/, '');

describe('the catalogue', () => {
  it('has every plural form its language needs', () => {
    const forms = new Set(Array.from({ length: 200 }, (_, n) => plural(n)));
    const counted = [...keys]
      .filter((key) => key.endsWith('_other'))
      .map((key) => key.slice(0, -'_other'.length));
    for (const key of counted) for (const form of forms) expect(keys).toContain(`${key}_${form}`);
    const singles = [...keys].filter((key) => key.endsWith('_one'));
    for (const key of singles) expect(keys).toContain(key.replace(/_one$/, '_other'));
  });

  it('holds calm whole texts: no exclamation mark, no stray space, quotes and dots as print has them', () => {
    for (const [key, message] of messages) {
      expect(message.trim(), key).toBe(message);
      expect(message, key).not.toBe('');
      expect(message, key).not.toMatch(/[!]|\.\.\.|"|\$\d/);
    }
  });

  it('holds nothing that no file asks for', () => {
    const files = globSync(['{components,entrypoints,lib}/**/*.{ts,tsx}', 'wxt.config.ts']);
    const source = files.map((file) => readFileSync(file, 'utf8')).join('\n');
    // `scopes.${…}` asks for everything that begins so.
    const begun = [...source.matchAll(/`([a-z]+\.[a-z_]*)\$\{/g)].map(([, start = '']) => start);
    const asked = (key: string) =>
      source.includes(`'${baseOf(key)}'`) ||
      source.includes(`'${key}'`) ||
      source.includes(`"${key}"`) ||
      source.includes(`__MSG_${key.replace('.', '_')}__`) ||
      begun.some((start) => key.startsWith(start));
    expect([...keys].filter((key) => !asked(key))).toEqual([]);
  });
});
