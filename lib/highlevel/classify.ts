import type { ErrorCode, HighLevelError, Scope } from './errors.ts';
import { fieldMessages } from './field-messages.ts';
import { readWords } from './server-words.ts';

/** What a call was, as far as its failures depend on it. */
export type CallKind = {
  /** The scope it needs, named when the token lacks it. */
  scope?: Scope;
  /** A GET of one thing by its id: there, any 400 means that it is not there. */
  single: boolean;
};

/** An answer as text, already parsed as JSON when it was JSON (an empty body is JSON's nothing). */
export type Answer = { status: number; body: unknown; text: string; json: boolean };

/** 401 messages that mean different things; the first that is contained decides. */
const UNAUTHORISED: readonly (readonly [RegExp, ErrorCode])[] = [
  [/not yet supported by the iam service/i, 'route-unavailable'],
  [/not authorized for this scope/i, 'scope-missing'],
  [/user type mismatch|authclass type is not allowed/i, 'agency-token'],
  [/not accessible from this token|does not have access to this location/i, 'wrong-location'],
  [/invalid jwt|invalid private integration token|access token is invalid/i, 'token-rejected'],
  [/version header/i, 'refused'],
];
/** Of those, what a 403 says as well. A token is never declared dead by a 403. */
const FORBIDDEN: readonly ErrorCode[] = ['wrong-location', 'scope-missing', 'agency-token'];

/** The error an answer that is not 2xx stands for. Never throws; `rate-limited` lacks its time, which the limiter knows. */
export function classify(answer: Answer, call: CallKind): HighLevelError {
  const { status } = answer;
  const words = readWords(answer.body);
  const said = words.messages.join(' ');
  const byField = [...words.byField.values()].flat();
  const error = (code: ErrorCode, extra: Partial<HighLevelError> = {}): HighLevelError => ({
    code,
    status,
    ...(said === '' && byField.length === 0 ? {} : { message: said === '' ? byField.join(' ') : said }),
    ...(words.traceId === undefined ? {} : { traceId: words.traceId }),
    ...extra,
  });

  if (status === 429) return error('rate-limited');
  if (status >= 500 || status < 400) return error('unavailable');
  if (!answer.json) {
    const cutOff = /^\s*[[{"]/.test(answer.text);
    return status === 403 && !cutOff ? error('refused', { reason: 'firewall' }) : error('unavailable');
  }
  if (status === 401 || status === 403) {
    const code = UNAUTHORISED.find(([words]) => words.test(said))?.[1];
    if (code === undefined || (status === 403 && !FORBIDDEN.includes(code))) return error('refused');
    if (code === 'refused') return error(code, { reason: 'version-header' });
    return error(code, code === 'scope-missing' && call.scope !== undefined ? { scope: call.scope } : {});
  }
  if (status === 422) return error('invalid', { fields: fieldMessages(words) });
  if (status === 404 || status === 410) return error('not-found');
  if (status === 400) {
    if (call.single || /not found/i.test(said)) return error('not-found');
    return error('invalid', { fields: fieldMessages(words) });
  }
  return status === 408 ? error('timeout') : error('refused');
}
