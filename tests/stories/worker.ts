import type { Call } from '../../lib/bridge/call.ts';
import type { Answer, BridgeError, MessageName, Request } from '../../lib/bridge/contract.ts';
import { ok, type Result } from '../../lib/highlevel/result.ts';

export type Answers = {
  [Name in MessageName]: (
    request: Request<Name>,
  ) => Result<Answer<Name>, BridgeError> | Promise<Result<Answer<Name>, BridgeError>>;
};

/** An answer that does not come. */
export const never = new Promise<never>(() => {});

/** The worker as a table: what is not in it answers as a worker that is not there. */
export const createStoryCall =
  (answers: Partial<Answers>): Call =>
  async (name, request) => {
    const answer = answers[name];
    return answer === undefined ? { ok: false, error: { code: 'no-worker' } } : answer(request);
  };

export const done = () => ok(null);
