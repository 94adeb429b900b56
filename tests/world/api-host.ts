import type { Clock } from '../../lib/highlevel/clock.ts';
import type { Faults } from './faults.ts';
import type { Answer, Asked, Fault, Logged, Outcome } from './types.ts';

export type ApiHostParts = {
  api: (asked: Asked, age?: number) => Answer;
  clock: Clock;
  faults: Faults;
  log: Logged[];
  latency: () => number;
};

function parsed(body: string): unknown {
  if (body === '') return undefined;
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

function logged(asked: Asked, at: number): Logged {
  const headers = Object.fromEntries(asked.headers);
  const tokenEnd = headers.authorization?.slice(-4) ?? '';
  if (headers.authorization !== undefined) {
    headers.authorization = `${headers.authorization.split(' ')[0]} …${tokenEnd}`;
  }
  const search = asked.query.toString();
  return {
    at,
    method: asked.method,
    url: `https://${asked.host}${asked.path}${search === '' ? '' : `?${search}`}`,
    path: asked.path,
    query: Object.fromEntries(asked.query),
    headers,
    body: parsed(asked.body),
    tokenEnd,
    status: 'pending',
  };
}

const scripted = (does: Fault['does'] & { kind: 'answer' }): Answer => ({
  status: does.status,
  headers: { 'content-type': does.type ?? 'application/json; charset=utf-8', ...does.headers },
  body: does.body,
});

/** The way to the API and back: half the latency each way, the log, and what a fault does to this request. */
export function createApiHost({ api, clock, faults, log, latency }: ApiHostParts) {
  const wait = (ms: number) => (ms > 0 ? clock.sleep(ms) : Promise.resolve());

  function outcome(asked: Asked, does: Fault['does'] | undefined): Outcome {
    switch (does?.kind) {
      case undefined:
      case 'delay':
        return { kind: 'answer', answer: api(asked) };
      case 'stale':
        return { kind: 'answer', answer: api(asked, does.ms) };
      case 'reset':
      case 'hang':
        if (does.applied) api(asked);
        return { kind: does.kind };
      case 'cut':
        return { kind: 'cut', answer: api(asked), bytes: does.bytes };
      case 'answer':
        if (does.applied) api(asked);
        return { kind: 'answer', answer: scripted(does) };
      case 'meanwhile': {
        if (!does.after) does.run();
        const answer = api(asked);
        if (does.after) does.run();
        return { kind: 'answer', answer };
      }
    }
  }

  return async (asked: Asked): Promise<Outcome> => {
    await wait(latency() / 2);
    const entry = logged(asked, clock.now());
    log.push(entry);
    const does = faults.take(asked);
    if (does?.kind === 'delay' && does.before) await wait(does.ms);
    const result = outcome(asked, does);
    if (does?.kind === 'delay' && !does.before) await wait(does.ms);
    if (result.kind === 'answer' || result.kind === 'cut') entry.status = result.answer.status;
    if (result.kind === 'reset') entry.status = 'reset';
    await wait(latency() / 2);
    return result;
  };
}
