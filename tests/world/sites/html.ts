import type { Answer } from '../types.ts';

const SAFE: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const safe = (text: string) => text.replace(/[&<>"']/g, (character) => SAFE[character] ?? character);

export const html = (body: string, status = 200): Answer => ({
  status,
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body,
});

export const missing = (): Answer => html('<!doctype html><title>Not found</title><h1>Not found</h1>', 404);
