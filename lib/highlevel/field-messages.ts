import type { ServerWords } from './server-words.ts';

/** Parameters of the documented calls, longest first so that `seo.title` is found before `seo`. */
const NAMES = [
  'seo.description',
  'seo.title',
  'collectionIds',
  'collectionId',
  'productType',
  'locationId',
  'productId',
  'altType',
  'altId',
  'image',
  'slug',
  'name',
  'seo',
  'limit',
  'offset',
];
/** Those a person wrote, which a plain sentence may mention anywhere ("A collection with this slug exists"). */
const WRITTEN = ['slug', 'name', 'image'];

/** Puts each of the server's messages under the field it speaks of; '' when it names none. */
export function fieldMessages(words: ServerWords): Record<string, string[]> {
  const fields = new Map(words.byField);
  for (const message of words.messages) {
    const name = fieldOf(message);
    fields.set(name, [...(fields.get(name) ?? []), message]);
  }
  return Object.fromEntries(fields);
}

function fieldOf(message: string): string {
  const start = /^(?:property\s+)?["'`]?([\w.]+)/i.exec(message)?.[1]?.toLowerCase();
  const named = NAMES.find((name) => name.toLowerCase() === start);
  if (named !== undefined) return named;
  const unknown = /^(?:(?:\w+\.)?property\s+)["'`]?([\w.]+)["'`]?\s+should not exist/i.exec(message)?.[1];
  if (unknown !== undefined) return unknown;
  const mentioned = WRITTEN.filter((name) => new RegExp(`\\b${name}\\b`, 'i').test(message));
  return mentioned.length === 1 ? (mentioned[0] ?? '') : '';
}
