import { type CallKind, classify } from './classify.ts';
import type { Clock } from './clock.ts';
import type { HighLevelError } from './errors.ts';
import { exchange } from './exchange.ts';
import { asRecord } from './parse-answer.ts';
import { readAllowance } from './rate-headers.ts';
import type { Closed, Lane, Limiter } from './rate-limit.ts';
import { fail, ok, type Result } from './result.ts';

export const API_ORIGIN = 'https://services.leadconnectorhq.com';
const VERSION = '2021-07-28';

export type Call = CallKind & {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** From the root, its parts already encoded. */
  path: string;
  query?: Record<string, string>;
  body?: unknown;
};
export type Options = {
  signal?: AbortSignal | undefined;
  lane?: Lane | undefined;
  /** A read that fails is not tried again. What a 429 turned away still waits for its turn: nobody read it. */
  once?: boolean;
};

export type RequestParts = {
  fetch: typeof fetch;
  clock: Clock;
  /** Asked anew for each request; undefined when there is none to use. */
  token: () => Promise<string | undefined>;
  limiter: Limiter;
  /** Whether the machine believes it has a network: tells `offline` from `unavailable`. */
  online: () => boolean;
};

/** One request, sent once. `retryAt` (ms since the epoch) is when the answer asked us to come back, if it did. */
export type Attempt = { result: Result<unknown, HighLevelError>; retryAt?: number | undefined };

/** Sends a call once: waits for its slot, then for its answer. Rejects only with the signal's reason. */
export async function attempt(parts: RequestParts, call: Call, options: Options): Promise<Attempt> {
  const slot = await parts.limiter.take(options.lane ?? 'user', options.signal);
  if (!slot.ok) return { result: fail(rateLimited(slot.error)) };
  const token = await parts.token();
  if (token === undefined || !/^[\x21-\x7e]+$/.test(token) || options.signal?.aborted) {
    slot.value.unused();
    options.signal?.throwIfAborted();
    return { result: fail({ code: 'token-rejected' }) };
  }

  let pause: Closed | undefined;
  let retryAt: number | undefined;
  const hear = (response: Response) => {
    pause = slot.value.answered(response);
    retryAt = readAllowance(response.headers, parts.clock.now()).retryAfter;
  };
  try {
    const came = await exchange(parts, urlOf(call), initOf(call, token), hear, options.signal);
    if (pause !== undefined) return { result: fail({ ...rateLimited(pause), status: 429 }), retryAt };
    if (came.came === 'too-late') return { result: fail({ code: 'timeout' }) };
    if (came.came === 'broken') return { result: fail({ code: parts.online() ? 'unavailable' : 'offline' }) };
    return { result: read(came.status, came.text, call), retryAt };
  } finally {
    slot.value.answered();
  }
}

const rateLimited = ({ until, daily }: Closed): HighLevelError => ({
  code: 'rate-limited',
  retryAt: until,
  ...(daily ? { daily } : {}),
});

function urlOf(call: Call): string {
  const query = new URLSearchParams(call.query).toString();
  return `${API_ORIGIN}${call.path}${query === '' ? '' : `?${query}`}`;
}

function initOf(call: Call, token: string): RequestInit {
  const headers = { Authorization: `Bearer ${token}`, Version: VERSION, Accept: 'application/json' };
  const base: RequestInit = {
    method: call.method,
    cache: 'no-store',
    credentials: 'omit',
    // The token goes to this origin alone.
    redirect: 'error',
    referrerPolicy: 'no-referrer',
  };
  if (call.body === undefined) return { ...base, headers };
  const body = JSON.stringify(call.body);
  return { ...base, headers: { ...headers, 'Content-Type': 'application/json' }, body };
}

/** Any 2xx is success, an empty or null one too, unless it says `status: false` or is no JSON. */
function read(status: number, text: string, call: Call): Result<unknown, HighLevelError> {
  const parsed = parse(text);
  const answer = { status, text, body: parsed.body, json: parsed.json };
  if (status < 200 || status > 299) return fail(classify(answer, call));
  if (!parsed.json) return fail({ code: 'unavailable', status });
  if (asRecord(parsed.body)?.status === false) return fail({ ...classify(answer, call), code: 'refused' });
  return ok(parsed.body);
}

function parse(text: string): { json: boolean; body: unknown } {
  if (text.trim() === '') return { json: true, body: undefined };
  try {
    return { json: true, body: JSON.parse(text) };
  } catch {
    return { json: false, body: undefined };
  }
}
