import * as z from 'zod/mini';
import { keepSchema, rightsSchema } from '../../bridge/answers.ts';
import { locationIdSchema } from '../../highlevel/ids.ts';

const bytes = z.instanceof(Uint8Array<ArrayBuffer>);

/** Text under AES-GCM. What it is bound to is not stored: the opener must know it. */
export const sealedSchema = z.object({ iv: bytes, data: bytes });
export type Sealed = z.infer<typeof sealedSchema>;

/** Everything about a connection but the token. `tokenId` is ours, new with every token. */
export const recordSchema = z.object({
  locationId: locationIdSchema,
  tokenId: z.string(),
  label: z.string(),
  lastFour: z.string(),
  keep: keepSchema,
  rights: rightsSchema,
  lookupOnly: z.boolean(),
  unproven: z.boolean(),
  /** HighLevel said that the token is none. */
  rejected: z.boolean(),
  expiresAt: z.optional(z.number()),
  lastUsedAt: z.optional(z.number()),
});
export type ConnectionRecord = z.infer<typeof recordSchema>;

/** How many rounds a stored passphrase may ask for: below is weaker than promised, above would hang. */
const ROUNDS = { least: 1_000_000, most: 20_000_000 };

/** A random key under a key made of the passphrase, with everything but the passphrase to make it again. */
export const passphraseSchema = z.object({
  id: z.string(),
  hash: z.literal('SHA-256'),
  rounds: z.number().check(z.minimum(ROUNDS.least), z.maximum(ROUNDS.most)),
  salt: bytes,
  sealedKey: sealedSchema,
});
export type Passphrase = z.infer<typeof passphraseSchema>;

/** Wrong passphrases in a row, and when the last was tried (ms). */
export const triesSchema = z.object({ wrong: z.number(), at: z.number() });
export type Tries = z.infer<typeof triesSchema>;

export const settingsSchema = z.object({ lockAfter: z.number() });
