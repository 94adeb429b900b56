import type { BridgeErrorCode } from '../../lib/bridge/contract.ts';
import { ACME, connection, GLOBEX, MINUTE, NOW, vault } from './fixtures.ts';
import type { Hand } from './hand.ts';
import type { Chapter, Story } from './story.ts';
import { never } from './worker.ts';

const PIT = 'pit-3f2a9c1d-77aa-4b0e-9d2c-51f0c1d2a3f9';
const blank = { connections: [] };
const guard = (passphrase: 'none' | 'locked' | 'unlocked') => ({ ...blank, vault: vault({ passphrase }) });

/** An access token with these claims; nobody checks its signature. */
function accessToken(claims: object): string {
  const part = (value: object) => btoa(JSON.stringify(value)).replaceAll('=', '');
  return `${part({ alg: 'RS256' })}.${part(claims)}.c2lnbmF0dXJl`;
}
const claims = (locationId: string, ends: number) =>
  accessToken({
    authClass: 'Location',
    authClassId: locationId,
    oauthMeta: { scopes: ['products.readonly', 'products/collection.readonly'] },
    exp: ends / 1000,
  });

const refused = (code: BridgeErrorCode): Story => ({
  scene: {
    ...blank,
    answers: { 'connection.connect': () => ({ ok: false, error: { code } }) },
  },
  play: async (hand) => {
    await hand.type('Name', 'Acme Fitness');
    await hand.type('Token', PIT);
    await hand.click('button', 'Connect');
  },
});

const paste = (token: string) => (hand: Hand) => hand.type('Token', token);
const withPassphrase = (hand: Hand) => hand.click('radio', 'With a passphrase');
const connected = (change: Parameters<typeof connection>[0]): Story => ({
  scene: { before: ({ connecting }) => connecting.setState({ done: connection(change) }) },
});

export const connect: Chapter<
  | 'filled'
  | 'sending'
  | 'memory'
  | 'passphrase'
  | 'passphrase-short'
  | 'passphrase-known'
  | 'passphrase-open'
  | 'odd-token'
  | 'access-token'
  | 'access-token-other'
  | 'access-token-ended'
  | 'no-token'
  | 'rejected'
  | 'wrong-location'
  | 'agency'
  | 'offline'
  | 'no-scope'
  | 'gone'
  | 'connected-limits'
  | 'connected-lookup-only'
> = {
  filled: {
    scene: blank,
    play: async (hand) => {
      await hand.type('Name', 'Acme Fitness');
      await hand.type('Token', PIT);
    },
  },
  sending: {
    scene: { ...blank, answers: { 'connection.connect': () => never } },
    play: async (hand) => {
      await hand.type('Token', PIT);
      await hand.click('button', 'Connect');
    },
  },
  memory: { scene: blank, play: (hand) => hand.click('radio', 'Until the browser closes') },
  passphrase: { scene: guard('none'), play: withPassphrase },
  'passphrase-short': {
    scene: guard('none'),
    play: async (hand) => {
      await withPassphrase(hand);
      await hand.type('Passphrase', 'short');
      await hand.click('button', 'Connect');
    },
  },
  'passphrase-known': { scene: guard('locked'), play: withPassphrase },
  'passphrase-open': { scene: guard('unlocked'), play: withPassphrase },
  'odd-token': { scene: blank, play: paste('my token is 12345') },
  'access-token': { scene: blank, play: paste(claims(ACME, NOW + 600 * MINUTE)) },
  'access-token-other': { scene: blank, play: paste(claims(GLOBEX, NOW + 600 * MINUTE)) },
  'access-token-ended': { scene: blank, play: paste(claims(ACME, NOW - 90 * MINUTE)) },
  'no-token': refused('token-empty'),
  rejected: refused('token-rejected'),
  'wrong-location': refused('wrong-location'),
  agency: refused('agency-token'),
  offline: refused('offline'),
  'no-scope': refused('scope-missing'),
  gone: { scene: { connections: [connection({ state: 'gone', keep: 'memory' })] } },
  'connected-limits': connected({
    rights: { ...connection().rights, 'products/collection.write': 'no' },
    unproven: true,
    expiresAt: NOW + 600 * MINUTE,
  }),
  'connected-lookup-only': connected({ lookupOnly: true }),
};

const locked = { connections: [connection({ state: 'locked', keep: 'passphrase' })] };

export const unlock: Chapter<'wrong' | 'slow-down' | 'checking' | 'forget'> = {
  wrong: {
    scene: {
      ...locked,
      vault: vault({ passphrase: 'locked' }),
      answers: { 'vault.unlock': () => ({ ok: false, error: { code: 'wrong-passphrase' } }) },
    },
    play: async (hand) => {
      await hand.type('Passphrase', 'not this one');
      await hand.click('button', 'Unlock');
      await hand.text('That is not the passphrase');
    },
  },
  'slow-down': { scene: { ...locked, vault: vault({ passphrase: 'locked', retryAt: NOW + 16_000 }) } },
  checking: {
    scene: { ...locked, vault: vault({ passphrase: 'locked' }), answers: { 'vault.unlock': () => never } },
    play: async (hand) => {
      await hand.type('Passphrase', 'this one');
      await hand.click('button', 'Unlock');
    },
  },
  forget: {
    scene: { ...locked, vault: vault({ passphrase: 'locked' }) },
    play: (hand) => hand.click('button', 'Forget these tokens'),
  },
};
