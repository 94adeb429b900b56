import { beforeAll, describe, expect, it } from 'vitest';
import { ago, number, size, until, when } from '../../../lib/text/format.ts';
import { count } from '../../../lib/text/t.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const NOW = new Date(2026, 5, 12, 14, 4).getTime();
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('times', () => {
  it.each([
    [0, 'just now'],
    [59_999, 'just now'],
    [MINUTE, '1 min ago'],
    [59 * MINUTE, '59 min ago'],
    [HOUR, '1 h ago'],
    [23 * HOUR, '23 h ago'],
    [25 * HOUR, 'yesterday'],
    [-5 * MINUTE, 'just now'],
  ])('%d ms ago is "%s"', (ms, text) => {
    expect(ago(NOW - ms, NOW)).toBe(text);
  });

  it('are the clock’s today, "yesterday" by the calendar, and a date before that', () => {
    expect(when(NOW - HOUR, NOW)).toMatch(/^1:04/);
    expect(when(new Date(2026, 5, 11, 23, 59).getTime(), NOW)).toBe('yesterday');
    expect(when(new Date(2026, 5, 10).getTime(), NOW)).toMatch(/2026/);
  });

  it('to come are named with their day when it is not today', () => {
    expect(until(NOW + HOUR, NOW)).toMatch(/^3:04/);
    expect(until(NOW + 24 * HOUR, NOW)).toMatch(/13.*2:04/);
  });
});

describe('numbers', () => {
  it('are written as the language writes them', () => {
    expect(number(1248)).toBe('1,248');
  });

  it.each([
    [0, '0 byte'],
    [999, '999 byte'],
    [1500, '1.5 kB'],
    [2_412_800, '2.4 MB'],
    [3e12, '3,000 GB'],
  ])('%d bytes are "%s"', (bytes, text) => {
    expect(size(bytes)).toBe(text);
  });

  it('take the form of their language', () => {
    expect(count('unlock.wait', 1)).toBe('Wait 1 second before the next try.');
    expect(count('unlock.wait', 1500)).toBe('Wait 1,500 seconds before the next try.');
  });
});
