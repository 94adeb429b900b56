import { describe, expect, it } from 'vitest';
import { createClient } from '../../../lib/highlevel/client.ts';
import { createLimiter } from '../../../lib/highlevel/rate-limit.ts';
import { LOCATIONS, type Quirks } from '../../world/types.ts';
import { createVirtualClock } from '../../world/virtual-clock.ts';
import { createWorld } from '../../world/world.ts';

const locationId = LOCATIONS.acme;
const times = (count: number) => Array.from({ length: count }, (_, index) => index);

function setUp(quirks: Partial<Quirks> = {}) {
  const clock = createVirtualClock();
  const world = createWorld({ clock, quirks });
  world.latency = 150;
  const token = world.issueToken({ locationId });
  const limiter = createLimiter({ clock });
  const client = createClient({ fetch: world.fetch, clock, token: async () => token, limiter, locationId });
  return { clock, world, client };
}

describe("through the client, against the world's own limit", () => {
  it.each([
    { rateWindow: 'sliding' },
    { rateWindow: 'fixed' },
    { rateHeaders: 'absent' },
    { rateHeaders: 'except-429', retryAfter: 'present' },
  ] as const)(
    'three windows of background reads meet no 429, and a person waits for one round trip: %j',
    async (quirks) => {
      const { clock, world, client } = setUp(quirks);
      const what = { limit: 1, offset: 0 };
      const work = Promise.all(times(290).map(() => client.listCollections(what, { lane: 'background' })));
      for (const _ of times(4)) {
        await clock.sleep(5_000);
        const asked = clock.now();
        expect((await client.listCollections(what)).ok).toBe(true);
        expect(clock.now() - asked).toBeLessThanOrEqual(250);
      }
      expect((await work).every((answer) => answer.ok)).toBe(true);
      expect(world.log.filter(({ status }) => status === 429)).toEqual([]);
      expect(world.log).toHaveLength(294);
    },
  );

  it('the end of the daily allowance is one refusal, then no request', async () => {
    const { world, client } = setUp();
    world.limits.daily = 3;
    const answers = [];
    for (const _ of times(8)) answers.push(await client.listCollections({ limit: 1, offset: 0 }));
    expect(answers.map((answer) => answer.ok)).toEqual([true, true, true, false, false, false, false, false]);
    expect(answers.slice(3).every((answer) => !answer.ok && answer.error.daily === true)).toBe(true);
    expect(world.log).toHaveLength(4);
  });
});
