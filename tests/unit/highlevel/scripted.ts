import { createClient } from '../../../lib/highlevel/client.ts';
import { createLimiter } from '../../../lib/highlevel/rate-limit.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';

export const ACME = '3SwdhCsvxI8Au3KsPJt6';
export const ID = '655b33a82209e60b6adb87a5';
export const MAT = '65f3a1b2c3d4e5f6a7b8c9d0';
export const FIELDS = { name: 'Yoga', slug: 'yoga', image: '', seo: { title: '', description: '' } };
export const ROW = { _id: ID, altId: ACME, name: 'Yoga', slug: 'yoga', image: null, seo: null };
export const PRODUCT = { _id: MAT, locationId: ACME, name: 'Mat', productType: 'PHYSICAL' };

export type Step =
  | { status?: number; body?: unknown; text?: string; headers?: Record<string, string> }
  /** No way to the server, a body that breaks off, no answer ever. */
  | 'network'
  | 'cut'
  | 'hang';

export type Sent = { url: URL; init: RequestInit; at: number };

/** A client whose requests are answered by `steps` in order, the last one again and again. */
export function createScript(
  steps: Step[],
  options: { online?: boolean; token?: string | undefined; random?: () => number } = {},
) {
  const clock = createVirtualClock();
  const sent: Sent[] = [];
  const fetch: typeof globalThis.fetch = async (input, init = {}) => {
    const step = steps[Math.min(sent.length, steps.length - 1)] ?? 'network';
    sent.push({ url: new URL(String(input)), init, at: clock.now() });
    if (step === 'network') throw new TypeError('Failed to fetch');
    if (step === 'hang') return new Promise<Response>(() => undefined);
    if (step === 'cut') {
      const body = new ReadableStream({ start: (controller) => controller.error(new TypeError('cut off')) });
      return new Response(body, { status: 200 });
    }
    const text = step.text ?? (step.body === undefined ? '' : JSON.stringify(step.body));
    return new Response(text, { status: step.status ?? 200, headers: step.headers ?? {} });
  };
  const client = createClient({
    fetch,
    clock,
    token: async () => ('token' in options ? options.token : 'pit-1234'),
    limiter: createLimiter({ clock }),
    locationId: ACME,
    random: options.random ?? (() => 1),
    online: () => options.online ?? true,
  });
  return { client, clock, sent };
}
