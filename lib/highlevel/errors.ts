import * as z from 'zod/mini';

export const SCOPES = [
  'products/collection.readonly',
  'products/collection.write',
  'products.readonly',
  'products.write',
] as const;
export const scopeSchema = z.enum(SCOPES);
export type Scope = z.infer<typeof scopeSchema>;

export const ERROR_CODES = [
  'token-rejected',
  'scope-missing',
  'wrong-location',
  'agency-token',
  'route-unavailable',
  'not-found',
  'invalid',
  'rate-limited',
  'refused',
  'unavailable',
  'offline',
  'timeout',
  'bad-answer',
] as const;

/** What HighLevel (or the way to it) said no with. `message` is the server's own words, never ours. */
export const highLevelErrorSchema = z.object({
  code: z.enum(ERROR_CODES),
  message: z.optional(z.string()),
  status: z.optional(z.number()),
  traceId: z.optional(z.string()),
  /** `invalid`: the server's messages by field; those that name no field stand under ''. */
  fields: z.optional(z.catchall(z.object({}), z.array(z.string()))),
  /** `scope-missing`: the scope this call needs. */
  scope: z.optional(scopeSchema),
  /** `bad-answer`: the path of the field that was missing or strange. */
  field: z.optional(z.string()),
  /** `rate-limited`: when the allowance returns (ms since the epoch), and whether it is the daily one. */
  retryAt: z.optional(z.number()),
  daily: z.optional(z.boolean()),
  /** `refused` for a reason with words of its own: the firewall in front, or a Version header that is our bug. */
  reason: z.optional(z.enum(['firewall', 'version-header'])),
});
export type HighLevelError = z.infer<typeof highLevelErrorSchema>;
export type ErrorCode = HighLevelError['code'];
