import type { Answer, Asked, Outcome } from './types.ts';

const bytesOf = (body: string | Uint8Array): Uint8Array<ArrayBuffer> =>
  typeof body === 'string' ? new TextEncoder().encode(body) : new Uint8Array(body);

function broken(answer: Answer, bytes: number): ReadableStream<Uint8Array> {
  const whole = bytesOf(answer.body);
  let sent = false;
  return new ReadableStream({
    pull(controller) {
      if (sent) return controller.error(new TypeError('terminated'));
      sent = true;
      if (bytes > 0) controller.enqueue(whole.subarray(0, bytes));
    },
  });
}

function toResponse(outcome: Outcome): Response {
  if (outcome.kind === 'answer') {
    const { status, headers, body } = outcome.answer;
    const empty = status === 204 || status === 304;
    return new Response(empty ? null : typeof body === 'string' ? body : bytesOf(body), { status, headers });
  }
  if (outcome.kind === 'cut') {
    const { status, headers } = outcome.answer;
    return new Response(broken(outcome.answer, outcome.bytes), { status, headers });
  }
  throw new TypeError('fetch failed');
}

async function read(input: string | URL | Request, init: RequestInit = {}): Promise<Asked> {
  const url = new URL(input instanceof Request ? input.url : input);
  const base = input instanceof Request ? input : undefined;
  const method = (init.method ?? base?.method ?? 'GET').toUpperCase();
  const given = init.body ?? (base?.body ? await base.text() : undefined);
  if (given !== undefined && given !== null && (method === 'GET' || method === 'HEAD')) {
    throw new TypeError('Request with GET/HEAD method cannot have body.');
  }
  return {
    method,
    host: url.host,
    path: url.pathname,
    query: url.searchParams,
    headers: new Headers(init.headers ?? base?.headers),
    body: typeof given === 'string' ? given : given ? await new Response(given).text() : '',
  };
}

/**
 * `fetch` over the world. As on a real network, an abort ends the waiting, not what the server does: a request that has
 * left will arrive.
 */
export function createFetch(handle: (asked: Asked) => Promise<Outcome>): typeof fetch {
  return async (input, init) => {
    const signal = init?.signal ?? (input instanceof Request ? input.signal : undefined);
    signal?.throwIfAborted();
    const answer = read(input, init)
      .then(handle)
      .then((outcome) => (outcome.kind === 'hang' ? new Promise<never>(() => {}) : toResponse(outcome)));
    if (!signal) return answer;
    return new Promise<Response>((resolve, reject) => {
      const stop = () => reject(signal.reason);
      const done = () => signal.removeEventListener('abort', stop);
      signal.addEventListener('abort', stop, { once: true });
      answer.then(resolve, reject).then(done);
    });
  };
}
