import * as z from 'zod/mini';
import { fieldSchema, fieldsSchema, patchSchema } from '../drafts/fields.ts';
import { collectionSchema } from '../highlevel/collection.ts';
import { highLevelErrorSchema, type Scope } from '../highlevel/errors.ts';
import { locationIdSchema, objectIdSchema } from '../highlevel/ids.ts';
import { productSchema } from '../highlevel/product.ts';

/** How a token is kept: in memory until the browser closes, sealed on this device, or behind a passphrase. */
export const keepSchema = z.enum(['memory', 'device', 'passphrase']);
export type Keep = z.infer<typeof keepSchema>;

export const rightSchema = z.enum(['yes', 'no', 'unknown']);
export const rightsSchema = z.object({
  'products/collection.readonly': rightSchema,
  'products/collection.write': rightSchema,
  'products.readonly': rightSchema,
  'products.write': rightSchema,
} satisfies Record<Scope, unknown>);
/** What a token may do, from its own claims or from past answers; 'unknown' is "not tried yet". */
export type Rights = z.infer<typeof rightsSchema>;

/** A connection as pages may see it: never the token, only its last four characters. */
export const connectionSchema = z.object({
  locationId: locationIdSchema,
  label: z.string(),
  lastFour: z.string(),
  keep: keepSchema,
  /** `rejected`: HighLevel refused the token. `locked`: the passphrase is needed. `gone`: a memory token the browser forgot. */
  state: z.enum(['ready', 'locked', 'rejected', 'gone']),
  rights: rightsSchema,
  /** An agency token that can only look products up. */
  lookupOnly: z.boolean(),
  /** HighLevel accepted the token, but no answer has shown yet that it belongs to this location. */
  unproven: z.optional(z.literal(true)),
  /** ms since the epoch; only an OAuth token says it. */
  expiresAt: z.optional(z.number()),
  lastUsedAt: z.optional(z.number()),
});
export type Connection = z.infer<typeof connectionSchema>;

export const vaultStateSchema = z.object({
  passphrase: z.enum(['none', 'locked', 'unlocked']),
  /** Minutes of idleness before the vault locks itself. */
  lockAfter: z.number(),
  /** After wrong passphrases: when the next try is allowed (ms since the epoch). */
  retryAt: z.optional(z.number()),
});
export type VaultState = z.infer<typeof vaultStateSchema>;

/** What the panel may say about a replica's freshness. */
export const syncStateSchema = z.object({
  locationId: locationIdSchema,
  running: z.boolean(),
  /** True once a sync has ended in exactly the server's set. */
  complete: z.boolean(),
  /** Rows on the device now. */
  rows: z.number(),
  /** The server's own count, when it says one. */
  total: z.optional(z.number()),
  /** ms since the epoch of the last complete sync. */
  syncedAt: z.optional(z.number()),
  error: z.optional(highLevelErrorSchema),
});
export type SyncState = z.infer<typeof syncStateSchema>;

/** `stored` lists what HighLevel keeps differently from what was sent. */
export const saveOutcomeSchema = z.union([
  z.object({
    state: z.literal('saved'),
    journalId: z.string(),
    collection: collectionSchema,
    stored: z.array(z.object({ field: fieldSchema, sent: z.string(), got: z.string() })),
  }),
  z.object({ state: z.literal('accepted'), journalId: z.string() }),
  z.object({
    state: z.literal('conflict'),
    journalId: z.string(),
    theirs: fieldsSchema,
    fields: z.array(fieldSchema),
  }),
  z.object({ state: z.literal('slug-taken'), slug: z.string(), name: z.string(), free: z.string() }),
]);
export type SaveOutcome = z.infer<typeof saveOutcomeSchema>;

/**
 * How a change of a product's collections ended. `saved` without a journal id: it was so already, nothing was written.
 * `unsafe`: nothing was sent, as HighLevel did not show these fields of the product, which an update might erase.
 * Where `collectionIds` is one of them, nobody can tell which collections it is in.
 */
export const membershipOutcomeSchema = z.union([
  z.object({ state: z.literal('saved'), journalId: z.optional(z.string()), product: productSchema }),
  z.object({ state: z.literal('accepted'), journalId: z.string() }),
  z.object({ state: z.literal('unsafe'), lacks: z.array(z.string()) }),
]);
export type MembershipOutcome = z.infer<typeof membershipOutcomeSchema>;

/**
 * One change in the journal. `sending` before the request leaves and until it is settled; a worker's death leaves it so.
 * `waiting`: settled as "not there", needs a person (create and delete are never sent again blindly).
 */
export const journalEntrySchema = z.object({
  id: z.string(),
  locationId: locationIdSchema,
  kind: z.enum(['update', 'create', 'delete', 'membership']),
  /** The collection's id; a product's for `membership`. */
  targetId: objectIdSchema,
  /** The name to show in Activity. */
  title: z.string(),
  at: z.number(),
  state: z.enum(['sending', 'accepted', 'saved', 'conflict', 'failed', 'waiting', 'undone']),
  before: z.optional(fieldsSchema),
  patch: z.optional(patchSchema),
  after: z.optional(fieldsSchema),
  /** `membership`: the collections the product was in just before something was sent; absent: nothing was. */
  had: z.optional(z.array(z.string())),
  /** `membership`: collection ids. */
  added: z.optional(z.array(objectIdSchema)),
  removed: z.optional(z.array(objectIdSchema)),
  /** `failed`: the slug that another collection has. */
  slugTaken: z.optional(z.string()),
  error: z.optional(highLevelErrorSchema),
});
export type JournalEntry = z.infer<typeof journalEntrySchema>;
