import { asRecord } from './parse-answer.ts';

/** What an error body said, whatever its shape. */
export type ServerWords = {
  /** Each message on its own, in the server's words. */
  messages: string[];
  /** Messages that the body itself filed under a field. */
  byField: Map<string, string[]>;
  traceId?: string;
};

/** Longer texts are not words for a person. */
const LONGEST = 500;

/** Reads `message` (a text, a list, or objects that name a field), `errors` and `traceId`. Never throws. */
export function readWords(body: unknown): ServerWords {
  const record = asRecord(body);
  if (record === undefined) return { messages: [], byField: new Map() };
  const { message, errors, traceId } = record;
  const words: ServerWords = { messages: [], byField: new Map() };
  for (const item of [...listOf(message), ...listOf(errors)]) collect(item, words);
  if (words.messages.length === 0 && words.byField.size === 0) {
    for (const item of listOf(record.error)) collect(item, words);
  }
  return typeof traceId === 'string' && traceId !== '' ? { ...words, traceId: traceId.slice(0, 100) } : words;
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.slice(0, 50) : [value]);

function collect(item: unknown, words: ServerWords): void {
  if (typeof item === 'string' && item.trim() !== '') words.messages.push(item.trim().slice(0, LONGEST));
  const record = asRecord(item);
  if (record === undefined) return;
  const { property, field, constraints, message } = record;
  const name = typeof property === 'string' ? property : field;
  if (typeof name === 'string') {
    file(words, name, constraints === undefined ? message : Object.values(Object(constraints)));
    return;
  }
  if (typeof message === 'string') {
    collect(message, words);
    return;
  }
  for (const [key, value] of Object.entries(record).slice(0, 50)) file(words, key, value);
}

function file(words: ServerWords, name: string, value: unknown): void {
  const texts = listOf(value).filter((text) => typeof text === 'string');
  if (texts.length === 0 || !/^[\w.]{1,60}$/.test(name) || name === '__proto__') return;
  const cut = texts.map((text) => text.slice(0, LONGEST));
  words.byField.set(name, [...(words.byField.get(name) ?? []), ...cut]);
}
