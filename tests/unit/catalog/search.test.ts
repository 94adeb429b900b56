import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FLAGS, flagsOf } from '../../../lib/catalog/flags.ts';
import { fold } from '../../../lib/catalog/fold.ts';
import { createSearch, parseQuery, SORTS, toggleFlag } from '../../../lib/catalog/search.ts';
import type { Collection } from '../../../lib/highlevel/collection.ts';
import { row } from './rows.ts';

function searchOver(...found: Collection[]) {
  const search = createSearch('en');
  search.put(found);
  return (text: string, sort: (typeof SORTS)[number] = 'name') =>
    search.find(parseQuery(text), sort).map((entry) => entry.row.name);
}

describe('a query', () => {
  it.each([
    ['', [], []],
    ['yoga', [], ['yoga']],
    ['is:no-seo yoga', ['no-seo'], ['yoga']],
    ['  Crème  IS:Empty brûlée ', ['empty'], ['creme', 'brulee']],
    ['is:slug is:no-image', ['slug', 'no-image'], []],
    ['is:unknown', [], ['is:unknown']],
  ])('%j is taken apart', (text, flags, terms) => {
    expect(parseQuery(text)).toEqual({ flags, terms });
  });

  it.each([
    ['yoga', 'is:no-seo yoga'],
    ['is:no-seo yoga', 'yoga'],
    ['', 'is:no-seo'],
  ])('%j becomes %j by the chip', (before, after) => {
    expect(toggleFlag(before, 'no-seo')).toBe(after);
  });
});

describe('search', () => {
  it.each([
    ['in the name', 'Mats', 'Yoga Mats'],
    ['in the slug', 'kettle', 'Iron'],
    ['in the SEO title', 'outdoor', 'Summer'],
    ['in the SEO description', 'delivered', 'Winter'],
    ['without case', 'yOGa', 'Yoga Mats'],
    ['without accents, typed with', 'sümmer', 'Summer'],
    ['with accents, typed without', 'creme', 'Crème'],
    ['of two words in any place', 'mats yog', 'Yoga Mats'],
    ['with plain quotes, typeset', "women's", 'Women’s “Best”'],
    ['with a character that separates', 'yoga\0', undefined],
  ])('finds %s', (_, text, name) => {
    const find = searchOver(
      row(1, { name: 'Yoga Mats' }),
      row(2, { name: 'Iron', slug: 'kettlebells' }),
      row(3, { name: 'Summer', seo: { title: 'Outdoor', description: '' } }),
      row(4, { name: 'Winter', seo: { title: '', description: 'Delivered warm' } }),
      row(5, { name: 'Crème' }),
      row(6, { name: 'Women’s “Best”' }),
    );
    expect(find(text)).toEqual(name === undefined ? [] : [name]);
  });

  it('does not match across two fields', () => {
    expect(searchOver(row(1, { name: 'Yoga', slug: 'mats' }))('yogamats')).toEqual([]);
  });

  it.each([
    ['name', ['a2', 'A10', 'é', 'z']],
    ['newest', ['z', 'é', 'A10', 'a2']],
    ['products', ['A10', 'a2', 'é', 'z']],
    ['work', ['é', 'a2', 'A10', 'z']],
  ] as const)('sorts by %s', (sort, names) => {
    const find = searchOver(
      row(1, { name: 'A10', createdAt: '2024-02-01T00:00:00Z', productCount: 9 }),
      row(2, { name: 'a2', createdAt: '2024-01-01T00:00:00Z', image: '' }),
      row(3, { name: 'é', createdAt: '2024-03-01T00:00:00Z', productCount: 0 }),
      row(4, { name: 'z', createdAt: '2024-04-01T00:00:00Z', productCount: 0, image: 'x' }),
    );
    const work = searchOver(
      row(1, { name: 'A10' }),
      row(2, { name: 'a2', image: '' }),
      row(3, { name: 'é', productCount: 0 }),
      row(4, { name: 'z' }),
    );
    expect((sort === 'work' ? work : find)('', sort)).toEqual(names);
  });

  it('takes the age from the id when the answer has no date', () => {
    const find = searchOver(
      row(1, { id: `65000000${'0'.repeat(16)}`, name: 'older' }),
      row(2, { id: `66000000${'0'.repeat(16)}`, name: 'newer' }),
    );
    expect(find('', 'newest')).toEqual(['newer', 'older']);
  });

  it('flags both owners of a slug, and neither once one of them has another', () => {
    const search = createSearch('en');
    search.put([row(1, { slug: 'sale' })]);
    expect(search.counts().slug).toBe(0);
    search.put([row(2, { slug: 'SALE' })]);
    expect(search.counts().slug).toBe(2);
    expect(search.get(row(1).id)?.slugFlaw).toBe('taken');
    expect(search.slugOwner('sale', row(1).id)?.id).toBe(row(2).id);
    search.put([row(2, { slug: 'sale-2' })]);
    expect(search.counts().slug).toBe(0);
    expect(search.slugOwner('sale', row(1).id)).toBeUndefined();
  });

  it('gives the same array again while nothing changed', () => {
    const search = createSearch('en');
    search.put([row(1), row(2)]);
    const first = search.find(parseQuery('coll'), 'name');
    expect(search.find(parseQuery('coll'), 'name')).toBe(first);
    search.put([row(3)]);
    expect(search.find(parseQuery('coll'), 'name')).toHaveLength(3);
  });

  it('keeps the entry of a row that another row did not touch', () => {
    const search = createSearch('en');
    search.put([row(1), row(2)]);
    const entry = search.get(row(1).id);
    search.put([row(2, { name: 'Other' })]);
    expect(search.get(row(1).id)).toBe(entry);
  });

  it('keeps the entry of a row that comes again as it was, and changes one that changed', () => {
    const search = createSearch('en');
    search.put([row(1), row(2)]);
    const [entry, found] = [search.get(row(1).id), search.find(parseQuery(''), 'name')];
    search.put([row(1), row(2)]);
    expect(search.get(row(1).id)).toBe(entry);
    expect(search.find(parseQuery(''), 'name')).toBe(found);
    search.put([row(1, { name: 'Meanwhile' }), row(1)]);
    expect(search.get(row(1).id)?.row).toEqual(row(1));
    search.put([row(1), row(1, { name: 'Last' })]);
    expect(search.get(row(1).id)?.row.name).toBe('Last');
  });
});

describe('when nothing matches', () => {
  it.each([
    ['kettel', 'Kettlebells'],
    ['ygoa mats', 'Yoga Mats & Blocks'],
    ['recvery', 'Recovery'],
    ['sumer', 'Summer 2026'],
    ['CREM', 'Crème'],
    ['zzzzzz', undefined],
    ['x', undefined],
    ['', undefined],
  ])('%j offers %s', (typed, name) => {
    const search = createSearch('en');
    const names = ['Kettlebells', 'Yoga Mats & Blocks', 'Recovery', 'Summer 2026', 'Crème', '🏋️ أوزان'];
    search.put(names.map((each, index) => row(index + 1, { name: each })));
    expect(search.nearestName(typed)).toBe(name);
  });
});

const text = fc.constantFrom('', 'a', 'B', 'sale', 'Sale', 'é', 'two words', '10', '9', 'yoga mats');
const anyRow = fc
  .record({
    n: fc.integer({ min: 1, max: 600 }),
    name: text,
    slug: text,
    image: text,
    title: text,
    productCount: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ n, title, ...over }) => row(n, { ...over, seo: { title, description: '' } }));
const step = fc.oneof(
  fc.record({ put: fc.array(anyRow, { maxLength: 40, size: 'max' }) }),
  fc.record({ remove: fc.array(fc.integer({ min: 1, max: 600 }), { maxLength: 40, size: 'max' }) }),
);

it('stays equal to a search made anew, whatever came and went', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), text, fc.constantFrom(...SORTS), (steps, typed, sort) => {
      const search = createSearch('en');
      const model = new Map<string, Collection>();
      for (const change of steps) {
        search.find(parseQuery(typed), sort);
        if ('put' in change) {
          search.put(change.put);
          for (const each of change.put) model.set(each.id, each);
        } else {
          search.remove(change.remove.map((n) => row(n).id));
          for (const n of change.remove) model.delete(row(n).id);
        }
      }
      const anew = createSearch('en');
      anew.put([...model.values()]);
      const shown = (from: typeof search) =>
        from.find(parseQuery(typed), sort).map(({ row, flags, slugFlaw }) => ({ row, flags, slugFlaw }));
      expect(shown(search)).toEqual(shown(anew));
      const holds = ({ name, slug, seo }: Collection) =>
        parseQuery(typed).terms.every((term) => fold([name, slug, seo.title].join('\n')).includes(term));
      expect(shown(search)).toHaveLength([...model.values()].filter(holds).length);
      expect(search.counts()).toEqual(anew.counts());
      const sharers = (slug: string) =>
        [...model.values()].filter((each) => each.slug.toLowerCase() === slug.toLowerCase()).length;
      for (const flag of FLAGS) {
        const flagged = [...model.values()].filter((each) =>
          flagsOf(each, sharers(each.slug)).includes(flag),
        );
        expect(search.counts()[flag]).toBe(flagged.length);
      }
    }),
  );
});
