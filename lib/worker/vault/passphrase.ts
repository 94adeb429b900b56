import type { Passphrase } from './records.ts';
import { importSealingKey, seal, unseal } from './seal.ts';

/** OWASP asks for 600,000 rounds of PBKDF2-SHA-256 (2023); an unlock may take 500 ms, which allows more. */
export const ROUNDS = 1_000_000;

/**
 * A new passphrase around a random key. The tokens are sealed with that key, so a changed passphrase seals
 * nothing anew. `key` is its base64, the form in which `storage.session` holds it while unlocked.
 */
export async function createPassphrase(
  crypto: Crypto,
  passphrase: string,
): Promise<{ record: Passphrase; key: string }> {
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  return { record: await wrap(crypto, passphrase, crypto.randomUUID(), key), key };
}

/** The unlocked key, ready to seal and open with. */
export const sealingKeyOf = (crypto: Crypto, key: string): Promise<CryptoKey> =>
  importSealingKey(
    crypto,
    Uint8Array.from(atob(key), (char) => char.charCodeAt(0)),
  );

/** The same key under another passphrase. */
export const rewrap = (
  crypto: Crypto,
  was: Passphrase,
  passphrase: string,
  key: string,
): Promise<Passphrase> => wrap(crypto, passphrase, was.id, key);

/** The key, or undefined when the passphrase is another. */
export async function openPassphrase(
  crypto: Crypto,
  record: Passphrase,
  passphrase: string,
): Promise<string | undefined> {
  const wrapping = await derive(crypto, passphrase, record.salt, record.rounds);
  return unseal(crypto, wrapping, record.sealedKey, boundTo(record.id));
}

async function wrap(crypto: Crypto, passphrase: string, id: string, key: string): Promise<Passphrase> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const wrapping = await derive(crypto, passphrase, salt, ROUNDS);
  const sealedKey = await seal(crypto, wrapping, key, boundTo(id));
  return { id, hash: 'SHA-256', rounds: ROUNDS, salt, sealedKey };
}

const boundTo = (id: string) => `aisle passphrase ${id}`;

async function derive(
  crypto: Crypto,
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // The same words typed on another keyboard may come as other code points.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const base = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    base,
    256,
  );
  return importSealingKey(crypto, new Uint8Array(bits));
}
