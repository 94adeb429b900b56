import { describe, expect, it } from 'vitest';
import { labelSpan, textOfHtml, timeOf } from '../../../lib/panel/product-view.ts';

type Node = Parameters<typeof textOfHtml>[1] extends (html: string) => infer Found ? Found : never;
const text = (nodeValue: string): Node => ({ nodeType: 3, nodeName: '#text', nodeValue, childNodes: [] });
const element = (nodeName: string, ...childNodes: Node[]): Node => ({
  nodeType: 1,
  nodeName,
  nodeValue: null,
  childNodes,
});
const read = (...children: Node[]) => textOfHtml('<any>', () => element('BODY', ...children));

describe('HTML as text', () => {
  it('gives paragraphs lines of their own', () => {
    expect(read(element('P', text('One.')), element('P', text('Two.')))).toBe('One.\nTwo.');
  });

  it('gives list items a bullet', () => {
    expect(read(element('UL', element('LI', text('a')), element('LI', text('b'))))).toBe('• a\n• b');
  });

  it('breaks where the text breaks', () => {
    expect(read(text('a'), element('BR'), text('b'))).toBe('a\nb');
  });

  it('joins inline words as they stand', () => {
    expect(read(text('a '), element('B', text('bold')), text(' move'))).toBe('a bold move');
  });

  it('leaves out what is not for reading', () => {
    expect(read(element('SCRIPT', text('alert(1)')), element('STYLE', text('p{}')), text('ok'))).toBe('ok');
  });

  it('leaves it out of pictures too, where names are written small', () => {
    const svg = element('svg', element('script', text('alert(1)')), element('style', text('p{}')));
    expect(read(svg, element('svg', element('text', text('ok'))))).toBe('ok');
  });

  it('costs no square for a description that is a megabyte of nothing', () => {
    const spaces = Array.from({ length: 200_000 }, () => element('I', text(' ')));
    const breaks = Array.from({ length: 200_000 }, () => element('P', text('\n')));
    const start = performance.now();
    const body = { ...element('BODY'), childNodes: [text('a')].concat(spaces, breaks, text('b')) };
    expect(textOfHtml('<any>', () => body)).toBe('a\nb');
    expect(performance.now() - start).toBeLessThan(3_000);
  });

  it('does not parse what holds no markup', () => {
    const never = () => {
      throw new Error('parsed');
    };
    expect(textOfHtml(' 6 mm\nrubber ', never)).toBe('6 mm\nrubber');
  });
});

describe('the dates of a label', () => {
  const NOW = Date.UTC(2026, 5, 15);
  const iso = (month: number) => new Date(Date.UTC(2026, month, 1)).toISOString();
  it.each([
    [{}, 'always'],
    [{ endDate: iso(6) }, 'until'],
    [{ startDate: iso(1), endDate: iso(6) }, 'until'],
    [{ startDate: iso(1), endDate: iso(3) }, 'ended'],
    [{ startDate: iso(1) }, 'since'],
    [{ startDate: iso(7) }, 'from'],
    [{ startDate: iso(7), endDate: iso(8) }, 'between'],
    [{ endDate: 'soon' }, 'always'],
  ])('%o: %s', (dates, kind) => {
    expect(labelSpan({ title: 'Featured', ...dates }, NOW).kind).toBe(kind);
  });

  it('without a time are the reader’s own days, the last one whole', () => {
    const noon = new Date(2026, 5, 30, 12).getTime();
    const span = labelSpan({ title: 'Featured', startDate: '2026-06-30', endDate: '2026-06-30' }, noon);
    expect(span).toEqual({ kind: 'until', end: new Date(2026, 6, 1).getTime() - 1 });
    expect(timeOf('2026-06-30')).toBe(new Date(2026, 5, 30).getTime());
  });

  it('are no dates when nobody can read them', () => {
    expect(timeOf('tomorrow')).toBeUndefined();
    expect(timeOf(undefined)).toBeUndefined();
  });
});
