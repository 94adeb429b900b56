import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer, Asked, Outcome } from './types.ts';

async function bodyOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** A request as Node has it, in the world's words; a proxy's has the whole address in its first line. */
export async function readRequest(request: IncomingMessage): Promise<Asked> {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headersDistinct)) {
    for (const one of value ?? []) headers.append(name, one);
  }
  const address = request.url ?? '/';
  const named = (headers.get('host') ?? '').replace(/:\d+$/, '');
  const url = new URL(address.startsWith('/') ? `http://${named || 'localhost'}${address}` : address);
  return {
    method: request.method ?? 'GET',
    host: url.hostname,
    path: url.pathname,
    query: url.searchParams,
    headers,
    body: await bodyOf(request),
  };
}

function head(response: ServerResponse, answer: Answer, keepAlive: boolean): Buffer {
  const body = Buffer.from(answer.body);
  response.writeHead(answer.status, {
    ...answer.headers,
    'content-length': body.length,
    ...(keepAlive ? {} : { connection: 'close' }),
  });
  return body;
}

/** Puts an outcome on the wire; a reset breaks the connection before a byte of answer, a cut in the middle of the body. */
export function send(response: ServerResponse, outcome: Outcome, keepAlive = true): void {
  switch (outcome.kind) {
    case 'answer':
      response.end(head(response, outcome.answer, keepAlive));
      return;
    case 'cut': {
      const part = head(response, outcome.answer, false).subarray(0, outcome.bytes);
      response.flushHeaders();
      response.write(part, () => response.socket?.destroy());
      return;
    }
    case 'reset':
      response.socket?.destroy();
      return;
    case 'hang':
      return;
  }
}
