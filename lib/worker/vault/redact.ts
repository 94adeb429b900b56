import type { HighLevelError } from '../../highlevel/errors.ts';

/** An error that says nothing of the token, though the server's words may have repeated it. */
export function withoutToken(error: HighLevelError, token: string): HighLevelError {
  const clean = (text: string) => text.replaceAll(token, '…');
  const fields =
    error.fields &&
    Object.fromEntries(Object.entries(error.fields).map(([name, said]) => [clean(name), said.map(clean)]));
  return {
    ...error,
    ...(error.message !== undefined && { message: clean(error.message) }),
    ...(error.traceId !== undefined && { traceId: clean(error.traceId) }),
    ...(error.field !== undefined && { field: clean(error.field) }),
    ...(fields && { fields }),
  };
}
