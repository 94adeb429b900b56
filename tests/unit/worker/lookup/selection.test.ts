import { afterEach, describe, expect, it, vi } from 'vitest';
import { createSelection, selected } from '../../../../lib/worker/lookup/selection.ts';

describe('what is selected in a tab', () => {
  const frames = (...results: unknown[]) =>
    createSelection({ executeScript: async () => results.map((result) => ({ result })) })(7);

  it.each<[string, unknown[], string]>([
    ['in the page', ['one', ''], 'one'],
    ['in a frame of it', ['', ' \n', 'two'], 'two'],
    ['nothing', ['', null, undefined], ''],
    ['no page at all', [], ''],
    ['junk', [{ toString: 'x' }, 7], ''],
  ])('%s', async (_, results, text) => {
    expect(await frames(...results)).toBe(text);
  });

  it('is nothing where we may not look', async () => {
    const refused = createSelection({ executeScript: () => Promise.reject(new Error('Cannot access')) });
    expect(await refused(7)).toBe('');
  });
});

describe('in the page', () => {
  class Field {
    type = 'text';
    value = '';
    selectionStart: number | null = null;
    selectionEnd: number | null = null;
  }
  class Area extends Field {}
  afterEach(() => vi.unstubAllGlobals());

  function page(activeElement: unknown, text: string | null) {
    vi.stubGlobal('HTMLInputElement', Field);
    vi.stubGlobal('HTMLTextAreaElement', Area);
    vi.stubGlobal('document', { activeElement });
    vi.stubGlobal('getSelection', () => text);
    return selected();
  }
  const typed = (value: string, start: number | null, end: number | null, type = 'text') =>
    Object.assign(new Field(), { value, selectionStart: start, selectionEnd: end, type });

  it.each<[string, unknown, string | null, string]>([
    ['a text', null, 'yoga-mat', 'yoga-mat'],
    ['none', null, null, ''],
    ['a part of a field', typed('see yoga-mat now', 4, 12), '', 'yoga-mat'],
    ['a field without one', typed('see yoga-mat', 3, 3), '', ''],
    ['a field that has none by nature', typed('a@b.example', null, null, 'email'), '', ''],
    ['never a password', typed('hunter2-hunter2', 0, 15, 'password'), 'hunter2-hunter2', ''],
  ])('%s', (_, field, text, found) => {
    expect(page(field, text)).toBe(found);
  });

  it('is cut at a megabyte', () => {
    expect(page(null, 'x'.repeat(5_000_000))).toHaveLength(1_048_576);
  });
});
