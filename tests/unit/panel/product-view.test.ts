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

  it('are no dates when nobody can read them', () => {
    expect(timeOf('tomorrow')).toBeUndefined();
    expect(timeOf(undefined)).toBeUndefined();
  });
});
