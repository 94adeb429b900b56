import * as z from 'zod/mini';
import { fail, ok, type Result } from '../highlevel/result.ts';
import {
  type Answer,
  type BridgeError,
  bridgeErrorSchema,
  contract,
  type MessageName,
  type Request,
} from './contract.ts';

export type Call = <Name extends MessageName>(
  name: Name,
  request: Request<Name>,
) => Promise<Result<Answer<Name>, BridgeError>>;

const replySchema = z.union([
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: bridgeErrorSchema }),
]);

/**
 * A page's way to ask the worker, over `runtime.sendMessage`. Never throws: a worker that is gone or died
 * on the way is `no-worker`. What a death interrupted the journal knows; nothing is sent again here.
 */
export function createCall(sendMessage: (message: unknown) => Promise<unknown>): Call {
  return async (name, request) => {
    let raw: unknown;
    try {
      raw = await sendMessage({ name, request });
    } catch {
      return fail({ code: 'no-worker' });
    }
    if (raw === undefined || raw === null) return fail({ code: 'no-worker' });
    const reply = replySchema.safeParse(raw);
    if (!reply.success) return fail({ code: 'unexpected' });
    if (!reply.data.ok) return fail(reply.data.error);
    return readAnswer(name, reply.data.value);
  };
}

const answers: { [Name in MessageName]: { answer: z.ZodMiniType<Answer<Name>> } } = contract;

function readAnswer<Name extends MessageName>(name: Name, raw: unknown): Result<Answer<Name>, BridgeError> {
  const answer = answers[name].answer.safeParse(raw);
  return answer.success ? ok(answer.data) : fail({ code: 'unexpected' });
}
