import * as z from 'zod/mini';
import { fail, ok, type Result } from '../highlevel/result.ts';
import {
  type BridgeError,
  bridgeErrorSchema,
  type Contract,
  contract,
  type MessageName,
  type Row,
  type SenderClass,
} from './contract.ts';
import { type Self, type Stamp, senderClass } from './senders.ts';

/** Where a message came from, for the few that need it. */
export type From = {
  origin: string | undefined;
  tabId: number | undefined;
  windowId: number | undefined;
};
type Handler<R extends Row> = (
  request: z.infer<R['request']>,
  from: From,
) => Promise<Result<z.infer<R['answer']>, BridgeError>>;
export type Handlers = { [Name in MessageName]: Handler<Contract[Name]> };

type Reply = Result<unknown, BridgeError>;
type Route = { from: readonly SenderClass[]; run(request: unknown, from: From): Promise<Reply> };
/** The shape both browsers give `runtime.onMessage` listeners. */
export type Listener = (message: unknown, stamp: Stamp, respond: (reply: Reply) => void) => true;

/** The same for every refusal, so that an answer tells a stranger nothing about the table. */
const refused: Reply = fail({ code: 'bad-message' });
const unexpected: Reply = fail({ code: 'unexpected' });

function route<R extends Row>(row: R, handler: Handler<R>): Route {
  return {
    from: row.from,
    async run(raw, from) {
      const request = z.safeParse<R['request']>(row.request, raw);
      if (!request.success) return refused;
      const answer = await handler(request.data, from);
      if (!answer.ok) {
        const error = bridgeErrorSchema.safeParse(answer.error);
        return error.success ? fail(error.data) : unexpected;
      }
      // Parsed on the way out too: a field that is not in the table does not leave.
      const value = z.safeParse(row.answer, answer.value);
      return value.success ? ok(value.data) : unexpected;
    },
  };
}

function routesOf(handlers: Handlers): Map<string, Route> {
  const routeOf = <Name extends MessageName>(name: Name): [string, Route] => [
    name,
    route<Contract[Name]>(contract[name], handlers[name]),
  ];
  return new Map(Object.keys(contract).filter(isName).map(routeOf));
}

const isName = (key: string): key is MessageName => Object.hasOwn(contract, key);

/** Only a plain message of the form `{name, request}` is one of ours. */
function readMessage(message: unknown): { name: string; request: unknown } | undefined {
  if (typeof message !== 'object' || message === null) return undefined;
  if (!('name' in message) || !('request' in message) || typeof message.name !== 'string') return undefined;
  return { name: message.name, request: message.request };
}

/**
 * The worker's one door. Answers every message, `bad-message` to whoever may not ask; never throws, and
 * never passes on what an exception said.
 *
 * | answering later      | Chrome          | Firefox |
 * | return a promise     | from 148 only   | yes     |
 * | `true` and `respond` | yes             | yes     |
 */
export function createServer(parts: {
  handlers: Handlers;
  self: Self;
  /** Keeps the worker alive while the promise is pending. */
  during: <Value>(work: () => Promise<Value>) => Promise<Value>;
}): Listener {
  const routes = routesOf(parts.handlers);

  async function reply(message: unknown, stamp: Stamp): Promise<Reply> {
    const asked = readMessage(message);
    const found = asked && routes.get(asked.name);
    const sender = senderClass(stamp, parts.self);
    if (!asked || !found || !sender || !found.from.includes(sender)) return refused;
    const from = { origin: stamp.origin, tabId: stamp.tab?.id, windowId: stamp.tab?.windowId };
    return parts.during(() => found.run(asked.request, from));
  }

  return (message, stamp, respond) => {
    reply(message, stamp).then(respond, () => respond(unexpected));
    return true;
  };
}
