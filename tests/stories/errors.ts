import type { BridgeError, BridgeErrorCode } from '../../lib/bridge/contract.ts';
import { SCOPES, type Scope } from '../../lib/highlevel/errors.ts';
import { ACME, MINUTE, NOW } from './fixtures.ts';
import { shopRows } from './rows.ts';
import type { Chapter, Story } from './story.ts';

const rows = shopRows(40);

const failing = (error: BridgeError): Story => ({
  scene: {
    rows,
    before: ({ problem, session }) => {
      problem.report({ locationId: ACME, error, retry: () => {} });
      session.editing(ACME);
    },
  },
});

/** A save or a lookup failed, for every reason there is. */
export const errors: Chapter<BridgeErrorCode> = {
  'token-rejected': failing({ code: 'token-rejected', status: 401 }),
  'scope-missing': failing({ code: 'scope-missing', status: 401 }),
  'wrong-location': failing({ code: 'wrong-location', status: 403 }),
  'agency-token': failing({ code: 'agency-token', message: 'authClass type is not allowed' }),
  'route-unavailable': failing({ code: 'route-unavailable' }),
  'not-found': failing({ code: 'not-found' }),
  invalid: failing({ code: 'invalid', fields: { slug: ['slug must not contain spaces'] } }),
  'rate-limited': failing({ code: 'rate-limited', daily: true, retryAt: NOW + 400 * MINUTE }),
  refused: failing({ code: 'refused', message: 'Location is suspended', status: 403 }),
  unavailable: failing({ code: 'unavailable', status: 503 }),
  offline: failing({ code: 'offline' }),
  timeout: failing({ code: 'timeout' }),
  'bad-answer': failing({ code: 'bad-answer', field: 'data.0.name' }),
  'not-connected': failing({ code: 'not-connected' }),
  locked: failing({ code: 'locked' }),
  'wrong-passphrase': failing({ code: 'wrong-passphrase' }),
  'slow-down': failing({ code: 'slow-down', retryAt: NOW + MINUTE }),
  'passphrase-needed': failing({ code: 'passphrase-needed' }),
  'token-empty': failing({ code: 'token-empty' }),
  'token-expired': failing({ code: 'token-expired' }),
  gone: failing({ code: 'gone' }),
  'changed-since': failing({ code: 'changed-since' }),
  'no-worker': failing({ code: 'no-worker' }),
  'bad-message': failing({ code: 'bad-message' }),
  unexpected: failing({ code: 'unexpected' }),
};

const missing = (scope: Scope) =>
  [scope.replace('/', '-'), failing({ code: 'scope-missing', scope })] as const;
export const scopes: Record<string, Story> = Object.fromEntries(SCOPES.map(missing));
