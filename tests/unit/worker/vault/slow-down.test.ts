import { expect, it } from 'vitest';
import { retryAt, waitAfter } from '../../../../lib/worker/vault/slow-down.ts';

it.each([
  [0, 0],
  [1, 0],
  [2, 0],
  [3, 5_000],
  [4, 10_000],
  [5, 20_000],
  [8, 160_000],
  [9, 300_000],
  [1_000, 300_000],
])('after %i wrong passphrases the next one waits %i ms', (wrong, ms) => {
  expect(waitAfter(wrong)).toBe(ms);
});

it('says when the next try is allowed, and nothing once it is', () => {
  const tries = { wrong: 3, at: 1_000_000 };
  expect(retryAt(tries, 1_000_000)).toBe(1_005_000);
  expect(retryAt(tries, 1_004_999)).toBe(1_005_000);
  expect(retryAt(tries, 1_005_000)).toBeUndefined();
  expect(retryAt(undefined, 1_000_000)).toBeUndefined();
});

it('never waits longer than the rule when the clock was set back', () => {
  expect(retryAt({ wrong: 3, at: 9_000_000 }, 1_000_000)).toBe(1_005_000);
});
