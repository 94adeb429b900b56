import type { Fault } from './types.ts';

type Trouble = Fault['does'] & { kind: 'answer' };

const page = (status: number, title: string, more: Partial<Trouble> = {}): Trouble => ({
  kind: 'answer',
  status,
  type: 'text/html; charset=utf-8',
  body: `<!DOCTYPE html><html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>`,
  ...more,
});

const json = (status: number, body: unknown, headers: Record<string, string> = {}): Trouble => ({
  kind: 'answer',
  status,
  body: JSON.stringify(body),
  headers,
});

const tooMany = { statusCode: 429, message: 'Too Many Requests' };

/** What stands between a client and the service, as faults to script: `world.fault({ does: TROUBLES.firewall })`. */
export const TROUBLES = {
  /** 403 as an HTML page: the firewall in front. */
  firewall: page(403, 'Attention Required!'),
  badGateway: page(502, '502 Bad Gateway'),
  unavailable: json(503, { statusCode: 503, message: 'Service Unavailable' }),
  broken: json(500, {
    statusCode: 500,
    message: 'Internal server error',
    traceId: '66057f9d28536eae584ec047',
  }),
  /** 429 that says nothing more, seconds to wait, or the window's headers. */
  tooMany: json(429, tooMany),
  tooManyRetryAfter: json(429, tooMany, { 'retry-after': '3' }),
  tooManyHeaders: json(429, tooMany, {
    'x-ratelimit-max': '100',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-interval-milliseconds': '10000',
  }),
  /** A page where JSON was expected, with a success in front of it. */
  htmlForJson: page(200, 'Just a moment...'),
  /** JSON that ends too early though the connection ended well. */
  halfJson: { kind: 'answer', status: 200, body: '{"data":[{"_id":"65c0aa98e7' },
  /** A success that says it is none. */
  statusFalse: json(200, { status: false, message: 'Unable to update the collection' }),
  /** A refusal that is about neither token, scope nor location. */
  refused: json(403, {
    statusCode: 403,
    message: 'This feature is not part of your plan',
    error: 'Forbidden',
  }),
} as const satisfies Record<string, Trouble>;
