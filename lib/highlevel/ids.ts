import * as z from 'zod/mini';

/** Real location ids are 20 letters and digits; the documentation's examples are 24 hex. Both pass. */
export const locationIdSchema = z.string().check(z.regex(/^[A-Za-z0-9]{15,30}$/));
/** Product, collection and price ids: 24 lower-case hex (a Mongo id). */
export const objectIdSchema = z.string().check(z.regex(/^[0-9a-f]{24}$/));

export const isLocationId = (text: string): boolean => locationIdSchema.safeParse(text).success;
export const isObjectId = (text: string): boolean => objectIdSchema.safeParse(text).success;

/** A fresh Mongo id: 4 bytes of seconds, 8 random bytes. `now` in ms. */
export function createObjectId(
  now: number,
  random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>,
): string {
  const seconds = Math.floor(now / 1000)
    .toString(16)
    .padStart(8, '0');
  const rest = Array.from(random(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return seconds + rest;
}
