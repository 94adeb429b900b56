import * as z from 'zod/mini';
import { fieldsSchema, patchSchema } from '../drafts/fields.ts';
import { highLevelErrorSchema } from '../highlevel/errors.ts';
import { locationIdSchema, objectIdSchema } from '../highlevel/ids.ts';
import { productRefSchema, productSchema } from '../highlevel/product.ts';
import {
  connectionSchema,
  journalEntrySchema,
  keepSchema,
  membershipOutcomeSchema,
  saveOutcomeSchema,
  syncStateSchema,
  vaultStateSchema,
} from './answers.ts';

/** Who may send a message, judged by what the browser stamps on it, never by what it says. */
export type SenderClass = 'panel' | 'options' | 'pointer';

export type Row = { request: z.ZodMiniType; answer: z.ZodMiniType; from: readonly SenderClass[] };

const none = z.object({});
const done = z.literal(null);
const at = { locationId: locationIdSchema };
const token = z.string().check(z.maxLength(10_000));
const passphrase = z.string().check(z.maxLength(1_000));
const label = z.string().check(z.maxLength(100));
const pages = ['panel', 'options'] as const;
const panel = ['panel'] as const;
const pointer = ['pointer'] as const;

/** Every message there is. No row here: refused. */
export const contract = {
  'connection.list': { request: none, answer: z.array(connectionSchema), from: pages },
  /** Verifies with a real read before anything is kept. A passphrase is needed when `keep` says so. */
  'connection.connect': {
    request: z.object({ ...at, label, token, keep: keepSchema, passphrase: z.optional(passphrase) }),
    answer: connectionSchema,
    from: pages,
  },
  /** A new token for a connection that has one; name and way of keeping stay. */
  'connection.replace': { request: z.object({ ...at, token }), answer: connectionSchema, from: pages },
  'connection.rename': { request: z.object({ ...at, label }), answer: done, from: pages },
  'connection.forget': { request: z.object(at), answer: done, from: pages },

  'vault.state': { request: none, answer: vaultStateSchema, from: pages },
  'vault.unlock': { request: z.object({ passphrase }), answer: vaultStateSchema, from: pages },
  'vault.lock': { request: none, answer: vaultStateSchema, from: pages },
  'vault.lockAfter': {
    request: z.object({ minutes: z.number().check(z.minimum(1), z.maximum(1440)) }),
    answer: vaultStateSchema,
    from: pages,
  },
  /** Forgets every token behind the passphrase: the way out of a forgotten one. */
  'vault.forget': { request: none, answer: vaultStateSchema, from: pages },
  /** A new passphrase in place of the old one, which must be given even while unlocked. */
  'vault.change': {
    request: z.object({ passphrase, next: passphrase }),
    answer: vaultStateSchema,
    from: pages,
  },
  /** Sent by a page while a person uses it, at most once a minute: restarts the idle clock. */
  'vault.touch': { request: none, answer: done, from: pages },

  /** Answers at once with what is known; a sync that is needed runs behind it and tells by event. */
  'catalog.refresh': {
    request: z.object({ ...at, force: z.boolean() }),
    answer: syncStateSchema,
    from: panel,
  },
  /** Asks HighLevel by name and puts what it finds in the replica; answers the ids. */
  'catalog.find': {
    request: z.object({ ...at, name: z.string().check(z.maxLength(200)) }),
    answer: z.array(objectIdSchema),
    from: panel,
  },

  'collection.save': {
    request: z.object({ ...at, id: objectIdSchema, base: fieldsSchema, patch: patchSchema }),
    answer: saveOutcomeSchema,
    from: panel,
  },
  /** `id` is chosen by the page, once per draft, so that a lost answer can be settled by reading it. */
  'collection.create': {
    request: z.object({ ...at, id: objectIdSchema, fields: fieldsSchema }),
    answer: saveOutcomeSchema,
    from: panel,
  },
  'collection.delete': {
    request: z.object({ ...at, id: objectIdSchema }),
    answer: saveOutcomeSchema,
    from: panel,
  },

  'activity.list': { request: z.object(at), answer: z.array(journalEntrySchema), from: pages },
  'activity.undo': {
    request: z.object({ ...at, journalId: z.string() }),
    answer: z.union([saveOutcomeSchema, membershipOutcomeSchema]),
    from: panel,
  },
  'activity.check': {
    request: z.object({ ...at, journalId: z.string() }),
    answer: journalEntrySchema,
    from: panel,
  },
  'activity.clear': { request: z.object(at), answer: done, from: pages },

  /**
   * `elsewhere`: nobody knows which location it is of. An id is then asked of the other connected ones too, one
   * after the other, up to the first that has it; the product says which answered.
   */
  'product.lookup': {
    request: z.object({
      ...at,
      ref: productRefSchema,
      wishlist: z.optional(z.boolean()),
      elsewhere: z.optional(z.boolean()),
    }),
    answer: productSchema,
    from: panel,
  },
  /** Adds a product to collections and removes it from others. `sure`: also where the answer was `unsafe`. */
  'product.setCollections': {
    request: z.object({
      ...at,
      productId: objectIdSchema,
      /** For the journal, should nothing be readable. */
      name: z.string(),
      add: z.array(objectIdSchema),
      remove: z.array(objectIdSchema),
      sure: z.optional(z.boolean()),
    }),
    answer: membershipOutcomeSchema,
    from: panel,
  },
  /** A page of the products of a collection. `more`: whether another page may follow. */
  'product.list': {
    request: z.object({ ...at, collectionId: objectIdSchema, offset: z.number().check(z.minimum(0)) }),
    answer: z.object({
      products: z.array(productSchema),
      /** Where the next page begins. */
      next: z.number(),
      more: z.boolean(),
      total: z.optional(z.number()),
    }),
    from: panel,
  },
  /** What the context menu asked to look up in this window, taken once. */
  'lookup.take': {
    request: z.object({ windowId: z.number() }),
    answer: z.nullable(
      z.object({
        locationId: z.nullable(locationIdSchema),
        /** What the selection or link held; null when it held no product. */
        ref: z.nullable(productRefSchema),
        /** What it was instead, so that it can be named. */
        found: z.enum(['product', 'collection', 'payment-link', 'course', 'nothing']),
        text: z.string(),
        /** `collection`: what the link named it by. */
        collectionId: z.optional(objectIdSchema),
        collectionSlug: z.optional(z.string()),
      }),
    ),
    from: panel,
  },

  /** "This was under the pointer": ids on the element of a context menu, nearest first, and what they seem to be of. */
  'pointer.seen': {
    request: z.object({
      seen: z
        .array(z.object({ id: objectIdSchema, of: z.enum(['product', 'collection', 'unknown']) }))
        .check(z.maxLength(16)),
    }),
    answer: done,
    from: pointer,
  },
} as const satisfies Record<string, Row>;

export type Contract = typeof contract;
export type MessageName = keyof Contract;
export type Request<Name extends MessageName> = z.infer<Contract[Name]['request']>;
export type Answer<Name extends MessageName> = z.infer<Contract[Name]['answer']>;

/** Everything that can go wrong between a page's question and its answer. */
export const bridgeErrorSchema = z.union([
  highLevelErrorSchema,
  z.object({
    code: z.enum([
      /** No token for this location. */
      'not-connected',
      'locked',
      'wrong-passphrase',
      /** Too many wrong passphrases: `retryAt` says when. */
      'slow-down',
      'passphrase-needed',
      'token-empty',
      /** The JWT's own claim says it has ended. */
      'token-expired',
      /** The collection or journal entry is not there any more. */
      'gone',
      /** Undo: somebody changed the field since. */
      'changed-since',
      /** The worker did not answer (it was updated or is gone). */
      'no-worker',
      'bad-message',
      'unexpected',
    ]),
    retryAt: z.optional(z.number()),
    message: z.optional(z.string()),
  }),
]);
export type BridgeError = z.infer<typeof bridgeErrorSchema>;
export type BridgeErrorCode = BridgeError['code'];
