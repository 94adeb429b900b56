import type { Answer, Quirks } from '../types.ts';

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' };

export const json = (status: number, body: unknown): Answer => ({
  status,
  headers: { ...JSON_TYPE },
  body: JSON.stringify(body),
});

/** 401 as documented, or with other words in the same shape. */
export const unauthorized = (message = 'Invalid token: access token is invalid'): Answer =>
  json(401, { statusCode: 401, message, error: 'Unauthorized' });

export const forbidden = (message: string): Answer =>
  json(403, { statusCode: 403, message, error: 'Forbidden' });

/** The gateway does not know this route yet. Says nothing about the token. */
export const iamUnsupported = (): Answer =>
  json(401, {
    statusCode: 401,
    message: 'This route is not yet supported by the IAM Service. Please update your IAM config.',
  });

export const unprocessable = (messages: string[]): Answer =>
  json(422, { statusCode: 422, message: messages, error: 'Unprocessable Entity' });

/** 400 as documented: alone among the refusals it has no `error`. */
export const badRequest = (message = 'Bad Request'): Answer => json(400, { statusCode: 400, message });

export const tooMany = (daily: boolean): Answer =>
  json(429, {
    statusCode: 429,
    message: daily ? 'Too Many Requests: daily limit reached' : 'Too Many Requests',
  });

export const noRoute = (method: string, path: string): Answer =>
  json(404, { statusCode: 404, message: `Cannot ${method} ${path}`, error: 'Not Found' });

export function notFound(quirks: Quirks, what: string): Answer {
  const words = quirks.notFoundText === 'words' ? `${what} not found` : undefined;
  if (quirks.notFound === 400) return badRequest(words);
  return json(404, { statusCode: 404, message: words ?? 'Not Found', error: 'Not Found' });
}

/** A successful write whose body nobody can count on (quirk 2). */
export function written(quirks: Quirks, message: string): Answer {
  if (quirks.updateBody === 'body') return json(200, { status: true, message });
  if (quirks.updateBody === 'null') return json(200, null);
  return { status: 200, headers: {}, body: '' };
}
