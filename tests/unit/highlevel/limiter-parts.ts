import { createLimiter, type Lane } from '../../../lib/highlevel/rate-limit.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { ask, createStrictServer, type StrictOptions } from './strict-server.ts';

/** Lets everything run that needs no time to pass. */
export const turn = () => new Promise((resolve) => setImmediate(resolve));
export const times = (count: number) => Array.from({ length: count }, (_, index) => index);

export function setUp(
  options: Partial<StrictOptions> = {},
  memory?: Parameters<typeof createLimiter>[0]['memory'],
) {
  const clock = createVirtualClock();
  const server = createStrictServer({ clock, ...options });
  const limiter = createLimiter({ clock, ...(memory === undefined ? {} : { memory }) });
  const run = (lane: Lane, count: number) => Promise.all(times(count).map(() => ask(limiter, server, lane)));
  return { clock, server, limiter, run };
}
