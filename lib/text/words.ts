import type { BridgeError } from '../bridge/contract.ts';
import type { Scope } from '../highlevel/errors.ts';
import { until } from './format.ts';
import type { Key } from './keys.ts';
import { t } from './t.ts';

/** What a person can do about it, as the button beside the words does it. */
export type Remedy = 'connect' | 'replace' | 'scopes' | 'unlock' | 'retry' | 'none';

export type Words = {
  /** What happened, as a sentence. */
  title: string;
  /** What to do next, as one or two sentences. */
  next: string;
  /** HighLevel's own words, where they help. */
  said?: string;
  remedy: Remedy;
};

/** The rights as HighLevel's own tick boxes name them. */
export const scopeName = (scope: Scope): string => t(`scopes.${SCOPE_KEYS[scope]}`);
/** What a token without this right cannot do: "This token may not edit collections". */
export const scopeMissing = (scope: Scope): string => t(`scopes.${SCOPE_KEYS[scope]}_missing`);
/** The same in the few words of the status line. */
export const scopeShort = (scope: Scope): string => t(`scopes.${SCOPE_KEYS[scope]}_short`);

const SCOPE_KEYS = {
  'products/collection.readonly': 'view_collections',
  'products/collection.write': 'edit_collections',
  'products.readonly': 'view_products',
  'products.write': 'edit_products',
} as const satisfies Record<Scope, string>;

type Say = (title: Key, next: Key, remedy: Remedy) => Words;

function refused(reason: 'firewall' | 'version-header' | undefined, say: Say): Words {
  switch (reason) {
    case 'firewall':
      return say('errors.firewall', 'errors.firewall_next', 'retry');
    case 'version-header':
      return say('errors.version_header', 'errors.version_header_next', 'none');
    case undefined:
      return say('errors.refused', 'errors.refused_next', 'retry');
  }
}

/** Words for everything that can go wrong between the panel and HighLevel. `now` in ms, for the times in them. */
export function words(error: BridgeError, now: number): Words {
  const say = (title: Key, next: Key, remedy: Remedy, values: Record<string, string> = {}): Words => ({
    title: t(title, values),
    next: t(next, values),
    remedy,
    ...(error.message !== undefined && SPEAKS.has(error.code) && { said: error.message }),
  });
  switch (error.code) {
    case 'token-rejected':
      return say('errors.rejected', 'errors.rejected_next', 'replace');
    case 'token-expired':
      return say('errors.expired', 'errors.expired_next', 'replace');
    case 'scope-missing':
      return missing(error.scope);
    case 'wrong-location':
      return say('errors.wrong_location', 'errors.wrong_location_next', 'replace');
    case 'agency-token':
      return say('errors.agency', 'errors.agency_next', 'replace');
    case 'route-unavailable':
      return say('errors.route', 'errors.route_next', 'retry');
    case 'not-found':
      return say('errors.not_found', 'errors.not_found_next', 'none');
    case 'gone':
      return say('errors.gone', 'errors.gone_next', 'none');
    case 'invalid':
      return { ...say('errors.invalid', 'errors.invalid_next', 'none'), ...said(error.fields) };
    case 'rate-limited':
      return limited(error, now);
    case 'refused':
      return refused(error.reason, say);
    case 'unavailable':
      return say('errors.unavailable', 'errors.unavailable_next', 'retry');
    case 'offline':
      return say('errors.offline', 'errors.offline_next', 'retry');
    case 'timeout':
      return say('errors.timeout', 'errors.timeout_next', 'retry');
    case 'bad-answer':
      return say(
        'errors.bad_answer',
        error.field ? 'errors.bad_answer_field' : 'errors.bad_answer_next',
        'retry',
        {
          field: error.field ?? '',
        },
      );
    case 'not-connected':
      return say('errors.not_connected', 'errors.not_connected_next', 'connect');
    case 'locked':
      return say('errors.locked', 'errors.locked_next', 'unlock');
    case 'wrong-passphrase':
      return say('errors.wrong_passphrase', 'errors.wrong_passphrase_next', 'none');
    case 'slow-down':
      return error.retryAt === undefined
        ? say('errors.slow_down', 'errors.slow_down_soon', 'none')
        : say('errors.slow_down', 'errors.slow_down_next', 'none', { time: until(error.retryAt, now) });
    case 'passphrase-needed':
      return say('errors.passphrase_needed', 'errors.passphrase_needed_next', 'none');
    case 'token-empty':
      return say('errors.token_empty', 'errors.token_empty_next', 'none');
    case 'changed-since':
      return say('errors.changed_since', 'errors.changed_since_next', 'none');
    case 'no-worker':
      return say('errors.no_worker', 'errors.no_worker_next', 'retry');
    case 'bad-message':
    case 'unexpected':
      return say('errors.unexpected', 'errors.unexpected_next', 'retry');
  }
}

/** Codes whose server words say more than ours. */
const SPEAKS: ReadonlySet<BridgeError['code']> = new Set([
  'invalid',
  'refused',
  'unavailable',
  'agency-token',
]);

function missing(scope: Scope | undefined): Words {
  if (scope === undefined)
    return { title: t('errors.scope'), next: t('errors.scope_next'), remedy: 'scopes' };
  return {
    title: scopeMissing(scope),
    next: t('errors.scope_named_next', { scope: scopeName(scope) }),
    remedy: 'scopes',
  };
}

function limited(error: { daily?: boolean | undefined; retryAt?: number | undefined }, now: number): Words {
  const time = error.retryAt === undefined ? undefined : until(error.retryAt, now);
  if (error.daily)
    return {
      title: t('errors.daily'),
      next: time === undefined ? t('errors.daily_next') : t('errors.daily_until', { time }),
      remedy: 'none',
    };
  return {
    title: t('errors.limited'),
    next: time === undefined ? t('errors.limited_next') : t('errors.limited_until', { time }),
    remedy: 'retry',
  };
}

/** The server's messages, field by field, as one line. */
function said(fields: Record<string, string[]> | undefined): { said?: string } {
  const messages = Object.values(fields ?? {}).flat();
  return messages.length === 0 ? {} : { said: messages.join(' ') };
}
