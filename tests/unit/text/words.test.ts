import { beforeAll, describe, expect, it } from 'vitest';
import { type BridgeError, type BridgeErrorCode, bridgeErrorSchema } from '../../../lib/bridge/contract.ts';
import { ERROR_CODES, SCOPES } from '../../../lib/highlevel/errors.ts';
import { scopeMissing, scopeName, words } from '../../../lib/text/words.ts';
import { speakEnglish } from './english.ts';

beforeAll(speakEnglish);

const NOW = new Date(2026, 5, 12, 14, 4).getTime();

/** Every code, so that a new one is not forgotten here. */
const CODES = {
  'not-connected': 1,
  locked: 1,
  'wrong-passphrase': 1,
  'slow-down': 1,
  'passphrase-needed': 1,
  'token-empty': 1,
  'token-expired': 1,
  gone: 1,
  'changed-since': 1,
  'no-worker': 1,
  'bad-message': 1,
  unexpected: 1,
  ...(Object.fromEntries(ERROR_CODES.map((code) => [code, 1])) as Record<(typeof ERROR_CODES)[number], 1>),
} satisfies Record<BridgeErrorCode, 1>;

const errorOf = (code: string): BridgeError => bridgeErrorSchema.parse({ code });

describe('every failure', () => {
  it.each(Object.keys(CODES))('%s has a title and a next step, calm and whole', (code) => {
    const { title, next } = words(errorOf(code), NOW);
    for (const text of [title, next]) {
      expect(text).not.toBe('');
      expect(text).not.toMatch(/[!{}]|undefined/);
    }
    expect(title).not.toMatch(/\.$/);
    expect(next).toMatch(/\.$/);
  });

  it('that differs in what to do next differs in its words', () => {
    const said = Object.keys(CODES).map((code) => {
      const { title, next } = words(errorOf(code), NOW);
      return `${title} ${next}`;
    });
    // 'bad-message' and 'unexpected' are both faults of ours: one text.
    expect(new Set(said).size).toBe(said.length - 1);
  });
});

describe('a missing right', () => {
  it.each([
    ['products/collection.readonly', 'View Product Collections', 'This token may not view collections'],
    ['products/collection.write', 'Edit Product Collections', 'This token may not edit collections'],
    ['products.readonly', 'View Products', 'This token may not view products'],
    ['products.write', 'Edit Products', 'This token may not edit products'],
  ] as const)('%s is named as HighLevel’s tick box names it', (scope, name, title) => {
    const said = words({ code: 'scope-missing', scope }, NOW);
    expect(scopeName(scope)).toBe(name);
    expect(said).toMatchObject({ title, remedy: 'scopes' });
    expect(said.next).toContain(`“${name}”`);
  });

  it('is told apart from the others', () => {
    expect(new Set(SCOPES.map(scopeMissing)).size).toBe(SCOPES.length);
  });
});

describe('the words', () => {
  it.each<[string, BridgeError, string]>([
    [
      'an allowance used up, with its time',
      { code: 'rate-limited', daily: true, retryAt: NOW + 3_600_000 },
      '3:04',
    ],
    ['a wait, with its time', { code: 'rate-limited', retryAt: NOW + 60_000 }, '2:05'],
    ['too many passphrases, with the next try', { code: 'slow-down', retryAt: NOW + 120_000 }, '2:06'],
    ['a field that was strange', { code: 'bad-answer', field: 'data.0.name' }, 'data.0.name'],
  ])('name %s', (_, error, part) => {
    expect(words(error, NOW).next).toContain(part);
  });

  it('name the day when it is another one', () => {
    expect(words({ code: 'rate-limited', daily: true, retryAt: NOW + 86_400_000 }, NOW).next).toMatch(/13/);
  });

  it.each<[string, BridgeError, string | undefined]>([
    ['a refusal', { code: 'refused', message: 'Location is suspended' }, 'Location is suspended'],
    ['an invalid field', { code: 'invalid', fields: { slug: ['slug is taken'] } }, 'slug is taken'],
    [
      'no rejected token, whose words say less than ours',
      { code: 'token-rejected', message: 'Invalid JWT' },
      undefined,
    ],
  ])('hand on what HighLevel said of %s', (_, error, said) => {
    expect(words(error, NOW).said).toBe(said);
  });

  it('tell a firewall and our own fault from a refusal', () => {
    const titles = [undefined, 'firewall', 'version-header'].map(
      (reason) => words(bridgeErrorSchema.parse({ code: 'refused', reason }), NOW).title,
    );
    expect(new Set(titles).size).toBe(3);
  });
});
