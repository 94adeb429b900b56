import type { Sealed } from './records.ts';

const utf8 = new TextEncoder();

/** Seals text with AES-GCM-256 and binds it to a place: it opens only where `boundTo` is the same. */
export async function seal(crypto: Crypto, key: CryptoKey, text: string, boundTo: string): Promise<Sealed> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const data = await crypto.subtle.encrypt(algorithm(iv, boundTo), key, utf8.encode(text));
  return { iv, data: new Uint8Array(data) };
}

/** The text, or undefined when the key is another, the place is another, or a bit was changed. */
export async function unseal(
  crypto: Crypto,
  key: CryptoKey,
  sealed: Sealed,
  boundTo: string,
): Promise<string | undefined> {
  try {
    const text = await crypto.subtle.decrypt(algorithm(sealed.iv, boundTo), key, sealed.data);
    return new TextDecoder().decode(text);
  } catch {
    return undefined;
  }
}

/** A random key that scripts can use and never read. */
export const createSealingKey = (crypto: Crypto): Promise<CryptoKey> =>
  crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);

/** A key of these 32 bytes that scripts can use and never read again. */
export const importSealingKey = (crypto: Crypto, bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);

const algorithm = (iv: Uint8Array<ArrayBuffer>, boundTo: string): AesGcmParams => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8.encode(boundTo),
});
