import type { Clock } from './clock.ts';

/** What came of one request on its way: an answer, no answer in time, or no way to the server. */
export type Exchange =
  | { came: 'answer'; status: number; text: string }
  | { came: 'too-late' }
  /** Also an answer that broke off. */
  | { came: 'broken' };

/** How long a request may take from its sending to the end of its body, in ms. */
export const DEADLINE = 30_000;

/**
 * Sends one request and reads its whole body within the deadline. `onHeaders` hears of the answer as it arrives.
 * Rejects only with the reason of `signal`.
 */
export async function exchange(
  parts: { fetch: typeof fetch; clock: Clock },
  url: string,
  init: RequestInit,
  onHeaders: (response: Response) => void,
  signal: AbortSignal | undefined,
): Promise<Exchange> {
  // Called as a function of its own: a browser's fetch refuses to be a method of anything else.
  const { fetch } = parts;
  const stop = new AbortController();
  const over = new AbortController();
  const send = async (): Promise<Exchange> => {
    const response = await fetch(url, { ...init, signal: stop.signal });
    onHeaders(response);
    return { came: 'answer', status: response.status, text: await response.text() };
  };
  const late = parts.clock.sleep(DEADLINE, over.signal).then(
    (): Exchange => ({ came: 'too-late' }),
    (): Exchange => ({ came: 'broken' }),
  );
  // A fetch that ignores its signal must not keep anyone waiting.
  const left = new Promise<Exchange>((_, reject) => {
    const leave = () => reject(signal?.reason);
    signal?.addEventListener('abort', leave, { once: true, signal: over.signal });
    if (signal?.aborted) leave();
  });
  try {
    return await Promise.race([send().catch((): Exchange => ({ came: 'broken' })), late, left]);
  } finally {
    stop.abort();
    over.abort();
  }
}
